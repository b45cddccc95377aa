"""Family trees as one graph, for Gephi, yEd, networkx, igraph and Cytoscape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.archive.stemma import write_graphml
from dragoman.telling.export.exporter import chosen_tables

if TYPE_CHECKING:
    from pathlib import Path
    from typing import TextIO

    from dragoman.archive.archive import Archive
    from dragoman.telling.export.exporter import Options
    from dragoman.telling.export.folder import Folder

TABLES = ("lineage",)


class GraphMl:
    """One file, one directed graph: the trees of all families of two documents or more."""

    name = "graphml"
    suffix = "graphml"

    def write(self, archive: Archive, folder: Folder, options: Options) -> list[Path]:
        """Write the graph."""
        name = f"{TABLES[0]}.{self.suffix}"
        chosen_tables(options, TABLES)
        with folder.text(name) as stream:
            write_graphml(archive.lineage.trees(), stream)
        return [folder.place(name)]

    def print(self, archive: Archive, stream: TextIO, options: Options) -> None:
        """Write the graph to a stream."""
        chosen_tables(options, TABLES)
        write_graphml(archive.lineage.trees(), stream)
