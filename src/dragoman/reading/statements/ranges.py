"""Ranges of characters, half-open: where the parts of a statement stand while it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Range = tuple[int, int]


def joined(text: str, ranges: Iterable[Range]) -> list[Range]:
    """Return ranges in order; overlapping ones, or with only white space between, are one."""
    whole: list[Range] = []
    for start, end in sorted(ranges):
        if whole and (start <= whole[-1][1] or not text[whole[-1][1] : start].strip()):
            whole[-1] = (whole[-1][0], max(whole[-1][1], end))
        else:
            whole.append((start, end))
    return whole


def union(ranges: Iterable[Range]) -> list[Range]:
    """Return ranges in order, overlapping ones as one."""
    whole: list[Range] = []
    for start, end in sorted(ranges):
        if whole and start <= whole[-1][1]:
            whole[-1] = whole[-1][0], max(whole[-1][1], end)
        else:
            whole.append((start, end))
    return whole
