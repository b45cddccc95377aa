"""The day that a time expression means, seen from the day of publication."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.model import Span, Time

DAY_LENGTH = len("2023-07-03")
WEEK = 7
LONGEST_MONTH = 31
# Words that count from another day than that of publication, and words that only bound a day.
OTHER_DAYS = frozenset({"next", "following", "previous", "that", "same"})
BOUNDS = frozenset({"before", "after", "by", "within", "around"})
# Days that are counted back in figures; farther off, reports count in weeks.
TENS = frozenset(str(number) for number in range(1, 100))


def day_of(
    words: Sequence[str], span: Span, times: Sequence[Time], published: str | None
) -> str | None:
    """Return the day, in ISO 8601, on which something was said, None where it is not one day.

    words: the expression's words in lower case. times: dates that the document tells outright; one
    of them inside `span` decides. Else the words are counted back from `published`: a weekday is
    the last one up to then, and so is a day and month without a year.
    """
    for time in times:
        if span.overlaps(time.span) and len(time.value) >= DAY_LENGTH and _iso(time.value):
            return time.value[:DAY_LENGTH]
    anchor = _iso(published or "")
    if anchor is None or _inexact(words):
        return None
    found = _named(words, anchor) or _counted(words, anchor)
    return found.isoformat() if found else None


def _iso(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:DAY_LENGTH]) if len(value) >= DAY_LENGTH else None
    except ValueError:
        return None


def _inexact(words: Sequence[str]) -> bool:
    """Say whether the words only bound the day ("before Friday") or count from another one.

    A preposition before a part of the day bounds nothing: "before dawn on Friday".
    """
    bounds = words[0] in BOUNDS and _parts().isdisjoint(words[1:2])
    return bounds or not OTHER_DAYS.isdisjoint(words)


def _named(words: Sequence[str], anchor: date) -> date | None:
    for word in words:
        if word in _days():
            return anchor + timedelta(_days()[word])
    for word in words:
        if word in _weekdays():
            back = (anchor.isoweekday() - _weekdays()[word]) % WEEK
            return anchor - timedelta(back or (WEEK if "last" in words else 0))
    if ("last" in words and "night" in words) or "overnight" in words:
        return anchor - timedelta("last" in words)
    if "this" in words and any(word in _parts() for word in words):
        return anchor
    return _of_month(words, anchor)


def _of_month(words: Sequence[str], anchor: date) -> date | None:
    month = next((_months()[word] for word in words if word in _months()), None)
    numbers = [int(digits) for word in words if (digits := word.rstrip("stndrh")).isdecimal()]
    days = [number for number in numbers if 1 <= number <= LONGEST_MONTH]
    if month is None or len(days) != 1 or len(numbers) != 1:
        return None
    for year in (anchor.year, anchor.year - 1):
        found = _iso(f"{year:04d}-{month:02d}-{days[0]:02d}")
        if found and found <= anchor:
            return found
    return None


def _counted(words: Sequence[str], anchor: date) -> date | None:
    """Count back: "three days ago"."""
    number, unit, shift = ("", "", "", *words)[-3:]
    if shift != "ago" or unit not in {"day", "days"}:
        return None
    count = int(number) if number in TENS else _numerals().get(number)
    return anchor - timedelta(count) if count is not None else None


def _valued(kind: str) -> dict[str, int]:
    return {row["word"]: int(row["value"]) for row in table("time_words") if row["kind"] == kind}


@cache
def _days() -> dict[str, int]:
    return _valued("day")


@cache
def _weekdays() -> dict[str, int]:
    return _valued("weekday")


@cache
def _parts() -> frozenset[str]:
    return frozenset(row["word"] for row in table("time_words") if row["kind"] == "part")


@cache
def _months() -> dict[str, int]:
    return {row["name"].casefold(): int(row["number"]) for row in table("months")}


@cache
def _numerals() -> dict[str, int]:
    rows = table("numerals")
    return {
        r["word"]: int(r["value"]) for r in rows if r["kind"] == "unit" and r["value"].isdigit()
    }
