"""`dragoman statements`: who said what, to whom, where and when."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import count, print_lines
from dragoman.model import StatementAct, StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.telling.statements import Listed

STANDARD_INPUT = "-"


class By(StrEnum):
    """What the list is grouped by."""

    DOCUMENT = "document"
    SPEAKER = "speaker"


Source = Annotated[
    str,
    typer.Argument(
        metavar="ARCHIVE",
        help="The archive; or an article's file, or '-' for a text on standard input.",
    ),
]
Speaker = Annotated[
    str | None,
    typer.Option("--speaker", metavar="NAME", help="Only by this speaker: a name or an id."),
]
Kind = Annotated[StatementKind | None, typer.Option("--kind", help="Only of this kind.")]
Act = Annotated[StatementAct | None, typer.Option("--act", help="Only of this act.")]
Denials = Annotated[bool, typer.Option("--denials", help="Only denials.")]
Questions = Annotated[bool, typer.Option("--questions", help="Only questions.")]
Demands = Annotated[bool, typer.Option("--demands", help="Only demands.")]
Doc = Annotated[str | None, typer.Option("--doc", metavar="DOC", help="Only of this document.")]
Least = Annotated[
    float, typer.Option("--least", min=0.0, max=1.0, help="Only of this score or more.")
]
Group = Annotated[By, typer.Option("--by", help="Group by document or by speaker.")]
AsLines = Annotated[
    bool, typer.Option("--json", help="Print one JSON object a line instead of words.")
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="No total at the end.")]


def statements(
    archive: Source,
    speaker: Speaker = None,
    kind: Kind = None,
    act: Act = None,
    denials: Denials = False,
    questions: Questions = False,
    demands: Demands = False,
    doc: Doc = None,
    least: Least = 0.0,
    by: Group = By.DOCUMENT,
    as_json: AsLines = False,
    quiet: Quiet = False,
) -> None:
    """List who said what, to whom, where and when; what is less than likely is marked.

    Example: dragoman statements nato.dragoman --speaker Stoltenberg --denials --least 0.8
    """
    from dragoman.telling.export.json_lines import json_line
    from dragoman.telling.printed.statements import by_document, by_speaker
    from dragoman.telling.statements import Choice

    choice = Choice(speaker, kind, act, denials, questions, demands, least)
    found = [each for each in _listed(archive, doc) if choice.takes(each.told)]
    if by is By.SPEAKER:
        found.sort(key=lambda each: each.speaker_order)
    if as_json:
        print_lines(json_line(each.to_dict()).rstrip("\n") for each in found)
        return
    print_lines(by_speaker(found) if by is By.SPEAKER else by_document(found))
    if not quiet:
        doubtful = sum(each.doubtful for each in found)
        typer.echo(f"{count(len(found), 'statement')}, {doubtful:,} of them doubtful.")


def _listed(path: str, doc: str | None) -> Iterator[Listed]:
    from dragoman.archive.recognised import is_archive

    if path == STANDARD_INPUT or (Path(path).is_file() and not is_archive(Path(path))):
        yield from (each for each in _at_once(path) if doc in (None, each.document.doc))
        return
    from dragoman.archive.archive import Archive
    from dragoman.telling.statements import listed

    with Archive(path) as opened, opened.snapshot():
        yield from listed(opened, doc)


def _at_once(path: str) -> Iterator[Listed]:
    from dragoman.at_once import read_at_once
    from dragoman.model import Refusal
    from dragoman.settings import Settings
    from dragoman.telling.statements import of_reading

    read = 0
    for reading in read_at_once(path, Settings()):
        if isinstance(reading, Refusal):
            typer.echo(f"dragoman: {reading.reason}", err=True)
        else:
            read += 1
            yield from of_reading(reading)
    if not read:
        raise typer.Exit(1)
