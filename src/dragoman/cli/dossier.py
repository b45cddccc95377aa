"""`dragoman dossier`: all of it for a reader."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import ArchiveFile


def dossier(
    archive: ArchiveFile,
    to: Annotated[
        Path | None, typer.Option("-o", "--output", help="The page; ARCHIVE.html by default.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="What the page is called.")] = None,
) -> None:
    """Write the dossier: one HTML file that needs nothing else.

    Example: dragoman dossier nato.dragoman -o nato.html
    """
    from dragoman.archive.archive import Archive
    from dragoman.telling.dossier import write_dossier

    page = to or archive.with_suffix(".html")
    with Archive(archive) as opened:
        write_dossier(opened, page, title)
    typer.echo(f"Wrote {page}", err=True)
