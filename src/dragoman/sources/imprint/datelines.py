"""Datelines: "SEOUL, Jan 30 (Reuters) - ", "BRUSSELS — ", "MOSCOW, January 30. /TASS/. "."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.sources.imprint.dates import dates_in, months
from dragoman.sources.imprint.presses import agency_like, agency_named
from dragoman.sources.imprint.words import is_capitalised

if TYPE_CHECKING:
    from collections.abc import Iterator

WINDOW = 120
PLACE_WORDS = 6
CREDIT_WORDS = 5
# What may stand between the dateline and the first sentence, the longer sign first.
DASHES = re.compile(r"\s?(?:--|[—–―])\s?|\s-\s?|\.[-–]\s?|(?<=\))\s?[-:]\s")
CREDIT = re.compile(r"\(([^()]{2,60})\)|/([^/\d]{2,40})/")
SLASH_END = re.compile(r"/[^/\d]{2,40}/\.?\s")
DAY = re.compile(
    r"(?<![^\W\d_])([^\W\d_]{3,12})\.?\s(\d{1,2})(?!\d)|(?<!\d)(\d{1,2})\s([^\W\d_]{3,12})\b"
)
LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at the start of a paragraph; `end`: of the words, `body`: where the text goes on.

    agency: as credited in brackets. published: ISO date where the dateline gives the year.
    """

    end: int
    body: int
    agency: str | None
    published: str | None


def dateline_of(words: str) -> Dateline | None:
    """Return the dateline with which a paragraph begins, None if it begins with none.

    Offsets are into `words`.
    """
    window = words[:WINDOW]
    for end, body in _borders(window):
        found = _read(window[:end])
        if found is not None:
            goes_on = len(words) - len(words[body:].lstrip())
            return Dateline(end, goes_on, *found) if goes_on < len(words) else None
    return None


def _borders(window: str) -> Iterator[tuple[int, int]]:
    """Yield where a dateline might end, and the text after it begin."""
    for match in SLASH_END.finditer(window):
        yield match.end() - 1, match.end()
    for match in DASHES.finditer(window):
        yield len(window[: match.end()].rstrip()), match.end()


def _read(words: str) -> tuple[str | None, str | None] | None:
    """Return agency and date of what may be a dateline, None if it is none."""
    credit = CREDIT.search(words)
    named = (credit[1] or credit[2]).strip() if credit else ""
    bare = words if credit is None else words[: credit.start()] + " " + words[credit.end() :]
    dates = dates_in(bare)
    full = dates[0] if dates else None
    bare = bare if full is None else bare[: full.start] + " " + bare[full.end :]
    bare, dated = _without_day(bare)
    sure = full is not None or dated
    agency = _agency(named, sure=sure) if named else None
    if not _is_place(bare, loud=not (sure or agency)):
        return None
    if named and agency is None and not sure:
        return None
    return agency, full.value if full is not None and len(full.value) > len("2023-01") else None


def _without_day(words: str) -> tuple[str, bool]:
    for match in DAY.finditer(words):
        if (match[1] or match[4]).casefold() in months():
            return words[: match.start()] + " " + words[match.end() :], True
    return words, False


def _agency(named: str, *, sure: bool) -> str | None:
    """Return the agency in a dateline's brackets; beside a date an unknown name is one too."""
    first = _first_credit(named)
    known = agency_named(named) or agency_named(first)
    if known or agency_like(named):
        return known or named
    parts = named.split()
    unknown = sure and len(parts) <= CREDIT_WORDS and all(is_capitalised(part) for part in parts)
    return named if unknown else None


def _first_credit(named: str) -> str:
    """Return the first of several credits: "AFP/Reuters"."""
    return named.replace(",", "/").split("/", 1)[0].strip()


def _is_place(words: str, *, loud: bool) -> bool:
    """Say whether what is left names a place; `loud`: nothing but capitals shows it."""
    parts = LETTERS.findall(words)
    if not 0 < len(parts) <= PLACE_WORDS or any(sign.isdigit() for sign in words):
        return False
    first = words.strip(" ,.").split(",", 1)[0]
    if first.isupper() and len(first) > 2:  # noqa: PLR2004 - "UN" and "EU" are no places
        return all(is_capitalised(part) or part in ("of", "the", "de") for part in parts)
    return not loud and all(is_capitalised(part) for part in parts)
