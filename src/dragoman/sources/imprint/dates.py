"""Dates as the heads and tails of pages write them. None is guessed, none raises."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import table
from dragoman.model import Precision
from dragoman.sources.imprint.words import WINDOW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

# The first newspaper is of 1605; years of other calendars (1444, 2566) fall outside.
FIRST_YEAR, LAST_YEAR = 1605, 2099
MONTHS = 12

YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
IDEOGRAPHIC = re.compile(r"(?<!\d)(\d{4})\s?年\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?日)?")
DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?:\s(?:of|de))?[\s-]{1,2}"
    r"([^\W\d_]{3,12})\.?,?(?:\s(?:de|del))?[\s-]{1,2}(\d{4})(?!\d)"
)
MONTH_FIRST = re.compile(
    r"(?<![^\W\d_])([^\W\d_]{3,12})(?:\.\s{0,2}|\s{1,2})(\d{1,2})(?:st|nd|rd|th)?"
    r"(?:,\s{0,2}|\s{1,2})(\d{4})(?!\d)"
)
NUMBERS = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
MONTH_ONLY = re.compile(
    r"(?<![^\W\d_])([^\W\d_]{3,12})\.?,?\s{1,2}(?:de\s)?(\d{4})(?!\d|[-/.]\d|年)"
)
ISO_MONTH = re.compile(r"(?<!\d)(\d{4})-(\d{2})(?![\d-])")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date and where it stands in the line that was searched."""

    value: str
    precision: Precision
    start: int
    end: int


def dates_in(line: str) -> tuple[Dated, ...]:
    """Return the dates of a line's first `WINDOW` characters, in order, none overlapping.

    Where numbers leave open which one is the month, only the year is kept. An impossible date
    (31 February) is none, and nor is a part of it.
    """
    window = line[:WINDOW]
    found = sorted(_all(window), key=lambda hit: (hit.start, -hit.end))
    kept: list[Dated] = []
    for hit in found:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return tuple(hit for hit in kept if hit.value)


@cache
def months() -> Mapping[str, int]:
    """Return the number of each name of a month, in lower case."""
    return {row["word"]: int(row["value"]) for row in table("date_lines") if row["kind"] == "month"}


def _all(window: str) -> Iterator[Dated]:
    for pattern, parts in PARTS:
        for match in pattern.finditer(window):
            read = parts(match)
            if read is not None:
                yield Dated(*_cut(*read), match.start(), match.end())


def _cut(year: int, month: int, day: int) -> tuple[str, Precision]:
    """Return a date as ISO 8601, cut to what is known; "" for an impossible one."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return "", Precision.NONE
    if not month:
        return f"{year}", Precision.YEAR
    if not day:
        return (f"{year}-{month:02}", Precision.MONTH) if month <= MONTHS else ("", Precision.NONE)
    try:
        return date(year, month, day).isoformat(), Precision.DAY
    except ValueError:
        return "", Precision.NONE


Parts = tuple[int, int, int]


def _year_first(match: re.Match[str]) -> Parts | None:
    return int(match[1]), int(match[3]) or MONTHS + 1, int(match[4]) or 32


def _ideographic(match: re.Match[str]) -> Parts | None:
    return int(match[1]), int(match[2]) or MONTHS + 1, int(match[3] or 0)


def _day_first(match: re.Match[str]) -> Parts | None:
    month = months().get(match[2].casefold())
    return None if month is None else (int(match[3]), month, int(match[1]) or 32)


def _month_first(match: re.Match[str]) -> Parts | None:
    month = months().get(match[1].casefold())
    return None if month is None else (int(match[3]), month, int(match[2]) or 32)


def _month_only(match: re.Match[str]) -> Parts | None:
    month = months().get(match[1].casefold())
    return None if month is None else (int(match[2]), month, 0)


def _iso_month(match: re.Match[str]) -> Parts | None:
    return int(match[1]), int(match[2]) or MONTHS + 1, 0


def _numbers(match: re.Match[str]) -> Parts | None:
    """Read "31.01.2023". With dots the day goes first in every locale of Unicode CLDR."""
    one, other, year = int(match[1]), int(match[3]), int(match[4])
    if match[2] == "." or one > MONTHS or one == other:
        return year, other or MONTHS + 1, one or 32
    if other > MONTHS:
        return year, one or MONTHS + 1, other
    return (year, 0, 0) if one and other else (year, MONTHS + 1, 32)


PARTS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Parts | None]], ...] = (
    (YEAR_FIRST, _year_first),
    (IDEOGRAPHIC, _ideographic),
    (DAY_FIRST, _day_first),
    (MONTH_FIRST, _month_first),
    (NUMBERS, _numbers),
    (MONTH_ONLY, _month_only),
    (ISO_MONTH, _iso_month),
)
