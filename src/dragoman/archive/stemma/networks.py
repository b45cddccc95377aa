"""Trees as nodes and edges with attributes, for what draws and measures graphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.errors import UsageError
from dragoman.model import HiddenSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.archive.stemma.tree import Tree

# Attributes by name, with the types that GraphML gives them.
NODE_TYPES = {
    "family": "string", "kind": "string", "label": "string", "title": "string", "outlet": "string",
    "published": "string", "note": "string", "before": "string", "agency": "string",
}  # fmt: skip
EDGE_TYPES = {
    "kind": "string", "coverage": "double", "origin_coverage": "double", "score": "double",
    "direction_score": "double", "note": "string", "parent": "boolean",
}  # fmt: skip
Attributes = dict[str, str | float | bool]


def network(tree: Tree, *, all_derivations: bool) -> Any:  # noqa: ANN401 - networkx is optional
    """Return a tree as a `networkx.DiGraph`, named after its family.

    Raises:
        UsageError: networkx is not installed.
    """
    try:
        import networkx as nx  # noqa: PLC0415
    except ImportError as error:
        raise UsageError.missing_extra("networkx", "networkx") from error
    graph: Any = nx.DiGraph(name=tree.family)
    graph.add_nodes_from(nodes(tree))
    graph.add_edges_from(edges(tree, all_derivations=all_derivations))
    return graph


def nodes(tree: Tree) -> Iterator[tuple[str, Attributes]]:
    """Yield the nodes by name, each with its attributes; what is unknown is left out."""
    for node in tree:
        if isinstance(node, HiddenSource):
            known = {"note": node.note, "before": node.before, "agency": node.agency}
            name, kind, label = node.hidden_source, "hidden source", node.agency
        else:
            known = {"title": node.title, "outlet": node.outlet, "published": node.published}
            name, kind, label = node.doc, "document", node.outlet
        told = {"family": tree.family, "kind": kind, "label": label or name}
        yield name, {**told, **{key: value for key, value in known.items() if value}}


def edges(tree: Tree, *, all_derivations: bool) -> Iterator[tuple[str, str, Attributes]]:
    """Yield the edges, from origin to derived document, each with its attributes."""
    for edge in tree.edges if all_derivations else tree.branches:
        yield (
            edge.origin or edge.hidden_source or "",
            edge.derived,
            {
                "kind": edge.kind.value,
                "coverage": edge.coverage,
                "origin_coverage": edge.origin_coverage,
                "score": edge.score,
                "direction_score": edge.direction_score,
                "note": edge.source_note,
                "parent": edge.parent,
            },
        )
