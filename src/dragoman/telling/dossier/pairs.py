"""Any two documents of a family side by side, difference by difference."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from dragoman.telling.dossier.packed import packed
from dragoman.telling.dossier.rows import Aligned, Row, Span, rows
from dragoman.telling.dossier.wording import Piece, differences, marked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dragoman.telling.dossier.lineage import Edge
    from dragoman.telling.dossier.papers import Paper, Pile
    from dragoman.telling.dossier.receipts import Chip

# Code points of text written out side by side, some 2 MB of page; of further pairs the page holds
# offsets alone, and its script cuts the same view from the documents.
MOST_WRITTEN_OUT = 600_000
MOST_PAIRS = 1000
# A run of more passages with the same words is folded, and so is a stretch that stands alone and is
# longer than so many code points.
MOST_SAME, LONGEST_ALONE = 2, 900
KINDS = ("verbatim", "edited", "rewritten", "replaced", "left out", "added")


@dataclass(frozen=True, slots=True)
class Side:
    """A passage on one side: its words, changed ones marked, and its receipt."""

    pieces: tuple[Piece, ...]
    chip: Chip


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands side by side, and whether it moved ("", "up", "down")."""

    kind: str
    moved: str
    origin: Side | None
    derived: Side | None


@dataclass(frozen=True, slots=True)
class Run:
    """Rows that follow one another and are folded together, or stand open."""

    rows: tuple[Beside, ...]
    folded: bool

    @property
    def kind(self) -> str:
        """Kind of its rows, if they are of one."""
        return self.rows[0].kind


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents side by side: written out in `runs`, or else packed as offsets.

    counts: rows by kind, and those that moved.
    """

    edge: Edge
    origin: Paper
    counts: tuple[tuple[str, int], ...]
    runs: tuple[Run, ...]
    packed: str

    @property
    def anchor(self) -> str:
        """The page's anchor of the pair."""
        first, second = sorted((self.origin.number, self.edge.derived.number))
        return f"p{first}-{second}"


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs on the page, those of the family tree first, and how many more there are."""

    shown: tuple[Pair, ...]
    left_out: int

    @property
    def anchors(self) -> Mapping[tuple[str, str], str]:
        """Anchors of the pairs on the page, by derived document and origin."""
        return {(pair.edge.derived.doc, pair.origin.doc): pair.anchor for pair in self.shown}


def pairs(pile: Pile, edges: Sequence[Edge]) -> Pairs:
    """Return the reading view of every derivation inside the pile, the tree's edges first."""
    inside = [(edge, edge.origin) for edge in edges if edge.origin]
    inside.sort(key=lambda pair: not pair[0].parent)
    aligned = _alignments(pile)
    room = MOST_WRITTEN_OUT
    found = []
    for edge, origin in inside[:MOST_PAIRS]:
        derived = edge.derived
        cut = rows(derived.text, origin.text, aligned[derived.doc, origin.doc])
        room -= derived.chars + origin.chars
        counts = _counts(cut)
        if room >= 0:
            found.append(Pair(edge, origin, counts, _runs(pile, derived, origin, cut), ""))
        else:
            found.append(Pair(edge, origin, counts, (), packed(derived.text, origin.text, cut)))
    return Pairs(tuple(found), len(inside) - len(found))


def _alignments(pile: Pile) -> Mapping[tuple[str, str], Sequence[Aligned]]:
    found: defaultdict[tuple[str, str], list[Aligned]] = defaultdict(list)
    for row in pile.connection.execute("select * from alignments"):
        derived = row["derived_start"], row["derived_end"]
        origin = row["origin_start"], row["origin_end"]
        found[row["derived"], row["origin"]].append(Aligned(derived, origin, row["kind"]))
    return found


def _counts(cut: Sequence[Row]) -> tuple[tuple[str, int], ...]:
    counted = Counter(row.kind for row in cut)
    counted["moved"] = sum(bool(row.moved) for row in cut)
    return tuple((kind, counted[kind]) for kind in (*KINDS, "moved") if counted[kind])


def _runs(pile: Pile, derived: Paper, origin: Paper, cut: Sequence[Row]) -> tuple[Run, ...]:
    found = []
    for _, group in groupby(enumerate(cut), key=_together):
        run = [row for _, row in group]
        folded = len(run) > MOST_SAME or _long_alone(run[0])
        found.append(Run(tuple(_beside(pile, derived, origin, row) for row in run), folded))
    return tuple(found)


def _together(placed: tuple[int, Row]) -> tuple[str, int]:
    """Keep what is the same in both texts together, and every other row by itself."""
    at, row = placed
    return ("same", 0) if row.kind == "verbatim" and not row.moved else ("", at)


def _long_alone(row: Row) -> bool:
    span = row.derived or row.origin
    alone = row.derived is None or row.origin is None
    return bool(alone and span and span[1] - span[0] > LONGEST_ALONE)


def _beside(pile: Pile, derived: Paper, origin: Paper, row: Row) -> Beside:
    gone, come = differences(origin.text, row.origin, derived.text, row.derived, row.kind)
    before = _side(pile, origin, row.origin, gone, "del")
    after = _side(pile, derived, row.derived, come, "ins")
    return Beside(row.kind, row.moved, before, after)


def _side(
    pile: Pile, paper: Paper, span: Span | None, marks: Sequence[Span], mark: str
) -> Side | None:
    if span is None:
        return None
    return Side(marked(paper.text, *span, marks, mark), pile.receipts.chip(paper.doc, *span))
