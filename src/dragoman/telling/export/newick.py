"""Family trees as extended Newick, for programs that draw and compare trees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.telling.export.one_file import OneFile

if TYPE_CHECKING:
    from typing import TextIO

    from dragoman.archive.archive import Archive


class Newick(OneFile):
    """One file, a line for each family of two documents or more, the largest first."""

    name = "newick"
    suffix = "nwk"
    table = "lineage"

    def put(self, archive: Archive, stream: TextIO) -> None:
        """Write the trees."""
        stream.writelines(f"{tree.newick()}\n" for tree in archive.lineage.trees())
