"""Two documents side by side, one of which goes back to the other, difference by difference."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from dragoman.telling.dossier.wording import Piece, compared

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from dragoman.telling.dossier.lineage import Edge
    from dragoman.telling.dossier.papers import Paper, Pile
    from dragoman.telling.dossier.receipts import Chip

Span = tuple[int, int]
# Side by side, a longer passage cannot be read any more.
LONGEST_PASSAGE = 4000
# Longer runs of these are folded: nothing in them differs, or nothing stands beside them.
FOLDED, LONGEST_RUN = ("verbatim", "left out", "added"), 3


@dataclass(frozen=True, slots=True)
class Side:
    """A passage on one side: its words, changed ones marked, and its receipt."""

    pieces: tuple[Piece, ...]
    chip: Chip


@dataclass(frozen=True, slots=True)
class Row:
    """Aligned passages, or one that stands on one side only ("left out", "added")."""

    kind: str
    origin: Side | None
    derived: Side | None


@dataclass(frozen=True, slots=True)
class Run:
    """Rows that follow one another; a folded run says nothing new and is long."""

    rows: tuple[Row, ...]
    folded: bool

    @property
    def kind(self) -> str:
        """Kind of its rows, if they are of one."""
        return self.rows[0].kind


@dataclass(frozen=True, slots=True)
class Pair:
    """The reading view of one derivation. counts: rows by kind."""

    edge: Edge
    runs: tuple[Run, ...]
    counts: tuple[tuple[str, int], ...]


def pairs(pile: Pile, edges: Sequence[Edge]) -> tuple[Pair, ...]:
    """Return the reading view of every derivation inside the pile, in the edges' order."""
    aligned: defaultdict[tuple[str, str], list[sqlite3.Row]] = defaultdict(list)
    for row in pile.connection.execute("select * from alignments order by derived, derived_start"):
        aligned[row["derived"], row["origin"]].append(row)
    sentences: defaultdict[str, list[Span]] = defaultdict(list)
    for doc, start, end in pile.connection.execute("select * from sentences order by 1, 2, 3"):
        sentences[doc].append((start, end))
    return tuple(
        _pair(pile, edge, edge.origin, rows, sentences)
        for edge in edges
        if edge.origin and (rows := aligned[edge.derived.doc, edge.origin.doc])
    )


def _pair(
    pile: Pile,
    edge: Edge,
    origin: Paper,
    aligned: Sequence[sqlite3.Row],
    sentences: dict[str, list[Span]],
) -> Pair:
    derived_spans = [(r["derived_start"], r["derived_end"]) for r in aligned]
    origin_spans = [(r["origin_start"], r["origin_end"]) for r in aligned]
    # Places are sorted by the derived text; what was left out stands behind the passage of the
    # origin that precedes it.
    placed: list[tuple[int, int, int, Row]] = [
        (row["derived_start"], 0, 0, _aligned(pile, edge, row)) for row in aligned
    ]
    placed += [
        (span[0], 0, 1, Row("added", None, _side(pile, edge.derived, span)))
        for span in _alone(sentences[edge.derived.doc], derived_spans)
    ]
    order = sorted(zip(origin_spans, derived_spans, strict=True))
    starts = [o[0] for o, _ in order]
    for span in _alone(sentences[origin.doc], origin_spans):
        before = bisect_right(starts, span[0])
        place = order[before - 1][1][0] if before else -1
        placed.append((place, 1, span[0], Row("left out", _side(pile, origin, span), None)))
    placed.sort(key=lambda p: p[:3])
    rows = tuple(row for *_, row in placed)
    kinds = ("verbatim", "edited", "rewritten", "left out", "added")
    counts = tuple((k, n) for k in kinds if (n := sum(row.kind == k for row in rows)))
    return Pair(edge, _runs(rows), counts)


def _runs(rows: Sequence[Row]) -> tuple[Run, ...]:
    listed = [(kind, tuple(run)) for kind, run in groupby(rows, key=lambda row: row.kind)]
    return tuple(Run(run, kind in FOLDED and len(run) > LONGEST_RUN) for kind, run in listed)


def _aligned(pile: Pile, edge: Edge, row: sqlite3.Row) -> Row:
    derived, origin = edge.derived, edge.origin or edge.derived
    d, o = (row["derived_start"], row["derived_end"]), (row["origin_start"], row["origin_end"])
    before, after = compared(origin.text, _shown(o), derived.text, _shown(d))
    chip = pile.receipts.chip
    return Row(row["kind"], Side(before, chip(origin.doc, *o)), Side(after, chip(derived.doc, *d)))


def _shown(span: Span) -> Span:
    return span[0], min(span[1], span[0] + LONGEST_PASSAGE)


def _side(pile: Pile, paper: Paper, span: Span) -> Side:
    start, end = _shown(span)
    return Side((Piece(paper.text[start:end]),), pile.receipts.chip(paper.doc, *span))


def _alone(sentences: Sequence[Span], aligned: Sequence[Span]) -> Iterator[Span]:
    """Yield the sentences that touch no aligned passage."""
    taken = sorted(aligned)
    starts = [start for start, _ in taken]
    # Aligned passages may overlap: how far any passage up to here reaches.
    reach, furthest = [], 0
    for _, end in taken:
        furthest = max(furthest, end)
        reach.append(furthest)
    for start, end in sentences:
        before = bisect_right(starts, end - 1)
        if not before or reach[before - 1] <= start:
            yield start, end
