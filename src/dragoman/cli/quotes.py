"""`dragoman quotes`: what was said, and what became of the words."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.options import ArchiveFile, AsJson, count, pen, print_json, print_lines


def quotes(
    archive: ArchiveFile,
    altered: Annotated[
        bool,
        typer.Option("--altered", help="Only words that were changed inside quotation marks."),
    ] = False,
    speaker: Annotated[
        str | None,
        typer.Option("--speaker", metavar="ACTOR", help="Only what this actor said, by id."),
    ] = None,
    as_json: AsJson = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No total at the end.")] = False,
    verbose: Annotated[
        bool,
        typer.Option("-v", "--verbose", help="With --altered, the unaltered wordings, too."),
    ] = False,
) -> None:
    """Stack the wordings of what several documents quote, changed words marked, the worst first.

    Example: dragoman quotes nato.dragoman --altered --speaker person:jens-stoltenberg
    """
    from dragoman.archive.archive import Archive
    from dragoman.telling.printed.data import utterance_data
    from dragoman.telling.printed.utterances import utterance_lines
    from dragoman.telling.utterances import utterances

    only = altered and not verbose
    with Archive(archive) as opened, opened.snapshot():
        found = list(utterances(opened, altered=altered, speaker=speaker))
    if as_json:
        print_json({"utterances": [utterance_data(u, only_altered=only) for u in found]})
        return
    for utterance in found:
        print_lines([*utterance_lines(utterance, pen(), only_altered=only), ""])
    if not quiet:
        what = "altered inside quotation marks" if altered else "in several documents"
        typer.echo(f"{count(len(found), 'utterance')} {what}.")
