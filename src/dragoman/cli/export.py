"""`dragoman export`: the tables, for other people's tools."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import ArchiveFile, count


def export(
    archive: ArchiveFile,
    to: Annotated[
        str, typer.Option("-o", "--output", help="Folder to write to; '-' prints one table.")
    ],
    form: Annotated[
        str,
        typer.Option(
            "-f",
            "--format",
            help="jsonl, csv, parquet, webannotation, schemaorg, newick, graphml, or a plugin's.",
        ),
    ] = "jsonl",
    table: Annotated[
        list[str] | None, typer.Option("-t", "--table", help="Only this table; may be repeated.")
    ] = None,
    spreadsheet_safe: Annotated[
        bool,
        typer.Option("--spreadsheet-safe", help="In CSV, keep cells from being run as formulas."),
    ] = False,
) -> None:
    """Write one file per table, with a data dictionary beside them.

    Example: dragoman export nato.dragoman -f csv -o tables/
    """
    from dragoman.archive.archive import Archive
    from dragoman.telling.export import export as write
    from dragoman.telling.export import print_table

    with Archive(archive) as opened:
        if to == "-":
            print_table(opened, form, table or [], sys.stdout, spreadsheet_safe=spreadsheet_safe)
            return
        written = write(opened, form, Path(to), tables=table, spreadsheet_safe=spreadsheet_safe)
    typer.echo(f"Wrote {count(len(written), 'file')} to {to}", err=True)
