"""The words of a paragraph as the encoder is given them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dragoman.reading.statements.syntax import Syntax

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


def words_of(syntax: Syntax, quotations: Iterable[tuple[int, int, int]]) -> Words:
    """Return a paragraph's words without the white space that the parse counts as tokens.

    quotations: start, end and depth of each quotation, in the paragraph.
    """
    kept = [at for at, word in enumerate(syntax.words) if not word.isspace()]
    starts = [syntax.starts[at] for at in kept]
    return Words(
        text=syntax.text,
        starts=starts,
        ends=[syntax.ends[at] for at in kept],
        tags=[syntax.tags[at] for at in kept],
        deps=[syntax.deps[at] for at in kept],
        quoted=_states(starts, quotations),
        first=[syntax.first[at] == at for at in kept],
    )


def _states(starts: Sequence[int], quotations: Iterable[tuple[int, int, int]]) -> list[int]:
    states = [OUTSIDE] * len(starts)
    for low, high, depth in sorted(quotations, key=lambda found: found[2]):
        state = NESTED if depth else QUOTED
        for word in range(bisect_left(starts, low), bisect_left(starts, high)):
            states[word] = state
    return states
