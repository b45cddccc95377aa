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

SQLITE_HEADER = b"SQLite format 3\0"


class By(StrEnum):
    """What the list is grouped by."""

    DOCUMENT = "document"
    SPEAKER = "speaker"


def statements(
    archive: Annotated[
        str,
        typer.Argument(
            metavar="ARCHIVE",
            help="The archive; or an article's file, or '-' for a text on standard input.",
        ),
    ],
    speaker: Annotated[
        str | None,
        typer.Option("--speaker", metavar="NAME", help="Only by this speaker: a name or an id."),
    ] = None,
    kind: Annotated[StatementKind | None, typer.Option("--kind", help="Only of this kind.")] = None,
    act: Annotated[StatementAct | None, typer.Option("--act", help="Only of this act.")] = None,
    denials: Annotated[bool, typer.Option("--denials", help="Only denials.")] = False,
    questions: Annotated[bool, typer.Option("--questions", help="Only questions.")] = False,
    demands: Annotated[bool, typer.Option("--demands", help="Only demands.")] = False,
    doc: Annotated[
        str | None, typer.Option("--doc", metavar="DOC", help="Only of this document.")
    ] = None,
    least: Annotated[
        float,
        typer.Option("--least", min=0.0, max=1.0, help="Only of this score or more."),
    ] = 0.0,
    by: Annotated[By, typer.Option("--by", help="Group by document or by speaker.")] = By.DOCUMENT,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object a line instead of words.")
    ] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No total at the end.")] = False,
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
    if _is_text(path):
        yield from (each for each in _at_once(path) if doc in (None, each.document.doc))
        return
    from dragoman.archive.archive import Archive
    from dragoman.telling.statements import listed

    with Archive(path) as opened, opened.snapshot():
        yield from listed(opened, doc)


def _is_text(path: str) -> bool:
    """Say whether a path leads to what is still to be read; what is not there counts as archive."""
    if path == "-":
        return True
    if not Path(path).is_file():
        return False
    with Path(path).open("rb") as stream:
        return stream.read(len(SQLITE_HEADER)) != SQLITE_HEADER


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
