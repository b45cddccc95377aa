"""What the rules take each word of a paragraph for, as the encoder is told it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dragoman.reading.encoder.words import Words
    from dragoman.reading.statements.ranges import Range
    from dragoman.reading.statements.rules.candidate import Candidate

# The labels that open each role, less one; the next goes on with it. 0 is no part.
ROLES = (("content", 4), ("cue", 2), ("source", 0))


def labels_by_rules(words: Words, start: int, candidates: Iterable[Candidate]) -> list[int]:
    """Return the label of each word; of nested candidates only the outer ones count.

    start: where the paragraph stands in the document, in which the candidates are placed.
    """
    labels = [0] * len(words)
    for candidate in outer(list(candidates)):
        for role, opening in ROLES:
            for low, high in getattr(candidate, role):
                paint(labels, words, (low - start, high - start), opening)
    return labels


def paint(labels: list[int], words: Words, place: Range, opening: int) -> None:
    """Label the words that share a character with a range of their paragraph."""
    low, high = place
    first = bisect_right(words.ends, low)
    for word in range(first, bisect_left(words.starts, high)):
        labels[word] = opening + (1 if word == first else 2)


def outer(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the candidates whose cue lies in no content; a content never holds its own cue."""
    contents = sorted(place for candidate in candidates for place in candidate.content)
    starts = [start for start, _ in contents]
    furthest = list(accumulate((end for _, end in contents), max))
    for candidate in candidates:
        start, end = (candidate.cue or candidate.source)[0]
        at = bisect_right(starts, start) - 1
        if at < 0 or furthest[at] < end:
            yield candidate
