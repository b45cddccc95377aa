"""Whose words a content gives."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from dragoman.model import StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.reading.statements.candidate import Range


class QuotedWords:
    """The paragraphs of a document and its outer quotations, in order; offsets are its own."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._texts: list[str] = []
        self._marks: list[Range] = []

    def add(self, start: int, text: str, quotations: Iterable[Range]) -> None:
        """Add a paragraph that starts at `start`, with its outer quotations."""
        self._starts.append(start)
        self._texts.append(text)
        self._marks += quotations

    def kind(self, content: Iterable[Range]) -> StatementKind:
        """Return direct, indirect or mixed, by the letters and digits inside quotation marks."""
        every = quoted = 0
        for start, end in content:
            every += self._letters(start, end)
            index = max(bisect_right(self._marks, (start, start)) - 1, 0)
            while index < len(self._marks) and self._marks[index][0] < end:
                low, high = self._marks[index]
                quoted += self._letters(max(low, start), min(high, end))
                index += 1
        if quoted == 0:
            return StatementKind.INDIRECT
        return StatementKind.DIRECT if quoted == every else StatementKind.MIXED

    def _letters(self, start: int, end: int) -> int:
        place = bisect_right(self._starts, start) - 1
        begin = self._starts[place]
        return sum(
            sign.isalnum() for sign in self._texts[place][start - begin : max(0, end - begin)]
        )
