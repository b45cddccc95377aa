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
    for fact in page.said("url"):
        return Found(fact.value, fact.span)
    return None
