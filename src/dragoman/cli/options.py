"""What several commands share: arguments, and how results are printed."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.telling.printed.pen import Pen

ArchiveFile = Annotated[
    Path, typer.Argument(metavar="ARCHIVE", help="The archive, a file made by `dragoman read`.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document instead of words.")]


def print_json(value: Any) -> None:  # noqa: ANN401 - whatever JSON holds
    """Print one JSON document with sorted keys on standard output."""
    typer.echo(json.dumps(value, ensure_ascii=False, sort_keys=True, indent=2, default=str))


def print_lines(lines: Iterable[str]) -> None:
    """Print lines on standard output as they come."""
    for line in lines:
        typer.echo(line)


def pen() -> Pen:
    """Return what marks changed words: colours on a terminal, else signs."""
    from dragoman.telling.printed.pen import COLOURED, PLAIN

    return COLOURED if sys.stdout.isatty() else PLAIN


def count(number: int, noun: str) -> str:
    """Return a number with its noun: "1 family", "2 families", "3 documents"."""
    if number == 1:
        return f"1 {noun}"
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {plural}"
