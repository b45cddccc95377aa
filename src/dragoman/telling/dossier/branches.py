"""The rows of a family tree: what is drawn of each family, parents above their children."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.archive.stemma.order import parents_first
from dragoman.telling.dossier.hidden import Hidden

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dragoman.telling.dossier.lineage import Edge
    from dragoman.telling.dossier.papers import Paper, Pile

# In a larger pile only families are drawn, and of each only the documents others go back to first.
MOST_ROWS, MOST_OF_FAMILY = 60, 20


@dataclass(frozen=True, slots=True)
class Branch:
    """A family as it is drawn, parents above children, and how many members are left out."""

    rows: tuple[Paper | Hidden, ...]
    left_out: int


def branches(pile: Pile, edges: Iterable[Edge]) -> tuple[Branch, ...]:
    """Return the families that are drawn: all of them, or in a large pile the larger ones."""
    tree = [edge for edge in edges if edge.parent]
    of_family: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge in tree:
        of_family[edge.derived.family].append(edge)
    families = list(pile.families.items())
    if len(pile.papers) <= MOST_ROWS:
        return tuple(_branch(members, of_family[name]) for name, members in families)
    families = sorted((f for f in families if len(f[1]) > 1), key=lambda f: -len(f[1]))
    found: list[Branch] = []
    room = MOST_ROWS
    for name, members in families:
        shown = _weightiest(members, of_family[name])
        if len(shown) <= room:
            found.append(_branch(shown, of_family[name], len(members) - len(shown)))
            room -= len(shown)
    return tuple(found)


def _weightiest(members: Sequence[Paper], tree: Iterable[Edge]) -> list[Paper]:
    """Choose the members that most others go back to, then the earliest."""
    children = Counter(edge.origin.doc for edge in tree if edge.origin)
    chosen = sorted(members, key=lambda p: (-children[p.doc], p.number))[:MOST_OF_FAMILY]
    return sorted(chosen, key=lambda p: p.number)


def _branch(members: Sequence[Paper], tree: Iterable[Edge], left_out: int = 0) -> Branch:
    shown = {paper.doc for paper in members}
    drawn = [
        edge
        for edge in tree
        if edge.derived.doc in shown and (edge.hidden or (edge.origin and edge.origin.doc in shown))
    ]
    hidden = {edge.hidden.number: edge.hidden for edge in drawn if edge.hidden}
    rows: list[Paper | Hidden] = [*hidden.values(), *members]
    return Branch(_parents_first(rows, drawn), left_out)


def _parents_first(
    listed: Sequence[Paper | Hidden], tree: Iterable[Edge]
) -> tuple[Paper | Hidden, ...]:
    """Order rows so that a document follows its last parent; of siblings the earliest first."""
    rows = {row.anchor: row for row in sorted(listed, key=_reach)}
    parents: defaultdict[str, list[str]] = defaultdict(list)
    for edge in tree:
        parents[edge.derived.anchor].append(_anchor_of_parent(edge))
    return tuple(rows[anchor] for anchor in parents_first(tuple(rows), parents))


def _anchor_of_parent(edge: Edge) -> str:
    parent = edge.hidden or edge.origin
    return parent.anchor if parent else ""


def _reach(row: Paper | Hidden) -> float:
    """Place a hidden text just above the first of its documents."""
    return row.children[0].number - 0.5 if isinstance(row, Hidden) else float(row.number)
