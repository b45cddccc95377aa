"""The words of a paragraph as the encoder is given them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dragoman.reading.syntax import Syntax

OUTSIDE, QUOTED, NESTED = 1, 2, 3
"""States of a word: outside quotation marks, inside a quotation, inside a quotation in one."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one paragraph; everything is indexed by word.

    starts, ends: offsets in the paragraph, half-open. tags: Penn tags. deps: dependency labels.
    quoted: 1 outside quotation marks, 2 inside, 3 inside a quotation in a quotation.
    first: whether a sentence begins.
    """

    text: str
    starts: list[int]
    ends: list[int]
    tags: list[str]
    deps: list[str]
    quoted: list[int]
    first: list[bool]

    def __len__(self) -> int:
        return len(self.starts)

    def cut(self, low: int, high: int) -> Words:
        """Return the words of a range by themselves; their offsets stay those in the paragraph.

        The text before the range is blank, so that the pieces of the others are none.
        """
        start, end = self.starts[low], self.ends[high - 1]
        return Words(
            text=" " * start + self.text[start:end],
            starts=self.starts[low:high],
            ends=self.ends[low:high],
            tags=self.tags[low:high],
            deps=self.deps[low:high],
            quoted=self.quoted[low:high],
            first=[True, *self.first[low + 1 : high]],
        )


def words_of(syntax: Syntax, quotations: Sequence[tuple[int, int, int]]) -> Words:
    """Return a paragraph's words without the white space that the parse counts as tokens.

    quotations: start, end and depth of each quotation, in the paragraph.
    """
    edges = sorted({edge for start, end, _ in quotations for edge in (start, end)})
    pieces = [
        (at, start, end)
        for at, word in enumerate(syntax.words)
        if not word.isspace()
        for start, end in _cut(syntax.starts[at], syntax.ends[at], edges)
    ]
    starts = [start for _, start, _ in pieces]
    return Words(
        text=syntax.text,
        starts=starts,
        ends=[end for _, _, end in pieces],
        tags=[syntax.tags[at] for at, _, _ in pieces],
        deps=[syntax.deps[at] for at, _, _ in pieces],
        quoted=_states(starts, quotations),
        first=[syntax.first[at] == at for at, _, _ in pieces],
    )


def _cut(start: int, end: int, edges: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield a token's pieces: a lost space glues what follows a quotation to it (cliques,’he)."""
    for edge in edges[bisect_right(edges, start) : bisect_left(edges, end)]:
        yield start, edge
        start = edge
    yield start, end


def _states(starts: Sequence[int], quotations: Iterable[tuple[int, int, int]]) -> list[int]:
    states = [OUTSIDE] * len(starts)
    for low, high, depth in sorted(quotations, key=lambda found: found[2]):
        state = NESTED if depth else QUOTED
        for word in range(bisect_left(starts, low), bisect_left(starts, high)):
            states[word] = state
    return states
