"""What the formats of one file per table share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.telling.export.exporter import chosen_tables

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TextIO

    from dragoman.archive.archive import Archive
    from dragoman.archive.table import Table
    from dragoman.telling.export.exporter import Options
    from dragoman.telling.export.folder import Folder


def asked_for(archive: Archive, options: Options) -> list[Table]:
    """Return the tables that the options ask for, in the schema's order.

    Raises:
        UsageError: the contract has no such table.
    """
    return [archive.tables[name] for name in chosen_tables(options, list(archive.tables))]


def write_texts(
    tables: list[Table], folder: Folder, suffix: str, put: Callable[[Table, TextIO], None]
) -> list[Path]:
    """Write one text file per table by `put`, and return their paths."""
    paths = []
    for table in tables:
        name = f"{table.info.name}.{suffix}"
        with folder.text(name) as stream:
            put(table, stream)
        paths.append(folder.place(name))
    return paths
