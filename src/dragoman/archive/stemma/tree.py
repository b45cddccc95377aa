"""The tree of one family: its documents, what is missing between them, who had it from whom."""

from __future__ import annotations

from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING, Any, TypeAlias

from dragoman.archive.stemma.graphml import write_graphml
from dragoman.archive.stemma.networks import network
from dragoman.archive.stemma.newick import newick
from dragoman.archive.stemma.order import parents_first, starts
from dragoman.model import HiddenSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.model import Derivation


@dataclass(frozen=True, slots=True)
class Member:
    """A document of a family, as its tree speaks of it. published: ISO date, cut to precision."""

    doc: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None


Node: TypeAlias = "Member | HiddenSource"


@dataclass(frozen=True, slots=True)
class Tree:
    """The tree of one family; iterate it for its nodes, parents before their children.

    Nodes are named by `doc`, or by `hidden_source` for a text outside the pile.

    documents: the earliest first. sources: texts outside the pile. edges: all derivations between
    them, in the order of the derived documents, without their alignments; those of the tree are
    marked `parent`. A document has two parents where texts were merged.
    """

    family: str
    documents: tuple[Member, ...]
    sources: tuple[HiddenSource, ...] = ()
    edges: tuple[Derivation, ...] = ()

    def __iter__(self) -> Iterator[Node]:
        nodes = {name_of(node): node for node in self._nodes()}
        for name in parents_first(self._names(), self.lines()):
            yield nodes[name]

    @property
    def branches(self) -> tuple[Derivation, ...]:
        """The edges that are the tree."""
        return tuple(edge for edge in self.edges if edge.parent)

    @property
    def roots(self) -> tuple[str, ...]:
        """Names of the nodes without a parent.

        Of a circle, which only a damaged archive has, the first node.
        """
        return starts(self._names(), self.lines())

    def parents(self, doc: str) -> tuple[str, ...]:
        """Return the names of the nodes from which a document has its text."""
        return tuple(above(edge) for edge in self.branches if edge.derived == doc)

    def children(self, name: str) -> tuple[str, ...]:
        """Return the documents that have their text from a node."""
        return tuple(edge.derived for edge in self.branches if above(edge) == name)

    def ancestors(self, doc: str) -> tuple[str, ...]:
        """Return the names of all nodes from which a document has its text, the nearest first."""
        lines = self.lines()
        found = dict.fromkeys(lines[doc]) if doc in lines else {}
        waiting = list(found)
        for name in waiting:
            further = [n for n in lines.get(name, ()) if n not in found and n != doc]
            found |= dict.fromkeys(further)
            waiting += further
        return tuple(found)

    def lines(self) -> dict[str, tuple[str, ...]]:
        """Return the parents of each document that has any."""
        found: dict[str, tuple[str, ...]] = {}
        for edge in self.branches:
            found[edge.derived] = (*found.get(edge.derived, ()), above(edge))
        return found

    def newick(self) -> str:
        """Return the tree in extended Newick; see `newick.newick`."""
        return newick(self._names(), self.lines())

    def graphml(self, *, all_derivations: bool = False) -> str:
        """Return the tree as GraphML.

        all_derivations: also those that are no edge of the tree (their `parent` is false).
        """
        stream = StringIO()
        write_graphml([self], stream, all_derivations=all_derivations)
        return stream.getvalue()

    def to_networkx(self, *, all_derivations: bool = False) -> Any:  # noqa: ANN401 - optional
        """Return a `networkx.DiGraph`, its edges from origin to derived document.

        all_derivations: also those that are no edge of the tree (their `parent` is false).

        Raises:
            UsageError: networkx is not installed.
        """
        return network(self, all_derivations=all_derivations)

    def _names(self) -> tuple[str, ...]:
        return tuple(map(name_of, self._nodes()))

    def _nodes(self) -> tuple[Node, ...]:
        return (*self.sources, *self.documents)


def name_of(node: Node) -> str:
    """Return the name of a node: its document's, or its hidden source's."""
    return node.hidden_source if isinstance(node, HiddenSource) else node.doc


def above(edge: Derivation) -> str:
    """Return the name of the node that an edge comes from."""
    return edge.origin or edge.hidden_source or ""
