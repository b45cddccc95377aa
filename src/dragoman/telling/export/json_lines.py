"""JSON lines: one object a row, keys in the order of the columns."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from dragoman.telling.export.tables import asked_for, write_texts

if TYPE_CHECKING:
    from pathlib import Path
    from typing import TextIO

    from dragoman.archive.archive import Archive
    from dragoman.archive.table import Table
    from dragoman.telling.export.exporter import Options
    from dragoman.telling.export.folder import Folder

# Readers that split at every Unicode line end (Python's splitlines, JavaScript before 2019) would
# break a row at these; JSON itself escapes those below U+0020.
LINE_ENDS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


class JsonLines:
    """One file per table; JSON columns are lists and objects, booleans true and false."""

    name = "jsonl"
    suffix = "jsonl"

    def write(self, archive: Archive, folder: Folder, options: Options) -> list[Path]:
        """Write the tables asked for."""
        return write_texts(asked_for(archive, options), folder, self.suffix, _put)

    def print(self, archive: Archive, stream: TextIO, options: Options) -> None:
        """Write the table asked for to a stream."""
        for table in asked_for(archive, options):
            _put(table, stream)


def json_line(value: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    """Return a value as one line of JSON, with its line end; no other line end is inside."""
    line = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return line.translate(LINE_ENDS) + "\n"


def _put(table: Table, stream: TextIO) -> None:
    stream.writelines(json_line(row) for row in table)
