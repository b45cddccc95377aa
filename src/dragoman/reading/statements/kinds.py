"""Whose words a content gives."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from dragoman.model import StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dragoman.reading.statements.candidate import Range


def kind_of(
    content: Iterable[Range], texts: Sequence[tuple[int, str]], marks: Sequence[Range]
) -> StatementKind:
    """Return direct, indirect or mixed by the letters and digits inside quotation marks.

    texts: paragraphs with where they start, in order. marks: the outer quotations, in order.
    """
    letters = quoted = 0
    starts = [start for start, _ in texts]
    for start, end in content:
        place = bisect_right(starts, start) - 1
        begin, text = texts[place]
        letters += _letters(text[start - begin : end - begin])
        index = max(bisect_right(marks, (start, start)) - 1, 0)
        while index < len(marks) and marks[index][0] < end:
            low, high = max(marks[index][0], start), min(marks[index][1], end)
            quoted += _letters(text[low - begin : high - begin]) if low < high else 0
            index += 1
    if quoted == 0:
        return StatementKind.INDIRECT
    return StatementKind.DIRECT if quoted == letters else StatementKind.MIXED


def _letters(text: str) -> int:
    return sum(sign.isalnum() for sign in text)
