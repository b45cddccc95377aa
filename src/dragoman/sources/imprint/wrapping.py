"""Whether a text is hard-wrapped, and which of its lines go on in the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.sources.imprint.words import last_sign

if TYPE_CHECKING:
    from collections.abc import Sequence

# Mail wraps at 72 to 78 columns, agency copy at 60 to 69; a line of 100 is a paragraph.
NARROWEST, WIDEST = 40, 100
CONTINUED_AT_LEAST = 3
FULL_SHARE = 0.7
ENDED_SHARE = 0.5
NINETY_FIVE = 0.95
# A "word" longer than this is text without spaces and tells nothing of where a line was cut.
LONGEST_WORD = 30
SENTENCE_ENDS = ".!?。！？"


class Wrapping:
    """How the lines of a text are wrapped.

    `lines` without white space at their edges, an empty one for a blank line; `indents` tells how
    much white space stood before each. `width` is the column of wrapping, 0 if there is none.
    """

    def __init__(self, lines: Sequence[str], indents: Sequence[int]) -> None:
        self._lines = lines
        self._indents = indents
        self.width = self._measured()

    def joins(self, number: int) -> bool:
        """Say whether line `number` goes on in the line after it."""
        if not self.width or not self._continued(number):
            return False
        line, following = self._lines[number], self._lines[number + 1]
        runs_on = last_sign(line) not in SENTENCE_ENDS and following[:1].islower()
        return self._full(number, self.width) or runs_on

    def _measured(self) -> int:
        continued = [n for n in range(len(self._lines)) if self._continued(n)]
        if len(continued) < CONTINUED_AT_LEAST:
            return 0
        lengths = sorted(self._length(n) for n in continued)
        width = lengths[min(len(lengths) - 1, int(len(lengths) * NINETY_FIVE))]
        if not NARROWEST <= width <= WIDEST:
            return 0
        full = [n for n in continued if self._full(n, width)]
        ended = [n for n in full if last_sign(self._lines[n]) in SENTENCE_ENDS]
        wrapped = len(full) >= FULL_SHARE * len(continued)
        return width if wrapped and len(ended) <= ENDED_SHARE * len(full) else 0

    def _continued(self, number: int) -> bool:
        """Say whether a line follows at once, not set off by an indent."""
        after = number + 1
        if after >= len(self._lines) or not self._lines[number] or not self._lines[after]:
            return False
        return self._indents[after] <= self._indents[number]

    def _length(self, number: int) -> int:
        return self._indents[number] + len(self._lines[number])

    def _full(self, number: int, width: int) -> bool:
        """Say whether the next line's first word would not have fitted."""
        word = self._lines[number + 1][: LONGEST_WORD + 1].split()[0]
        return len(word) <= LONGEST_WORD and self._length(number) + 1 + len(word) > width
