"""The news agency that a text credits; one that it merely cites is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.model import Span
from dragoman.sources.imprint.notes import contributed
from dragoman.sources.imprint.page import Found, Part
from dragoman.sources.imprint.passages import dateline_in
from dragoman.sources.imprint.presses import agency_like, agency_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.sources.imprint.page import Page

CREDIT_AT_END = 40
LAST_WORDS = re.compile(r"[.!?][\"”’»]?\s{0,2}[(/–—-]{0,2}\s?([^\W\d_][^.!?()/]{1,30})[)/]?\.?$")


def agency_of(page: Page) -> Found | None:
    """Return the agency credited, as the table of agencies calls it, else as the text does."""
    return next(_credits(page), None)


def _credits(page: Page) -> Iterator[Found]:
    for field in ("agency", "byline"):
        stated = page.stated.get(field, "").removeprefix("By ").strip()
        name = agency_named(stated) or (stated if agency_like(stated) else None)
        if name or (stated and field == "agency"):
            yield Found(name or stated)
    for fact in page.said("agency"):
        yield Found(agency_named(fact.value) or fact.value, fact.span)
    opened = dateline_in(page)
    if opened is not None and opened[1].agency:
        start = opened[0].span.start
        yield Found(opened[1].agency, Span(start, start + opened[1].end))
    for block in page.of(Part.CREDIT):
        for name in contributed(block.words) or ():
            yield Found(name, block.span)
    yield from _source_labels(page)
    yield from _at_the_end(page)


def _source_labels(page: Page) -> Iterator[Found]:
    """Yield agencies that a label such as "Source" names."""
    for fact in page.said("outlet"):
        name = agency_named(fact.value)
        if name:
            yield Found(name, fact.span)


def _set_apart(match: re.Match[str]) -> bool:
    """Say whether last words are a credit: behind a bracket or dash, or an acronym."""
    return match[0][: match.start(1) - match.start()].strip()[-1:] in "(/–—-" or match[1].isupper()


def _at_the_end(page: Page) -> Iterator[Found]:
    """Yield an agency behind the last sentence: "... on Monday. (Yonhap)", "... lunes. EFE"."""
    if page.last >= len(page.blocks):
        return
    block = page.blocks[page.last]
    start = max(0, len(block.words) - CREDIT_AT_END)
    match = LAST_WORDS.search(block.words[start:])
    name = agency_named(match[1]) if match and _set_apart(match) else None
    if match and name:
        at = block.span.start + start
        yield Found(name, Span(at + match.start(1), at + match.end(1)))
