"""The web address of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.sources.imprint.page import Found

if TYPE_CHECKING:
    from dragoman.sources.imprint.page import Page


def address_of(page: Page) -> Found | None:
    """Return the page's address: stated, or on a line of its own in the head or behind a label."""
    stated = page.stated.get("url")
    if stated:
        return Found(stated)
    first = page.blocks[page.first].span.start if page.first < len(page.blocks) else 0
    for fact in page.said("url", "address"):
        if fact.field == "url" or fact.span.end <= first:
            return Found(fact.value, fact.span)
    return None
