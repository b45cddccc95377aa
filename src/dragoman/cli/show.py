"""`dragoman show`: a receipt in its context."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.options import ArchiveFile, AsJson, print_json


def show(
    archive: ArchiveFile,
    receipt: Annotated[
        str, typer.Argument(metavar="RECEIPT", help="doc#start-end, as printed everywhere.")
    ],
    as_json: AsJson = False,
) -> None:
    """Show the words of a receipt in their context.

    Example: dragoman show nato.dragoman 'dw_2023#812-930'
    """
    from dragoman.archive.archive import Archive
    from dragoman.telling.export.web_annotation import receipt_as_annotation
    from dragoman.telling.passage import passage

    with Archive(archive) as opened:
        if as_json:
            print_json(receipt_as_annotation(opened, receipt))
        else:
            typer.echo(passage(opened, receipt))
