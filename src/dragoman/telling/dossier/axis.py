"""A time axis: days to places, and ticks that fit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dragoman.telling.dossier.dates import MONTHS, Days

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_TICKS = 7
SHORT = 3
DAYS_A_YEAR, DAYS_A_MONTH = 366, 31
STEPS_OF_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000)
STEPS_OF_DAYS = (1, 2, 5, 7, 10, 14)


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on the axis."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis from `first` to `last` between two places."""

    first: date
    last: date
    left: float
    right: float

    def at(self, day: date) -> float:
        """Return the place of a day, to a tenth; days beyond the ends stand at the ends."""
        length = max(1, (self.last - self.first).days)
        share = min(1.0, max(0.0, (day - self.first).days / length))
        return round(self.left + share * (self.right - self.left), 1)

    def ticks(self, most: int = MOST_TICKS) -> tuple[Tick, ...]:
        """Return ticks at days, months or years, some `most` of them."""
        length = (self.last - self.first).days
        if length <= STEPS_OF_DAYS[-1] * most:
            return tuple(self._days(length, most))
        step = next(s for s in STEPS_OF_MONTHS if length / 30 / s <= most)
        return tuple(self._months(step))

    def _days(self, length: int, most: int) -> Iterable[Tick]:
        step = next(s for s in STEPS_OF_DAYS if length / s <= most)
        for ordinal in range(self.first.toordinal(), self.last.toordinal() + 1, step):
            day = date.fromordinal(ordinal)
            year = f" {day.year}" if ordinal - step < self.first.toordinal() else ""
            yield Tick(self.at(day), f"{day.day} {MONTHS[day.month - 1][:SHORT]}{year}")

    def _months(self, step: int) -> Iterable[Tick]:
        index = self.first.year * 12 + self.first.month - 1
        index = -(-index // step) * step
        while index <= self.last.year * 12 + self.last.month - 1:
            day = date(index // 12, index % 12 + 1, 1)
            if day >= self.first:
                named = f"{MONTHS[day.month - 1][:SHORT]} " if step % 12 else ""
                yield Tick(self.at(day), f"{named}{day.year}")
            index += step


def axis(known: Iterable[Days], left: float, right: float) -> Axis | None:
    """Return an axis that holds all the days, with some room; None if there are none."""
    listed = list(known)
    if not listed:
        return None
    first, last = extent(listed)
    room = max(2, (last - first) // 40)
    first, last = max(1, first - room), min(date.max.toordinal(), last + room)
    return Axis(date.fromordinal(first), date.fromordinal(last), left, right)


def extent(known: Iterable[Days]) -> tuple[int, int]:
    """Return the ordinals of the first and the last day of several."""
    listed = list(known)
    return min(d.first for d in listed).toordinal(), max(d.last for d in listed).toordinal()
