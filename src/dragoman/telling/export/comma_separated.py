"""CSV after RFC 4180, for spreadsheets and statistics packages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from dragoman.telling.export.tables import asked_for, write_texts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import TextIO

    from dragoman.archive.archive import Archive
    from dragoman.archive.table import Table
    from dragoman.telling.export.exporter import Options
    from dragoman.telling.export.folder import Folder

# OWASP, "CSV Injection": what makes a spreadsheet take a cell for a formula, with the full-width
# forms that some locales fold.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
TO_BE_QUOTED = frozenset(',"\r\n')

Cell: TypeAlias = "str | int | float | None"


class CommaSeparated:
    """One file per table, with a header; JSON columns as JSON text, booleans true and false.

    Null is an empty cell, an empty text is a cell of two quotation marks.
    """

    name = "csv"
    suffix = "csv"

    def write(self, archive: Archive, folder: Folder, options: Options) -> list[Path]:
        """Write the tables asked for."""
        put = partial(_put, safe=options.spreadsheet_safe)
        return write_texts(asked_for(archive, options), folder, self.suffix, put)

    def print(self, archive: Archive, stream: TextIO, options: Options) -> None:
        """Write the table asked for to a stream."""
        for table in asked_for(archive, options):
            _put(table, stream, safe=options.spreadsheet_safe)


def _put(table: Table, stream: TextIO, *, safe: bool) -> None:
    kinds = [column.type for column in table.info.shown]
    stream.write(_line(table.columns))
    for row in table.raw():
        cells = (_text(value, kind) for value, kind in zip(row, kinds, strict=True))
        stream.write(_line(map(defused, cells) if safe else cells))


def _text(value: Cell, kind: str) -> Cell:
    if kind == "boolean" and value is not None:
        return "true" if value else "false"
    return value


def defused(value: Cell) -> Cell:
    """Return the cell so that no spreadsheet runs it: a leading apostrophe before formulas.

    Numbers are left alone: they come from us, and -1.0 is no formula.
    """
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


def _line(cells: Iterable[Cell]) -> str:
    return ",".join(map(_quoted, cells)) + "\r\n"


def _quoted(cell: Cell) -> str:
    # Python's csv writes null and '' alike; databases tell an unquoted empty cell from "".
    if cell is None:
        return ""
    text = str(cell)
    if text and TO_BE_QUOTED.isdisjoint(text):
        return text
    return '"' + text.replace('"', '""') + '"'
