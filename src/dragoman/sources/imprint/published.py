"""When an article was published."""

from __future__ import annotations

from datetime import datetime, time
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from dragoman.model import Precision
from dragoman.sources.imprint.dates import FIRST_YEAR, LAST_YEAR, dates_in
from dragoman.sources.imprint.page import Found
from dragoman.sources.imprint.passages import dateline_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.sources.imprint.page import Page

LONGEST_STATED = 100
PRECISIONS = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}


def published_on(page: Page) -> tuple[Found | None, Precision]:
    """Return the date of publication, ISO 8601 cut to its precision, and the precision.

    What the format states goes first, then labels and date lines, then a full date in the
    dateline, then the date of an update. Dates in sentences and notes are never looked at.
    """
    found = next(_dates(page), None)
    return found, PRECISIONS[len(found.value)] if found else Precision.NONE


def _dates(page: Page) -> Iterator[Found]:
    stated = page.stated.get("published")
    value = stated_date(stated) if stated else None
    if value:
        yield Found(value)
    for fact in page.said("published"):
        yield Found(fact.value, fact.span)
    opened = dateline_in(page)
    if opened is not None and opened[1].published:
        yield Found(opened[1].published, opened[0].span)
    for fact in page.said("updated"):
        yield Found(fact.value, fact.span)


def published_at(page: Page) -> str | None:
    """Return date and time of publication as the format states them, ISO 8601.

    Midnight to the second is a date that was written as a time.
    """
    return stated_time(page.stated.get("published", ""))


def stated_time(words: str) -> str | None:
    """Return a stated date and time as ISO 8601, None if it is none or states no time of day."""
    moment = _moment(words.strip()[:LONGEST_STATED])
    if moment is None or moment.time() == time.min or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    return moment.isoformat(timespec="seconds")


def stated_date(words: str) -> str | None:
    """Return a stated date as ISO 8601 cut to its precision, None if it is none.

    ISO 8601, RFC 822 and the ways of `dates_in`; a time of day and its zone are dropped, the day
    stays the one that was written.
    """
    line = words.strip()[:LONGEST_STATED]
    if line.isdecimal() and len(line) == 4:  # noqa: PLR2004 - a year alone
        return f"{int(line)}" if FIRST_YEAR <= int(line) <= LAST_YEAR else None
    moment = _moment(line)
    if moment is not None:
        return moment.date().isoformat() if FIRST_YEAR <= moment.year <= LAST_YEAR else None
    found = dates_in(line)
    return found[0].value if found else None


def _moment(line: str) -> datetime | None:
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return parse(line)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None
