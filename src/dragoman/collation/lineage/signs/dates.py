"""The later document is the copy, as far as dates can be trusted."""

from __future__ import annotations

from datetime import UTC, datetime
from math import log
from typing import TYPE_CHECKING

from dragoman.collation.lineage.signs.sign import Sign
from dragoman.model import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.collation.lineage.signs.pair import Pair
    from dragoman.collation.lineage.text import Text

# Of the direct pairs of the planted families (both halves, as published with them) the later is
# the copy in 130 of 151: pages are dated anew when they are moved, or never were dated right.
LATER = (log(0.86), log(0.14), log(0.5))


def by_date(pair: Pair) -> Iterator[Sign]:
    """Compare times of day where both are known, else the dates as far as both are."""
    a, b = pair.first.text, pair.second.text
    first, second = _moments(a, b) or _dates(a, b)
    if first != second:
        reason = f"{b.doc} is dated {_told(b)}, {a.doc} {_told(a)}"
        if first > second:
            reason = f"{a.doc} is dated {_told(a)}, {b.doc} {_told(b)}"
        yield Sign.of(LATER, reason, derived=second > first)


def _moments(a: Text, b: Text) -> tuple[str, str] | None:
    """Return both times so that they compare; None if one is unknown or only one has a zone."""
    if a.published_at is None or b.published_at is None:
        return None
    first, second = datetime.fromisoformat(a.published_at), datetime.fromisoformat(b.published_at)
    if (first.tzinfo is None) != (second.tzinfo is None):
        return None
    if first.tzinfo is not None:
        first, second = first.astimezone(UTC), second.astimezone(UTC)
    return first.isoformat(), second.isoformat()


def _dates(a: Text, b: Text) -> tuple[str, str]:
    first, second = _date(a), _date(b)
    known = min(len(first), len(second))
    return first[:known], second[:known]


def _date(text: Text) -> str:
    return "" if text.precision is Precision.NONE else text.published or ""


def _told(text: Text) -> str:
    return text.published_at or _date(text)
