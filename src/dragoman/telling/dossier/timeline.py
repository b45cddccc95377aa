"""What is dated: publication days, and the times that sentences name."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.telling.dossier.axis import Tick, axis
from dragoman.telling.dossier.dates import Days, days
from dragoman.telling.dossier.wording import Piece, marked

if TYPE_CHECKING:
    from dragoman.telling.dossier.papers import Paper, Pile
    from dragoman.telling.dossier.receipts import Chip

WIDTH, LEFT, LANE, TOP, DOT = 920.0, 12.0, 10, 30, 8
MOST_LANES = 24
LONGEST_CONTEXT = 420
# What lies further back than so many years before the coverage is listed, not drawn.
YEARS_DRAWN = 12


@dataclass(frozen=True, slots=True)
class Dated:
    """Something at a date: a publication, or a sentence that names a time."""

    when: Days
    paper: Paper
    published: bool
    pieces: tuple[Piece, ...]
    chip: Chip | None


@dataclass(frozen=True, slots=True)
class Moment:
    """All that stands at one date."""

    when: Days
    entries: tuple[Dated, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark on the drawing: a point, or a span where the day is not known."""

    entry: Dated
    x: float
    x_end: float
    y: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """The list, and its drawing."""

    moments: tuple[Moment, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    height: float
    width: float
    earlier: int


def timeline(pile: Pile) -> Timeline:
    """Return all absolute dates of an archive, in order."""
    entries = [*_published(pile), *_told(pile)]
    entries.sort(key=lambda e: (e.when, not e.published, e.paper.number, _start(e)))
    moments: defaultdict[Days, list[Dated]] = defaultdict(list)
    for entry in entries:
        moments[entry.when].append(entry)
    drawn = _drawn(entries)
    scale = axis([e.when for e in drawn], LEFT, WIDTH - LEFT)
    marks, lanes = _marks(drawn, scale.at) if scale else ((), 0)
    return Timeline(
        moments=tuple(Moment(when, tuple(listed)) for when, listed in moments.items()),
        marks=marks,
        ticks=scale.ticks() if scale else (),
        height=TOP + lanes * LANE + 8,
        width=WIDTH,
        earlier=len(entries) - len(drawn),
    )


def _start(entry: Dated) -> int:
    return entry.chip.start if entry.chip else -1


def _published(pile: Pile) -> list[Dated]:
    return [Dated(p.published, p, True, (), None) for p in pile.papers.values() if p.published]


def _told(pile: Pile) -> list[Dated]:
    sentences: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for doc, start, end in pile.connection.execute("select * from sentences order by 1, 2, 3"):
        sentences[doc].append((start, end))
    found = []
    query = "select doc, start, \"end\", value from times where type in ('DATE', 'TIME')"
    for doc, start, end, value in pile.connection.execute(query + " order by 1, 2, 3"):
        when = days(value)
        sentence = _sentence(sentences[doc], start)
        # A date outside all sentences is furniture or the date line, told as publication.
        if when and sentence:
            paper = pile.papers[doc]
            first = max(sentence[0], start - LONGEST_CONTEXT // 2)
            last = min(sentence[1], max(end, first + LONGEST_CONTEXT))
            pieces = marked(paper.text, first, last, [(start, end)], "hit")
            found.append(Dated(when, paper, False, pieces, pile.receipts.chip(doc, start, end)))
    return found


def _sentence(sentences: list[tuple[int, int]], at: int) -> tuple[int, int] | None:
    before = bisect_right(sentences, (at, 1 << 62))
    if before and sentences[before - 1][1] > at:
        return sentences[before - 1]
    return None


def _drawn(entries: list[Dated]) -> list[Dated]:
    known = [e.when.last.year for e in entries if e.published] or [
        e.when.last.year for e in entries
    ]
    if not known:
        return []
    first, last = min(known) - YEARS_DRAWN, max(known) + YEARS_DRAWN
    return [e for e in entries if first < e.when.first.year and e.when.last.year < last]


def _marks(entries: list[Dated], at) -> tuple[tuple[Mark, ...], int]:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Lay marks into lanes so that none covers another; the last lane takes what is left."""
    free = [0.0] * MOST_LANES
    found, lanes = [], 0
    for entry in entries:
        x, x_end = at(entry.when.first), at(entry.when.last)
        lane = next((i for i, end in enumerate(free) if end <= x), MOST_LANES - 1)
        free[lane] = max(x_end, x) + DOT + 2
        lanes = max(lanes, lane + 1)
        found.append(Mark(entry, x, x_end, lane))
    return tuple(Mark(m.entry, m.x, m.x_end, TOP + m.y * LANE) for m in found), lanes
