"""The outlet that a text was found in, only where it says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.knowledge import table
from dragoman.sources.imprint.furniture import Kind, block_kind, holds
from dragoman.sources.imprint.page import Found, Part
from dragoman.sources.imprint.presses import (
    agency_named,
    outlet_at,
    outlet_like,
    outlet_named,
    outlet_within,
)
from dragoman.sources.imprint.published_by import name_after
from dragoman.sources.imprint.words import WINDOW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.sources.imprint.page import Page


def outlet_of(page: Page) -> Found | None:
    """Return the outlet: stated, named by a line of head or tail, by rights, by the address."""
    return next(_outlets(page), None)


def _outlets(page: Page) -> Iterator[Found]:
    stated = page.stated.get("outlet")
    if stated:
        yield Found(stated)
    yield from _phrases(page, Part.FURNITURE)
    labelled = [fact for fact in page.said("outlet") if outlet_named(fact.value) != fact.value]
    named = [fact for fact in page.said("outlet") if fact not in labelled]
    for fact in [*named, *labelled]:
        yield Found(outlet_named(fact.value) or fact.value, fact.span)
    yield from _rights(page)
    yield from _phrases(page, Part.NOTE, Part.AUTHOR_NOTE)
    address = page.stated.get("url") or next(
        (fact.value for fact in page.said("url", "address")), ""
    )
    at = outlet_at(address) if address else None
    if at:
        yield Found(at)


def _phrases(page: Page, *parts: Part) -> Iterator[Found]:
    """Yield outlets after phrases such as "Read on" and "This article appears in"."""
    rows = table("outlet_phrases")
    for block in page.of(*parts):
        for row in rows:
            name = name_after(block.words, row["phrase"], opening=row["place"] == "opening")
            if name and not agency_named(name):
                yield Found(outlet_named(name) or name, block.span)


def _rights(page: Page) -> Iterator[Found]:
    """Yield outlets that notices of copyright and disclaimers name."""
    for block in page.of(Part.NOTE, Part.AUTHOR_NOTE):
        kind = block_kind(block.words)
        disclaimed = holds(block.words, Kind.DISCLAIMER)
        if kind is Kind.COPYRIGHT:
            name = outlet_within(block.words) or _owner(block.words)
        elif kind is Kind.NOTE or disclaimed is None:
            name = None
        else:
            name = outlet_within(block.words[disclaimed:])
        if name and not agency_named(name):
            yield Found(name, block.span)


def _owner(words: str) -> str | None:
    """Return an owner of rights that looks like an outlet: "© 2023 The Harbour Courier"."""
    line = words[:WINDOW].partition(". ")[0].partition(",")[0]
    name = line.lstrip("©(cC) ").removeprefix("opyright").strip("© 0123456789-–.:")
    return name if outlet_like(name) else None
