"""Derivations between documents, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.model import LEAST_STATED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dragoman.telling.dossier.hidden import Hidden
    from dragoman.telling.dossier.papers import Paper, Pile

KINDS = {
    "copy": "copies", "excerpt": "excerpts", "edited": "edits", "spun": "spins",
    "translated": "translates", "rewrite": "rewrites", "shared-source": "shares a source with",
}  # fmt: skip
MOST_SURE = 99


@dataclass(frozen=True, slots=True)
class Edge:
    """One derivation from a document or from a text outside the pile (both None: none known).

    parent: whether it is an edge of the family tree. direction: 0.5 (unknown) to 1.
    """

    derived: Paper
    origin: Paper | None
    hidden: Hidden | None
    kind: str
    note: str
    coverage: float
    direction: float
    parent: bool

    @property
    def anchor(self) -> str:
        """The page's anchor of what decided it."""
        place = self.hidden.number if self.hidden else self.origin.number if self.origin else 0
        return f"e{self.derived.number}-{'h' if self.hidden else ''}{place}"

    @property
    def directed(self) -> bool:
        """Say whether it is known who had it from whom."""
        if self.hidden:
            return True
        return self.direction >= LEAST_STATED and self.kind != "shared-source"

    @property
    def verb(self) -> str:
        """What the derived document does with its origin."""
        return KINDS[self.kind]

    @property
    def percent(self) -> int:
        """Share of the derived document's own words accounted for, in percent."""
        return round(100 * self.coverage)

    @property
    def sure(self) -> int:
        """How sure the direction is, in percent; nothing that signs tell is certain."""
        return min(MOST_SURE, round(100 * self.direction))


def edges(pile: Pile, hidden: Mapping[str, Hidden]) -> tuple[Edge, ...]:
    """Return all derivations by derived document; those of the family tree first."""
    found = [
        Edge(
            derived=pile.papers[row["derived"]],
            origin=pile.papers[row["origin"]] if row["origin"] else None,
            hidden=hidden[row["hidden_source"]] if row["hidden_source"] else None,
            kind=row["kind"],
            note=row["source_note"],
            coverage=row["coverage"],
            direction=row["direction_score"],
            parent=bool(row["parent"]),
        )
        for row in pile.connection.execute("select * from lineage")
    ]
    return tuple(sorted(found, key=_place))


def _place(edge: Edge) -> tuple[int, bool, bool, float, float, str]:
    return (
        edge.derived.number, not edge.parent, edge.kind == "shared-source",
        -edge.coverage, -edge.direction, edge.anchor,
    )  # fmt: skip
