"""The table of derivations, and the trees that it makes up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.archive.stemma.load import family_trees, tree_of
from dragoman.archive.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.archive.stemma.tree import Tree


class Lineage(Table):
    """The table `lineage`, as any other; and family by family, as trees."""

    def tree(self, doc: str) -> Tree:
        """Return the tree of a document's family; of a document alone, a tree of one node.

        Raises:
            ReceiptError: the archive holds no document of that name, or no longer.
        """
        return tree_of(self._connection, doc)

    def trees(self) -> Iterator[Tree]:
        """Yield the trees of all families of two documents or more, the largest first."""
        return family_trees(self._connection)
