"""What several commands share: arguments, and how results are printed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

ArchiveFile = Annotated[
    Path, typer.Argument(metavar="ARCHIVE", help="The archive, a file made by `dragoman read`.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document instead of words.")]


def print_json(value: Any) -> None:  # noqa: ANN401 - whatever JSON holds
    """Print one JSON document with sorted keys on standard output."""
    typer.echo(json.dumps(value, ensure_ascii=False, sort_keys=True, indent=2, default=str))


def count(number: int, noun: str) -> str:
    """Return a number with its noun: "1 family", "2 families", "3 documents"."""
    if number == 1:
        return f"1 {noun}"
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {plural}"
