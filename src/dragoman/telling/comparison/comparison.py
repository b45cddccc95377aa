"""Two documents side by side, passage by passage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.archive.receipts import stored_text
from dragoman.telling.comparison.edits import edits
from dragoman.telling.dossier.rows import Aligned, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.archive.archive import Archive
    from dragoman.model import Derivation, Edit
    from dragoman.telling.dossier.rows import Row

SHARED = (
    "select count(distinct a.utterance) from statements a join statements b"
    " on b.utterance = a.utterance where a.doc = ? and b.doc = ?"
)
ALIGNED = (
    "select derived_start, derived_end, origin_start, origin_end, kind from alignments"
    " where derived = ? and origin = ? order by 1, 2, 3, 4"
)


@dataclass(frozen=True, slots=True)
class Side:
    """A passage of one of the documents; its receipt is `str(side)`. Offsets in code points."""

    doc: str
    start: int
    end: int
    words: str

    def __str__(self) -> str:
        return f"{self.doc}#{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Counterpart:
    """What stands side by side, None where one document has nothing.

    kind: of an alignment ("verbatim", "edited", "rewritten"), or "replaced" (a stretch stands
    where the other has another), "left out", "added". moved: "up" or "down" where the passage
    stands further up or down in the derived document. edits: words exchanged, dropped and added
    in an aligned passage; `before` and `reference_span` are the origin's.
    """

    kind: str
    moved: str
    origin: Side | None
    derived: Side | None
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents; iterate it for what stands side by side, in the derived one's order.

    derivation: how the one goes back to the other; None where that is not known, and then
    nothing stands side by side. utterances: how many both carry.
    """

    origin: str
    derived: str
    derivation: Derivation | None
    utterances: int
    counterparts: tuple[Counterpart, ...]

    def __iter__(self) -> Iterator[Counterpart]:
        return iter(self.counterparts)


def compare(archive: Archive, first: str, second: str) -> Comparison:
    """Set two documents side by side, whichever of them goes back to the other.

    Raises:
        ReceiptError: the archive holds no document of one of the names, or no longer.
    """
    with archive.snapshot():
        derivation = _between(archive, first, second)
        derived = derivation.derived if derivation else second
        origin = first if derived == second else second
        texts = {doc: stored_text(archive.connection, doc) for doc in (first, second)}
        (utterances,) = archive.connection.execute(SHARED, (first, second)).fetchone()
        found = archive.connection.execute(ALIGNED, (derived, origin)).fetchall()
    aligned = [Aligned((a, b), (c, d), kind) for a, b, c, d, kind in found]
    told = rows(texts[derived], texts[origin], aligned) if aligned else ()
    beside = tuple(_counterpart(row, origin, derived, texts) for row in told)
    return Comparison(origin, derived, derivation, utterances, beside)


def _between(archive: Archive, first: str, second: str) -> Derivation | None:
    edges = archive.lineage.tree(first).edges
    found = [edge for edge in edges if {edge.derived, edge.origin} == {first, second}]
    return min(found, key=lambda edge: (not edge.parent, -edge.score, edge.derived), default=None)


def _counterpart(row: Row, origin: str, derived: str, texts: dict[str, str]) -> Counterpart:
    return Counterpart(
        kind=row.kind,
        moved=row.moved,
        origin=_side(origin, row.origin, texts),
        derived=_side(derived, row.derived, texts),
        edits=edits(texts[origin], row.origin, texts[derived], row.derived, row.kind),
    )


def _side(doc: str, span: tuple[int, int] | None, texts: dict[str, str]) -> Side | None:
    return Side(doc, *span, texts[doc][slice(*span)]) if span else None
