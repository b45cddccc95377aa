"""`dragoman lineage`: who copied whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import ArchiveFile, AsJson, pen, print_json, print_lines

if TYPE_CHECKING:
    from dragoman.archive.archive import Archive


def lineage(
    archive: ArchiveFile,
    doc: Annotated[
        str | None, typer.Argument(metavar="DOC", help="Only the tree that this document is in.")
    ] = None,
    other: Annotated[
        str | None, typer.Argument(metavar="OTHER", help="Set DOC and this one side by side.")
    ] = None,
    as_json: AsJson = False,
    quiet: Annotated[
        bool, typer.Option("-q", "--quiet", help="The trees alone, without reasons.")
    ] = False,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="Also derivations that no tree shows.")
    ] = False,
) -> None:
    """Draw who copied whom: every family as a tree, one document's tree, or two documents.

    Example: dragoman lineage nato.dragoman dw_2023 reuters_2023
    """
    from dragoman.archive.archive import Archive

    with Archive(archive) as opened, opened.snapshot():
        if doc and other:
            _pair(opened, doc, other, as_json=as_json)
        elif doc:
            _one(opened, doc, as_json=as_json, quiet=quiet, verbose=verbose)
        else:
            _all(opened, as_json=as_json, quiet=quiet, verbose=verbose)


def _pair(archive: Archive, doc: str, other: str, *, as_json: bool) -> None:
    from dragoman.telling.comparison import compare
    from dragoman.telling.printed.comparison import comparison_lines
    from dragoman.telling.printed.data import comparison_data

    compared = compare(archive, doc, other)
    if as_json:
        print_json(comparison_data(compared))
    else:
        print_lines(comparison_lines(compared, pen()))


def _one(archive: Archive, doc: str, *, as_json: bool, quiet: bool, verbose: bool) -> None:
    from dragoman.telling.printed.data import document_data
    from dragoman.telling.printed.lineage import document_lines

    if as_json:
        print_json(document_data(archive, doc))
    else:
        print_lines(document_lines(archive, doc, reasons=not quiet, every=verbose))


def _all(archive: Archive, *, as_json: bool, quiet: bool, verbose: bool) -> None:
    from dragoman.telling.printed.data import lineage_data
    from dragoman.telling.printed.lineage import families_lines

    if as_json:
        print_json(lineage_data(archive))
    else:
        print_lines(families_lines(archive, reasons=not quiet, every=verbose))
