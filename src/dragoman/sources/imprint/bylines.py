"""The authors: never an editor, never a person whom the article quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.sources.fields import web_link
from dragoman.sources.imprint.notes import about_author, reporting_credit
from dragoman.sources.imprint.page import Found, Part
from dragoman.sources.imprint.people import names_at, nobody
from dragoman.sources.imprint.presses import agency_like, agency_named, outlet_like, outlet_named

if TYPE_CHECKING:
    from dragoman.sources.imprint.page import Page


def byline_of(page: Page) -> Found | None:
    """Return the authors, separated by commas, as the format, head or end of the page names them.

    A byline above or below the text goes first, then a credit of reporting, then a note about
    the author.
    """
    stated = page.stated.get("byline", "")
    if stated:
        authors = stated_authors(page, stated)
        return Found(authors) if authors else None
    for fact in page.said("byline"):
        return Found(fact.value, fact.span)
    for part, read in ((Part.CREDIT, reporting_credit), (Part.AUTHOR_NOTE, about_author)):
        for block in page.of(part):
            names = read(block.words)
            if names:
                return Found(", ".join(names), block.span)
    return None


def stated_authors(page: Page, stated: str) -> str | None:
    """Return the authors in a stated byline; None where it names an agency, an outlet, nobody."""
    words = stated.removeprefix("By ").removeprefix("by ").strip()
    if web_link(words) or not words:
        return None
    found = names_at(words.split())
    if found.names and found.taken == len(words.split()):
        return ", ".join(found.names)
    outlet = page.stated.get("outlet")
    press = agency_named(words) or agency_like(words) or outlet_named(words) or outlet_like(words)
    return None if press or nobody(words) or words == outlet else words
