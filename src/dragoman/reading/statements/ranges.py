"""Ranges of characters, half-open: where the parts of a statement stand while it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Range = tuple[int, int]


def joined(text: str, ranges: Iterable[Range]) -> list[Range]:
    """Return ranges in order; overlapping ones, or with only white space between, are one."""
    return _run_together(ranges, lambda end, start: not text[end:start].strip())


def union(ranges: Iterable[Range]) -> list[Range]:
    """Return ranges in order, overlapping ones as one."""
    return _run_together(ranges, lambda end, start: start <= end)


def _run_together(ranges: Iterable[Range], one: Callable[[int, int], bool]) -> list[Range]:
    """Make one of neighbours where `one` says so of an end and the next start."""
    whole: list[Range] = []
    for start, end in sorted(ranges):
        if whole and one(whole[-1][1], start):
            whole[-1] = whole[-1][0], max(whole[-1][1], end)
        else:
            whole.append((start, end))
    return whole
