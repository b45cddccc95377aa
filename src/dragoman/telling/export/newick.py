"""Family trees as extended Newick, for programs that draw and compare trees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.telling.export.exporter import chosen_tables

if TYPE_CHECKING:
    from pathlib import Path
    from typing import TextIO

    from dragoman.archive.archive import Archive
    from dragoman.telling.export.exporter import Options
    from dragoman.telling.export.folder import Folder

TABLES = ("lineage",)


class Newick:
    """One file, a line for each family of two documents or more, the largest first."""

    name = "newick"
    suffix = "nwk"

    def write(self, archive: Archive, folder: Folder, options: Options) -> list[Path]:
        """Write the trees."""
        name = f"{TABLES[0]}.{self.suffix}"
        chosen_tables(options, TABLES)
        with folder.text(name) as stream:
            _put(archive, stream)
        return [folder.place(name)]

    def print(self, archive: Archive, stream: TextIO, options: Options) -> None:
        """Write the trees to a stream."""
        chosen_tables(options, TABLES)
        _put(archive, stream)


def _put(archive: Archive, stream: TextIO) -> None:
    stream.writelines(f"{tree.newick()}\n" for tree in archive.lineage.trees())
