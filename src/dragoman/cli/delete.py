"""`dragoman delete`: a document goes, a tombstone stays."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.options import ArchiveFile


def delete(
    archive: ArchiveFile,
    doc: Annotated[str, typer.Argument(metavar="DOC", help="The document's slug.")],
    reason: Annotated[str, typer.Option("--reason", help="Why, for the tombstone.")] = "",
) -> None:
    """Delete a document: its receipts fail from then on, its counts drop, a tombstone stays.

    Example: dragoman delete nato.dragoman dw_2023 --reason 'withdrawn by the publisher'
    """
    from dragoman.run import delete as remove

    remove(archive, doc, reason)
    typer.echo(f"Deleted {doc}; its tombstone keeps its hash.", err=True)
