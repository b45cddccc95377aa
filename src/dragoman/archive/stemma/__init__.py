"""Family trees, read out of an archive: as nouns, as Newick, as graphs."""

from dragoman.archive.stemma.graphml import write_graphml
from dragoman.archive.stemma.lineage import Lineage
from dragoman.archive.stemma.tree import Member, Node, Tree, above, name_of

__all__ = ["Lineage", "Member", "Node", "Tree", "above", "name_of", "write_graphml"]
