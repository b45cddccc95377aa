"""Derivations between documents, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.telling.dossier.papers import Paper, Pile

KINDS = {
    "copy": "copies", "excerpt": "excerpts", "edited": "edits", "spun": "spins",
    "translated": "translates", "rewrite": "rewrites", "shared-source": "shares a source with",
}  # fmt: skip
# From here on an edge is drawn with a head; below, the page says that the direction is open.
DIRECTION_KNOWN = 0.75


@dataclass(frozen=True, slots=True)
class Edge:
    """One derivation; `origin` is None for a source outside the pile."""

    derived: Paper
    origin: Paper | None
    kind: str
    note: str
    coverage: float
    direction: float

    @property
    def directed(self) -> bool:
        """Say whether it is known who had it from whom."""
        return self.direction >= DIRECTION_KNOWN and self.kind != "shared-source"

    @property
    def verb(self) -> str:
        """What the derived document does with its origin."""
        return KINDS[self.kind]

    @property
    def percent(self) -> int:
        """Share of the derived document's own words accounted for, in percent."""
        return round(100 * self.coverage)


def edges(pile: Pile) -> tuple[Edge, ...]:
    """Return all derivations; each document's main one (most of it accounted for) first."""
    rows = pile.connection.execute("select * from lineage")
    found = [
        Edge(
            derived=pile.papers[row["derived"]],
            origin=pile.papers[row["origin"]] if row["origin"] else None,
            kind=row["kind"],
            note=row["source_note"],
            coverage=row["coverage"],
            direction=row["direction_score"],
        )
        for row in rows
    ]
    return tuple(sorted(found, key=_place))


def _place(edge: Edge) -> tuple[int, bool, bool, float, float, int]:
    origin = edge.origin.number if edge.origin else 0
    return (
        edge.derived.number, edge.origin is None, edge.kind == "shared-source",
        -edge.coverage, -edge.direction, origin,
    )  # fmt: skip


def main_edges(found: tuple[Edge, ...]) -> tuple[Edge, ...]:
    """Return each document's main derivation within the pile."""
    first: dict[str, Edge] = {}
    for edge in found:
        if edge.origin:
            first.setdefault(edge.derived.doc, edge)
    return tuple(first.values())
