"""Dates that a document tells outright.

Values are TIMEX3 (ISO 8601 with seasons): TimeML 1.2.1, Annotation Guidelines, Pustejovsky et al.
2006. Only expressions that name their year are read; "last June" needs an anchor and is left out.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import table
from dragoman.model import PassageKind, Span, Time, TimeType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.model import Passage

# Each pattern is bounded in length and used on a window of a text.
ANCHOR = re.compile(r"\b(?:[12][0-9]{3}|[A-Z][a-z]{2,8})\b")
DAY_BEFORE = re.compile(r"\b([0-9]{1,2})(?:st|nd|rd|th)?(?: of)?[ \u00a0]\Z")
DAY_YEAR = re.compile(r"\.?[ \u00a0]([0-9]{1,2})(?:st|nd|rd|th)?,?[ \u00a0]([12][0-9]{3})\b")
YEAR = re.compile(r"\.?,?[ \u00a0](?:of[ \u00a0])?([12][0-9]{3})\b")
ISO = re.compile(
    r"([12][0-9]{3})-([0-9]{2})-([0-9]{2})(?:[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?))?\b"
)
SEASON_BEFORE = re.compile(r"\b([a-z]{4,6})(?: of)?[ \u00a0]\Z")
WORD_BEFORE = re.compile(r"\b([A-Za-z]{2,8})(?:'s|’s)?[ \u00a0]\Z")
# A digit, a sign or a unit that makes a number of four digits no year.
NO_YEAR = re.compile(r"[0-9%,.'’/-][0-9]|[%°/-]|[ \u00a0][a-z]{2,12}s\b")
BEFORE, AFTER = 16, 28
EARLIEST, LATEST = 1500, 2100


def read_times(text: str, passages: Sequence[Passage]) -> tuple[Time, ...]:
    """Return the absolute dates of a text, in order; date lines and captions are read too.

    Impossible dates ("31 February 2023") are left out.
    """
    own = [p.span for p in passages if p.kind is not PassageKind.BOILERPLATE]
    found = {time.span: time for span in own for time in _dates(text, span)}
    return tuple(found[span] for span in sorted(found))


def _dates(text: str, span: Span) -> Iterator[Time]:
    done = span.start
    for anchor in ANCHOR.finditer(text, span.start, span.end):
        if anchor.start() < done:
            continue
        time = _date(text, span, anchor)
        if time and time.span.start >= done:
            done = time.span.end
            yield time


def _date(text: str, span: Span, anchor: re.Match[str]) -> Time | None:
    start, end = anchor.span()
    before = text[max(span.start, start - BEFORE) : start]
    after = text[end : min(span.end, end + AFTER)]
    month = _months().get(anchor[0])
    if month:
        return _at_month(before, after, (start, end), month)
    if anchor[0].isdigit():
        return _iso(text[start : min(span.end, start + AFTER)], start) or _at_year(
            before, after, (start, end), anchor[0]
        )
    return None


def _at_month(before: str, after: str, place: tuple[int, int], month: int) -> Time | None:
    start, end = place
    if full := DAY_YEAR.match(after):
        return _day(Span(start, end + full.end()), int(full[2]), month, int(full[1]))
    year = YEAR.match(after)
    if year is None:
        return None
    end += year.end()
    if day := DAY_BEFORE.search(before):
        return _day(Span(start - len(before) + day.start(), end), int(year[1]), month, int(day[1]))
    return Time(Span(start, end), TimeType.DATE, f"{year[1]}-{month:02d}")


def _day(span: Span, year: int, month: int, day: int) -> Time | None:
    try:
        value = datetime(year, month, day, tzinfo=UTC).date().isoformat()
    except ValueError:
        return None
    return Time(span, TimeType.DATE, value)


def _iso(window: str, start: int) -> Time | None:
    match = ISO.match(window)
    if match is None:
        return None
    date = _day(Span(start, start + match.end()), int(match[1]), int(match[2]), int(match[3]))
    if date is None or match[4] is None:
        return date
    return Time(date.span, TimeType.TIME, f"{date.value}T{match[4]}")


def _at_year(before: str, after: str, place: tuple[int, int], year: str) -> Time | None:
    start, end = place
    season = SEASON_BEFORE.search(before)
    code = _seasons().get(season[1]) if season else None
    if season and code:
        span = Span(start - len(before) + season.start(), end)
        return Time(span, TimeType.DATE, f"{year}-{code}")
    word = WORD_BEFORE.search(before)
    told = word is not None and word[1].casefold() in _before_years()
    if told and EARLIEST <= int(year) <= LATEST and not NO_YEAR.match(after):
        return Time(Span(start, end), TimeType.DATE, year)
    return None


@cache
def _months() -> dict[str, int]:
    return {row["name"]: int(row["number"]) for row in table("months")}


@cache
def _seasons() -> dict[str, str]:
    return {row["name"]: row["code"] for row in table("seasons")}


@cache
def _before_years() -> frozenset[str]:
    return frozenset(row["word"] for row in table("before_years"))
