"""Quotation marks of many customs, scanned once from left to right.

The scanner looks at nothing but marks and the few characters beside them. Apostrophes, feet,
inches and minutes are told apart by those neighbours. Its work is proportional to the text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import table
from dragoman.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# A mark not closed within so many characters (a very long paragraph) was a stray.
LONGEST = 6_000
DEEPEST = 8
DASHES = frozenset("—―")
FREE_LEFT = frozenset("([{-–—―/…=>")
ENDS = frozenset(".,!?;:…")
SENTENCE_ENDS = frozenset(".!?…")
LONGEST_ELISION = 6
TYPED_PAIRS = ("``", "''")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks, the marks included; offsets are the paragraph's.

    depth: 0 for an outer quotation, 1 inside one, and so on. closed: its closing mark was found;
    otherwise it runs to the end of its paragraph, or to where another opens.
    continues: it goes on with the quotation that the paragraph before left open.
    """

    span: Span
    depth: int
    closed: bool
    continues: bool = False


class Shape(Enum):
    """What the neighbours of a single mark let it be."""

    OPENS = auto()
    CLOSES = auto()
    POSSESSIVE = auto()
    APOSTROPHE = auto()


@dataclass(frozen=True, slots=True)
class Marks:
    """Which characters open, what closes each of them, and which may be apostrophes."""

    closers: dict[str, frozenset[str]]
    closing: frozenset[str]
    single: frozenset[str]
    both: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    sign: str
    shape: Shape


@cache
def marks() -> Marks:
    """Return the table of quotation marks."""
    closers: dict[str, set[str]] = {}
    single: set[str] = set()
    for row in table("quotation_marks"):
        closers.setdefault(row["open"], set()).add(row["close"])
        if row["kind"] == "single":
            single |= {row["open"], row["close"]}
    closing = frozenset(close for several in closers.values() for close in several)
    frozen = {mark: frozenset(several) for mark, several in closers.items()}
    return Marks(frozen, closing, frozenset(single), closing & frozenset(frozen))


@cache
def _elisions() -> frozenset[str]:
    return frozenset(row["word"] for row in table("elisions"))


def read_quotations(paragraphs: Sequence[str]) -> tuple[tuple[Quotation, ...], ...]:
    """Return the quotations of each paragraph, in the order of their opening marks.

    A quotation over several paragraphs is one quotation in each of them: every piece but the
    last is unclosed, every piece but the first `continues`.
    """
    found = []
    left_open: str | None = None
    for text in paragraphs:
        scan = _Scan(text, left_open)
        found.append(scan.quotations())
        left_open = scan.left_open
    return tuple(found)


class _Scan:
    """One pass over one paragraph."""

    def __init__(self, text: str, left_open: str | None) -> None:
        self.text = text
        self.left_open: str | None = None
        self._before = left_open
        self._open: list[_Mark] = []
        self._found: list[Quotation] = []

    def quotations(self) -> tuple[Quotation, ...]:
        if self.text[:1] in DASHES and (spoken := tuple(_dialogue(self.text))):
            return spoken
        events = list(_marks(self.text))
        for event, follower in zip(events, _followers(events), strict=True):
            self._read(event, follower)
        self._finish()
        return tuple(_nested(self._found))

    def _read(self, mark: _Mark, follower: Shape | None) -> None:
        while self._open and mark.start - self._open[0].start > LONGEST:
            self._open.pop(0)
        place = self._closed_by(mark)
        if place is not None and self._means_close(mark, self._open[place].sign, follower):
            self._close(place, mark)
        elif _can_open(self.text, mark):
            self._begin(mark)
        elif self._before and not self._found and not self._open and _doubles(mark):
            self._found.append(Quotation(Span(0, mark.end), 0, closed=True, continues=True))

    def _closed_by(self, mark: _Mark) -> int | None:
        for place in range(len(self._open) - 1, -1, -1):
            if _closes(self._open[place].sign, mark.sign):
                return place
        return None

    def _means_close(self, mark: _Mark, opener: str, follower: Shape | None) -> bool:
        if not _doubles(mark):
            possessive = mark.shape is Shape.POSSESSIVE and follower in {
                Shape.CLOSES,
                Shape.POSSESSIVE,
            }
            return not possessive and mark.shape in {Shape.CLOSES, Shape.POSSESSIVE}
        if mark.sign not in {'"', opener}:
            return True
        return mark.shape is not Shape.OPENS and not _inches(self.text, mark.start)

    def _begin(self, mark: _Mark) -> None:
        if self._open and self._open[-1].sign == mark.sign and _doubles(mark):
            self._abandon(len(self._open) - 1, mark.start)
        if len(self._open) < DEEPEST:
            self._open.append(mark)

    def _abandon(self, place: int, end: int) -> None:
        """Give up on a mark that another of the same sign follows: it was never closed."""
        opener = self._open[place]
        del self._open[place:]
        while end > opener.end and self.text[end - 1].isspace():
            end -= 1
        if end > opener.end:
            self._found.append(self._piece(opener, end, closed=False))

    def _close(self, place: int, mark: _Mark) -> None:
        opener = self._open[place]
        del self._open[place:]
        if self.text[opener.end : mark.start].strip():
            self._found.append(self._piece(opener, mark.end, closed=True))

    def _finish(self) -> None:
        end = len(self.text.rstrip())
        for opener in self._open:
            alone = _doubles(opener) or (opener.start == 0 and opener.sign == "‘")
            if alone and end > opener.end:
                self._found.append(self._piece(opener, end, closed=False))
                self.left_open = opener.sign
                return

    def _piece(self, opener: _Mark, end: int, *, closed: bool) -> Quotation:
        resumed = opener.start == 0 and self._before is not None
        return Quotation(Span(opener.start, end), 0, closed, resumed and self._alike(opener))

    def _alike(self, opener: _Mark) -> bool:
        before = self._before or ""
        return opener.sign == before or bool(
            _closers(opener.sign) & _closers(before) or opener.sign in _closers(before)
        )


def _marks(text: str) -> Iterator[_Mark]:
    known = marks()
    skip = -1
    for start, sign in enumerate(text):
        if start < skip:
            continue
        pair = text[start : start + 2]
        if pair in TYPED_PAIRS and text[start + 2 : start + 3] != "'":
            skip = start + 2
            yield _Mark(start, skip, pair, _shape(text, start, skip, single=False))
        elif sign in known.closers or sign in known.closing:
            single = sign in known.single
            yield _Mark(start, start + 1, sign, _shape(text, start, start + 1, single=single))


def _shape(text: str, start: int, end: int, *, single: bool) -> Shape:
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    free = not before or before.isspace() or before in FREE_LEFT or before in _only_openers()
    tight = bool(after) and not after.isspace()
    if not single:
        return Shape.OPENS if free and tight else Shape.CLOSES
    if before.isalnum() and after.isalnum():
        return Shape.APOSTROPHE
    if free or (before in '"”»' and tight and after.isalnum()):
        return Shape.OPENS if tight and not _elided(text, end) else Shape.APOSTROPHE
    dropped = before == "s" or text[max(0, start - 2) : start] == "in" or before.isdigit()
    return Shape.POSSESSIVE if dropped and (not after or after.isspace()) else Shape.CLOSES


@cache
def _only_openers() -> frozenset[str]:
    return frozenset(marks().closers) - marks().closing | frozenset("\"“‘'")


def _elided(text: str, start: int) -> bool:
    end = start
    while end < len(text) and end - start <= LONGEST_ELISION and text[end].isalnum():
        end += 1
    word = text[start:end].lower()
    return word in _elisions() or (word.rstrip("s").isdigit() and word.endswith("s"))


def _followers(events: Sequence[_Mark]) -> list[Shape | None]:
    """Return for each mark the shape of the next single mark that is no mere apostrophe."""
    ahead: Shape | None = None
    shapes: list[Shape | None] = []
    for event in reversed(events):
        shapes.append(ahead)
        if not _doubles(event) and event.shape is not Shape.APOSTROPHE:
            ahead = event.shape
    return shapes[::-1]


def _doubles(mark: _Mark) -> bool:
    return mark.sign not in marks().single


def _closers(sign: str) -> frozenset[str]:
    if sign in TYPED_PAIRS:
        return frozenset({"''", '"', "”"})
    typed = frozenset({'"', "”", "“", "''"}) if sign in {'"', "“", "‟", "”"} else frozenset()
    curly = frozenset({"'", "’"}) if sign in {"'", "‘"} else frozenset()
    return marks().closers.get(sign, frozenset()) | typed | curly


def _closes(opener: str, sign: str) -> bool:
    return sign in _closers(opener)


def _can_open(text: str, mark: _Mark) -> bool:
    before, after = text[max(0, mark.start - 1) : mark.start], text[mark.end : mark.end + 1]
    floating = after.isspace() and (not before or before.isspace())
    if mark.sign in TYPED_PAIRS:
        return mark.sign == "``" or mark.shape is Shape.OPENS or floating
    known = marks()
    if mark.sign not in known.closers or _inches(text, mark.start):
        return False
    if not _doubles(mark):
        return mark.shape is Shape.OPENS
    if mark.sign not in known.both or mark.sign == "“":
        return bool(after)
    glued = mark.sign == '"' and after.isalnum() and not before.isdigit()
    return mark.shape is Shape.OPENS or glued or floating


def _inches(text: str, start: int) -> bool:
    """Say whether a mark follows feet and a number, as in 6' 2"."""
    before = text[max(0, start - 6) : start]
    if not before[-1:].isdigit():
        return False
    return before.rstrip("0123456789½¼¾").rstrip()[-1:] in {"'", "’", "′"}


def _dialogue(text: str) -> Iterator[Quotation]:
    """Yield what is said in a paragraph that opens with a dash and is told in turns by dashes."""
    end = len(text.rstrip())
    if text[:end][-1:] not in SENTENCE_ENDS:
        return
    start, spoken = 0, True
    for place in range(1, end):
        if text[place] in DASHES and text[place - 2 : place - 1] in ENDS:
            if spoken:
                yield Quotation(Span(start, place - 1), 0, closed=True)
            start, spoken = place, not spoken
    if spoken:
        yield Quotation(Span(start, end), 0, closed=True)


def _nested(found: Sequence[Quotation]) -> Iterator[Quotation]:
    around: list[int] = []
    for quotation in sorted(found, key=lambda q: (q.span.start, -q.span.end)):
        while around and around[-1] <= quotation.span.start:
            around.pop()
        yield replace(quotation, depth=len(around))
        around.append(quotation.span.end)
