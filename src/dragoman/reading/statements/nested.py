"""Statements told inside what others say: contents are read once more, by themselves."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.reading.statements.rules.labels import labels_by_rules
from dragoman.reading.statements.tagged import Stretch, tagged

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.reading.statements.found import Found
    from dragoman.reading.statements.ranges import Range
    from dragoman.reading.statements.rules.candidate import Candidate

# Statements inside statements inside statements; deeper ones are too rare to pay for.
DEEPEST = 2


@dataclass(frozen=True, slots=True)
class Holder:
    """A stretch with what was found in it, and the rules' candidates of its paragraph."""

    stretch: Stretch
    candidates: Sequence[Candidate]
    found: Sequence[Found]


def nested(holders: Sequence[Holder], depth: int = 1) -> list[list[Found]]:
    """Return for each stretch what is stated inside the contents of its statements.

    A content is read again where a rule sees a cue in it: reading all of them costs a third more
    and finds little else.
    """
    inner = [
        (number, place, cut, candidates)
        for number, holder in enumerate(holders)
        for place, cut, candidates in _contents(holder)
    ]
    read = tagged([cut for _, _, cut, _ in inner]) if inner else []
    found: list[list[Found]] = [[] for _ in holders]
    deeper = []
    for (number, place, cut, candidates), statements in zip(inner, read, strict=True):
        # A content that is found again as its own content is not inside itself.
        kept = [one for one in statements if one.content and place not in one.content]
        for one in kept:
            one.nested = True
        found[number] += kept
        deeper.append((number, Holder(cut, candidates, kept)))
    if depth < DEEPEST and deeper:
        below = nested([holder for _, holder in deeper], depth + 1)
        for (number, _), statements in zip(deeper, below, strict=True):
            found[number] += statements
    return found


def _contents(holder: Holder) -> Iterator[tuple[Range, Stretch, list[Candidate]]]:
    """Yield the contents in which a rule sees a cue, as stretches of their own."""
    words, start = holder.stretch.words, holder.stretch.start
    for place in (place for one in holder.found for place in one.content):
        inner = [c for c in holder.candidates if c.cue and _holds(place, c.cue[0])]
        low = bisect_right(words.ends, place[0] - start)
        high = bisect_left(words.starts, place[1] - start)
        if inner and low < high:
            cut = words.cut(low, high)
            yield place, Stretch(cut, labels_by_rules(cut, start, inner), start), inner


def _holds(place: Range, inner: Range) -> bool:
    return place[0] <= inner[0] and inner[1] <= place[1]
