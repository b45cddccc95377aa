"""Family trees as one graph, for Gephi, yEd, networkx, igraph and Cytoscape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.archive.stemma import write_graphml
from dragoman.telling.export.one_file import OneFile

if TYPE_CHECKING:
    from typing import TextIO

    from dragoman.archive.archive import Archive


class GraphMl(OneFile):
    """One file, one directed graph: the trees of all families of two documents or more."""

    name = "graphml"
    suffix = "graphml"
    table = "lineage"

    def put(self, archive: Archive, stream: TextIO) -> None:
        """Write the graph."""
        write_graphml(archive.lineage.trees(), stream)
