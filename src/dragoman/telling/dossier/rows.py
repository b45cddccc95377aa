"""Two texts cut into rows for reading side by side; together the rows hold both texts whole."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from dragoman.telling.dossier.wording import OPENERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Span = tuple[int, int]
# A stretch stands for another only if it is not so many times as long.
MOST_TIMES = 4
# Code points of punctuation taken in on either side of a passage.
MOST_MARKS = 4


@dataclass(frozen=True, slots=True)
class Aligned:
    """A passage of the derived text and the passage of the origin it comes from."""

    derived: Span
    origin: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Row:
    """What stands side by side; spans in code points, None where one text has nothing.

    kind: of an alignment ("verbatim", "edited", "rewritten"), "replaced" (one stretch stands where
    the other has another), "left out" or "added". moved: "down" or "up" where the passage stands
    further down, or up, in the derived text than in the origin.
    """

    kind: str
    derived: Span | None
    origin: Span | None
    moved: str = ""


def rows(derived: str, origin: str, aligned: Iterable[Aligned]) -> tuple[Row, ...]:
    """Return the rows in the order of the derived text.

    Passages are widened by the punctuation that touches them. What the origin alone has stands
    behind the passage that precedes it there. Nothing but punctuation is no row.
    """
    passages = _widened(derived, origin, sorted(aligned, key=lambda a: (a.derived, a.origin)))
    moved = moves(passages)
    own = _gaps(derived, [a.derived for a in passages])
    lost = _gaps(origin, [a.origin for a in passages])
    by_origin = sorted(range(len(passages)), key=lambda at: passages[at].origin)
    behind = _behind(lost, [passages[at].origin[0] for at in by_origin], [*by_origin, -1])
    between = _behind(own, [a.derived[0] for a in passages], [*range(len(passages)), -1])
    found = list(_unaligned(behind[-1], between[-1]))
    for at, passage in enumerate(passages):
        found.append(Row(passage.kind, passage.derived, passage.origin, moved[at]))
        found += _unaligned(behind[at], between[at])
    return tuple(found)


def _unaligned(lost: Sequence[Span], own: Sequence[Span]) -> Iterator[Row]:
    """Pair what one text has alone with what the other has alone at the same place."""
    for gone, come in zip_longest(lost, own):
        if gone and come and _comparable(gone, come):
            yield Row("replaced", come, gone)
            continue
        if gone:
            yield Row("left out", None, gone)
        if come:
            yield Row("added", come, None)


def _comparable(gone: Span, come: Span) -> bool:
    short, long = sorted((gone[1] - gone[0], come[1] - come[0]))
    return long <= MOST_TIMES * short


def _widened(derived: str, origin: str, passages: Iterable[Aligned]) -> list[Aligned]:
    return [Aligned(_wide(derived, p.derived), _wide(origin, p.origin), p.kind) for p in passages]


def _wide(text: str, span: Span) -> Span:
    """Take in the full stop and the quotation marks that touch a passage, a few at most."""
    start, end = span
    while start > max(0, span[0] - MOST_MARKS) and text[start - 1] in OPENERS:
        start -= 1
    while end < min(len(text), span[1] + MOST_MARKS) and _is_mark(text[end]):
        end += 1
    return start, end


def _is_mark(letter: str) -> bool:
    return not (letter.isalnum() or letter.isspace())


def _behind(
    spans: Iterable[Span], starts: Sequence[int], places: Sequence[int]
) -> defaultdict[int, list[Span]]:
    """Group spans by the place of the last passage that starts before them; else the last place."""
    found: defaultdict[int, list[Span]] = defaultdict(list)
    for span in spans:
        found[places[bisect_right(starts, span[0]) - 1]].append(span)
    return found


def moves(passages: Sequence[Aligned]) -> tuple[str, ...]:
    """Say of each passage (in the derived order) whether it moved: "", "down" or "up".

    Most stay: the longest run of passages that stand in the same order in both texts
    (Schensted's longest increasing subsequence, O(n log n)).
    """
    stay = _longest_rise([a.origin[0] for a in passages])
    kept = [passages[at].origin[0] for at in stay]
    found = [""] * len(passages)
    for at in set(range(len(passages))).difference(stay):
        passed = bisect_left(kept, passages[at].origin[0])
        found[at] = "down" if passed < bisect_left(stay, at) else "up"
    return tuple(found)


def _longest_rise(values: Sequence[int]) -> list[int]:
    """Return the places of a longest run of values that do not fall, in order."""
    tails: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for at, value in enumerate(values):
        length = bisect_right(tails, value)
        before.append(places[length - 1] if length else -1)
        tails[length : length + 1] = [value]
        places[length : length + 1] = [at]
    found: list[int] = []
    at = places[-1] if places else -1
    while at >= 0:
        found.append(at)
        at = before[at]
    return found[::-1]


def _gaps(text: str, taken: Iterable[Span]) -> list[Span]:
    """Return the stretches between spans that hold letters or digits, white space cut off."""
    found: list[Span] = []
    at = 0
    for start, end in [*sorted(taken), (len(text), len(text))]:
        words = text[at:start]
        if any(letter.isalnum() for letter in words):
            first = at + len(words) - len(words.lstrip())
            found.append((first, at + len(words.rstrip())))
        at = max(at, end)
    return found
