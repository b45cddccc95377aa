"""Trees as GraphML 1.0, for Gephi, yEd, networkx, igraph and Cytoscape."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from dragoman.archive.stemma.networks import EDGE_TYPES, NODE_TYPES, edges, nodes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from dragoman.archive.stemma.networks import Attributes
    from dragoman.archive.stemma.tree import Tree

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
# XML 1.0 has no way to write other control characters, surrogates and non-characters; a reader
# turns the carriage return into another character.
NOT_WRITTEN = ("Cc", "Cs")
KEPT_CONTROLS = "\t\n"
NON_CHARACTERS = "\ufffe\uffff"
REPLACEMENT = "\ufffd"


def write_graphml(trees: Iterable[Tree], stream: TextIO, *, all_derivations: bool = False) -> None:
    """Write trees as one directed graph, each node with its `family`.

    all_derivations: also those that are no edge of a tree (their `parent` is false).
    """
    stream.write(f'<?xml version="1.0" encoding="utf-8"?>\n<graphml xmlns="{NAMESPACE}">\n')
    for domain, types in (("node", NODE_TYPES), ("edge", EDGE_TYPES)):
        for name, kind in types.items():
            key = {"id": f"{domain}-{name}", "for": domain, "attr.name": name, "attr.type": kind}
            stream.write(_element("key", key, {}))
    stream.write('<graph id="lineage" edgedefault="directed">\n')
    for tree in trees:
        for name, told in nodes(tree):
            stream.write(_element("node", {"id": name}, told))
        for origin, derived, told in edges(tree, all_derivations=all_derivations):
            stream.write(_element("edge", {"source": origin, "target": derived}, told))
    stream.write("</graph>\n</graphml>\n")


def _element(name: str, attributes: dict[str, str], told: Attributes) -> str:
    begin = " ".join([name, *(f"{k}={quoteattr(writable(v))}" for k, v in attributes.items())])
    data = "".join(
        f'<data key="{name}-{key}">{escape(writable(_text(value)))}</data>'
        for key, value in told.items()
    )
    return f"<{begin}>{data}</{name}>\n"


def _text(value: str | float | bool) -> str:  # noqa: FBT001 - an attribute's value
    return str(value).lower() if isinstance(value, bool) else str(value)


def writable(text: str) -> str:
    """Return the text with a replacement for each character that XML 1.0 cannot hold."""
    return "".join(c if c in KEPT_CONTROLS or _is_writable(c) else REPLACEMENT for c in text)


def _is_writable(character: str) -> bool:
    return unicodedata.category(character) not in NOT_WRITTEN and character not in NON_CHARACTERS
