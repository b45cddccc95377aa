"""What is dated: publication days, and the times that sentences name."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.telling.dossier.axis import Axis, Tick, axis, extent
from dragoman.telling.dossier.dates import Days, days
from dragoman.telling.dossier.denials import Denials
from dragoman.telling.dossier.wording import Piece, marked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.telling.dossier.papers import Paper, Pile
    from dragoman.telling.dossier.receipts import Chip
    from dragoman.telling.dossier.sayings import Saying

Span = tuple[int, int]
WIDTH, LEFT, LANE, TOP, DOT = 920.0, 44.0, 10, 30, 8
MOST_LANES = 24
LONGEST_CONTEXT = 420
# Drawn is the time of the coverage and twice its length on either side, at least so many days.
ROOM, LEAST_ROOM = 2, 60
# Days. A season still shapes the axis, a whole year is cut off at its ends.
LONGEST_SPAN = 92


@dataclass(frozen=True, slots=True)
class Dated:
    """Something at a date: a publication (without a receipt), or a sentence that names a time.

    denied: the time stands in what someone denies.
    """

    when: Days
    paper: Paper
    pieces: tuple[Piece, ...]
    chip: Chip | None
    denied: bool = False

    @property
    def published(self) -> bool:
        """Say whether it is the document's own publication."""
        return self.chip is None


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


def timeline(pile: Pile, said: Iterable[Saying]) -> Timeline:
    """Return all absolute dates of an archive, in order."""
    entries = [*_published(pile), *_told(pile, Denials(said))]
    entries.sort(key=lambda e: (e.when, not e.published, e.paper.number, _start(e)))
    moments: defaultdict[Days, list[Dated]] = defaultdict(list)
    for entry in entries:
        moments[entry.when].append(entry)
    drawn = _drawn(entries)
    scale = _scale(drawn)
    marks, lanes = _marks(drawn, scale) if scale else ((), 0)
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
    return [Dated(p.published, p, (), None) for p in pile.papers.values() if p.published]


def _told(pile: Pile, denials: Denials) -> list[Dated]:
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
            pieces = _in_context(paper.text, sentence, (start, end))
            chip = pile.receipts.chip(doc, start, end)
            found.append(Dated(when, paper, pieces, chip, denials.hold(doc, start, end)))
    return found


def _in_context(text: str, sentence: Span, words: Span) -> tuple[Piece, ...]:
    """Cut a sentence, if it is long the part around the words, at word borders."""
    first, last = sentence
    if last - first > LONGEST_CONTEXT:
        first = max(first, words[0] - LONGEST_CONTEXT // 2)
        last = min(last, words[1] + LONGEST_CONTEXT // 2)
        if first > sentence[0]:
            first = max(first, text.find(" ", first, words[0]) + 1)
        if last < sentence[1]:
            space = text.rfind(" ", words[1], last)
            last = space if space >= 0 else last
    cut = marked(text, first, last, [words], "hit")
    before = (Piece("… "),) if first > sentence[0] else ()
    after = (Piece(" …"),) if last < sentence[1] else ()
    return (*before, *cut, *after)


def _sentence(sentences: list[tuple[int, int]], at: int) -> tuple[int, int] | None:
    before = bisect_right(sentences, (at, 1 << 62))
    if before and sentences[before - 1][1] > at:
        return sentences[before - 1]
    return None


def _drawn(entries: list[Dated]) -> list[Dated]:
    """Return what falls into the time of the coverage and around it: the rest would squeeze it."""
    if not entries:
        return []
    first, last = extent([e.when for e in entries if e.published] or [e.when for e in entries])
    room = max(LEAST_ROOM, ROOM * (last - first))
    return [
        e for e in entries
        if e.when.last.toordinal() >= first - room and e.when.first.toordinal() <= last + room
    ]  # fmt: skip


def _scale(drawn: list[Dated]) -> Axis | None:
    """Return an axis over all exact dates; long spans may reach beyond it."""
    short = [e.when for e in drawn if (e.when.last - e.when.first).days <= LONGEST_SPAN]
    return axis(short or [e.when for e in drawn], LEFT, WIDTH - LEFT)


def _marks(entries: list[Dated], scale: Axis) -> tuple[tuple[Mark, ...], int]:
    """Lay marks into lanes so that none covers another; the last lane takes what is left."""
    free = [0.0] * MOST_LANES
    found, lanes = [], 0
    for entry in entries:
        x, x_end = scale.at(entry.when.first), scale.at(entry.when.last)
        lane = next((i for i, end in enumerate(free) if end <= x), MOST_LANES - 1)
        free[lane] = max(x_end, x) + DOT + 2
        lanes = max(lanes, lane + 1)
        found.append(Mark(entry, x, x_end, lane))
    return tuple(Mark(m.entry, m.x, m.x_end, TOP + m.y * LANE) for m in found), lanes
