"""Dates as far as they are known, in words and as days on an axis."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
# TIMEX3: seasons, quarters and halves of a year, as first month and number of months.
PARTS_OF_YEAR = {
    "SP": (3, 3, "spring"), "SU": (6, 3, "summer"), "FA": (9, 3, "autumn"),
    "WI": (12, 1, "winter"), "Q1": (1, 3, "first quarter of"), "Q2": (4, 3, "second quarter of"),
    "Q3": (7, 3, "third quarter of"), "Q4": (10, 3, "fourth quarter of"),
    "H1": (1, 6, "first half of"), "H2": (7, 6, "second half of"),
}  # fmt: skip
DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T\d{2}(?::\d{2}){0,2})?", re.ASCII)
MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
YEAR = re.compile(r"\d{4}", re.ASCII)
PART = re.compile(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """First and last day on which something may lie, and how that is said."""

    first: date
    last: date
    words: str

    @property
    def exact(self) -> bool:
        """Say whether the very day is known."""
        return self.first == self.last


def days(value: str | None) -> Days | None:
    """Return the days of an ISO date or absolute TIMEX3 value; None for anything else."""
    try:
        return _days(value or "")
    except ValueError:
        return None


def _days(value: str) -> Days | None:
    if found := DAY.fullmatch(value):
        day = date(*(int(part) for part in found.groups()))
        return Days(day, day, f"{day.day} {MONTHS[day.month - 1]} {day.year}")
    if found := MONTH.fullmatch(value):
        year, month = int(found[1]), int(found[2])
        first = date(year, month, 1)
        return Days(first, _last(year, month), f"{MONTHS[month - 1]} {year}")
    if YEAR.fullmatch(value):
        return Days(date(int(value), 1, 1), date(int(value), 12, 31), str(int(value)))
    if found := PART.fullmatch(value):
        year, (month, months, words) = int(found[1]), PARTS_OF_YEAR[found[2]]
        return Days(date(year, month, 1), _last(year, month + months - 1), f"{words} {year}")
    return None


def _last(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
