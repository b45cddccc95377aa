"""`dragoman demo`: the sample coverage, read and shown."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.dossier import dossier
from dragoman.cli.read import read


def demo(
    to: Annotated[Path, typer.Option("-o", "--output", help="Folder for the result.")] = Path(
        "demo"
    ),
) -> None:
    """Read the sample coverage (an invented story) and write its dossier.

    Example: dragoman demo
    """
    from dragoman.sample import articles

    to.mkdir(parents=True, exist_ok=True)
    archive = to / "sample.dragoman"
    with articles() as folder:
        read([str(folder)], archive)
    dossier(archive, to / "sample.html")
