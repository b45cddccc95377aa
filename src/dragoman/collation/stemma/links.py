"""What is known of each two documents of a family, before there is a tree."""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dragoman.model import Derivation, Span

# A word that a document shares with its parent and not with the next best is worth so much, in
# the log odds in which directions are told.
PER_WORD = 0.3
# No sign is surer than this.
SUREST = 0.995


@dataclass(frozen=True, slots=True)
class Links:
    """The derivations of a family by their two documents, whichever way they run."""

    docs: tuple[str, ...]
    of: Mapping[frozenset[str], Derivation]
    beside: Mapping[str, tuple[str, ...]]

    @classmethod
    def among(cls, derivations: Iterable[Derivation]) -> Links:
        """Gather the derivations of one family."""
        found = {frozenset((d.derived, d.origin)): d for d in derivations if d.origin is not None}
        beside: dict[str, set[str]] = {}
        for pair in found:
            for doc in pair:
                beside.setdefault(doc, set()).update(pair - {doc})
        ordered = {doc: tuple(sorted(others)) for doc, others in sorted(beside.items())}
        return cls(tuple(ordered), found, ordered)

    def between(self, one: str, other: str) -> Derivation | None:
        """Return the derivation between two documents, None if there is none."""
        return self.of.get(frozenset((one, other)))

    def ahead(self, origin: str, derived: str) -> float:
        """Return the log likelihood that `derived` goes back to `origin` and not the reverse."""
        link = self.of[frozenset((origin, derived))]
        sure = min(SUREST, link.direction_score)
        return log(sure if link.derived == derived else 1 - sure)

    def explained(self, origin: str, derived: str) -> float:
        """Return how much of a document another accounts for, whichever was first, in log odds."""
        link = self.of[frozenset((origin, derived))]
        return PER_WORD * link.kept + log(1 - min(SUREST, link.apart))

    def places(self, origin: str, derived: str) -> tuple[Span, ...]:
        """Return the passages of `derived` that it shares with `origin`, in order."""
        link = self.of[frozenset((origin, derived))]
        spans = (a.derived if link.derived == derived else a.origin for a in link.alignments)
        return tuple(sorted(spans))
