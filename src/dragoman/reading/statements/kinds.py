"""Whose words a content gives."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from dragoman.model import StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.reading.statements.ranges import Range


class QuotedWords:
    """Counts of letters and digits up to each character, in all and inside quotation marks.

    Counting beforehand keeps deeply nested contents linear.
    """

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._every: list[list[int]] = []
        self._quoted: list[list[int]] = []

    def add(self, start: int, text: str, quotations: Iterable[Range]) -> None:
        """Add a paragraph that starts at `start` in the document.

        quotations: its outer quotations, in the paragraph's own offsets.
        """
        letters = [sign.isalnum() for sign in text]
        inside = [False] * len(text)
        for low, high in quotations:
            inside[low:high] = letters[low:high]
        self._starts.append(start)
        self._every.append(list(accumulate(letters, initial=0)))
        self._quoted.append(list(accumulate(inside, initial=0)))

    def kind(self, content: Iterable[Range]) -> StatementKind:
        """Return direct, indirect or mixed, by the letters and digits inside quotation marks."""
        every = quoted = 0
        for start, end in content:
            place = bisect_right(self._starts, start) - 1
            low, high = start - self._starts[place], end - self._starts[place]
            every += self._every[place][high] - self._every[place][low]
            quoted += self._quoted[place][high] - self._quoted[place][low]
        if quoted == 0:
            return StatementKind.INDIRECT
        return StatementKind.DIRECT if quoted == every else StatementKind.MIXED
