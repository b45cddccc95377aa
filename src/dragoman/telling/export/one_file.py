"""Formats that put one table, or what is drawn from it, into one file."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from dragoman.telling.export.exporter import chosen_tables

if TYPE_CHECKING:
    from pathlib import Path
    from typing import TextIO

    from dragoman.archive.archive import Archive
    from dragoman.telling.export.exporter import Options
    from dragoman.telling.export.folder import Folder


class OneFile(ABC):
    """An exporter whose file is named after its one table."""

    name: str
    suffix: str
    table: str

    @abstractmethod
    def put(self, archive: Archive, stream: TextIO) -> None:
        """Write what the file holds."""

    def write(self, archive: Archive, folder: Folder, options: Options) -> list[Path]:
        """Write the file."""
        name = f"{self.table}.{self.suffix}"
        chosen_tables(options, (self.table,))
        with folder.text(name) as stream:
            self.put(archive, stream)
        return [folder.place(name)]

    def print(self, archive: Archive, stream: TextIO, options: Options) -> None:
        """Write what the file holds to a stream."""
        chosen_tables(options, (self.table,))
        self.put(archive, stream)
