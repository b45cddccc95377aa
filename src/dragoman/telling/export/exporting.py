"""One export: its files, and beside them what they mean and how they came to be."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, TextIO

from dragoman.errors import UsageError
from dragoman.telling.export.data_dictionary import write_data_dictionary
from dragoman.telling.export.exporter import Options, Printer, exporter
from dragoman.telling.export.folder import Folder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from dragoman.archive.archive import Archive


def export(
    archive: Archive,
    form: str,
    to: Path,
    *,
    tables: Iterable[str] | None = None,
    spreadsheet_safe: bool = False,
) -> list[Path]:
    """Write an archive in the format `form` into the folder `to`; return the files written.

    `tables` chooses by name, None or nothing means all. The data dictionary is written last: an
    export without one is unfinished. All files show one state of the archive.

    Raises:
        UsageError: unknown format or table, or a library that the format needs is missing.
        OutputError: the folder or a file cannot be written.
    """
    options = Options(tuple(tables or ()), spreadsheet_safe)
    chosen = exporter(form)
    folder = Folder(to, archive.path)
    with archive.snapshot():
        written = chosen.write(archive, folder, options)
        return [*written, *write_data_dictionary(archive, folder, form, options, written)]


def print_table(
    archive: Archive,
    form: str,
    tables: Iterable[str],
    stream: TextIO,
    *,
    spreadsheet_safe: bool = False,
) -> None:
    """Write the one table of `tables` to a text stream, in UTF-8 and without translated line ends.

    Raises:
        UsageError: unknown format or table, not exactly one table, or a format that is no text.
    """
    asked = tuple(tables)
    if len(asked) != 1:
        raise UsageError.not_one_table(asked)
    chosen = exporter(form)
    if not isinstance(chosen, Printer):
        raise UsageError.not_printable(form)
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", newline="")
    with archive.snapshot():
        chosen.print(archive, stream, Options(asked, spreadsheet_safe))
