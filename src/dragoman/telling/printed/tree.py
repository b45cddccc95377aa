"""A family tree drawn in lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.archive.stemma import above, name_of
from dragoman.model import HiddenSource
from dragoman.telling.printed.edge import directed, edge_in_words, reason
from dragoman.telling.printed.pen import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.archive.stemma import Node, Tree
    from dragoman.model import Derivation

# Columns before a line; further down a chain is drawn from the left again. Each line names its
# parent, and a chain of thousands stays linear.
WIDEST = 90
BRANCH, LAST, OPEN, DOWN, BLANK, AGAIN = "├─ ", "└─ ", "┄ ", "│  ", "   ", "⋮  "


class Place(NamedTuple):
    """Where a node is drawn: under which edge (None: a root), behind which lines."""

    name: str
    edge: Derivation | None
    before: str
    last: bool


def tree_lines(tree: Tree, *, reasons: bool = True, every: bool = False) -> Iterator[str]:
    """Yield the lines of a tree: a line a node, each under the node it has its text from.

    A document with two parents stands under both, what goes back to it under the first only.
    Below the tree stand derivations that the tree does not show.

    reasons: a second line with how sure it is, and why. every: all of those derivations, not only
    those of documents without a parent.
    """
    nodes = {name_of(node): node for node in tree}
    children: dict[str, list[Derivation]] = {}
    for edge in tree.branches:
        children.setdefault(above(edge), []).append(edge)
    drawn: set[str] = set()
    stack = [Place(name, None, "", last=True) for name in reversed(tree.roots)]
    while stack:
        place = stack.pop()
        again = place.name in drawn
        drawn.add(place.name)
        below = [] if again else children.get(place.name, [])
        yield from _node(place, nodes[place.name], reasons=reasons, again=again, more=bool(below))
        stack += reversed(list(_below(place, below)))
    yield from _others(tree, reasons=reasons, every=every)


def _below(place: Place, edges: list[Derivation]) -> Iterator[Place]:
    before = _continued(place)
    for number, edge in enumerate(edges, 1):
        yield Place(edge.derived, edge, before, last=number == len(edges))


def _continued(place: Place) -> str:
    """Return what stands before the lines that follow a node's own."""
    if place.edge is None:
        return place.before
    if len(place.before) > WIDEST:
        return AGAIN
    return place.before + (BLANK if place.last else DOWN)


def _node(place: Place, node: Node, *, reasons: bool, again: bool, more: bool) -> Iterator[str]:
    edge = place.edge
    told = described(node)
    if edge is None:
        yield told
    else:
        mark = LAST if place.last else BRANCH
        mark = mark if directed(edge) else mark[0] + OPEN
        also = " (also above)" if again else ""
        yield f"{place.before}{mark}{told}{also} — {edge_in_words(edge)}"
    before = _continued(place) + (DOWN if more else BLANK)
    if reasons and edge is not None:
        yield f"{before}{reason(edge)}"
    if reasons and isinstance(node, HiddenSource):
        yield f"{before}{one_line(node.note)}"


def described(node: Node) -> str:
    """Return a node in a line: its name, and what is known of it."""
    if isinstance(node, HiddenSource):
        agency = f" of {node.agency}" if node.agency else ""
        before = f", not younger than {node.before}" if node.before else ""
        return one_line(f"[{node.hidden_source}] a text outside the pile{agency}{before}")
    known = [node.doc, node.outlet, node.published or "undated"]
    return one_line(" · ".join(text for text in known if text))


def _others(tree: Tree, *, reasons: bool, every: bool) -> Iterator[str]:
    reached = {edge.derived for edge in tree.branches}
    for edge in tree.edges:
        if edge.parent or (edge.derived in reached and not every):
            continue
        mark = "->" if directed(edge) else "??"
        yield f"{above(edge)} {mark} {edge.derived}: {edge_in_words(edge)}"
        if reasons:
            yield f"  {reason(edge)}"
