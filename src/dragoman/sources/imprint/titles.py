"""The headline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.model import Span
from dragoman.sources.imprint.page import Found, Part
from dragoman.sources.imprint.presses import outlet_like, outlet_named
from dragoman.sources.imprint.words import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.sources.imprint.blocks import Block
    from dragoman.sources.imprint.page import Page

UNENDED = (";", ",")
# Pages end their <title> with the site's name: "Headline | The Courier".
SITE = re.compile(r"\s(?:[|–—-]|::|»)\s")


def title_of(page: Page) -> Found | None:
    """Return the headline: what the format states, else the line that heads the text."""
    stated = page.stated.get("title")
    if stated:
        return Found(_without_site(page, stated))
    for fact in page.said("title"):
        return Found(fact.value, fact.span)
    lines = list(_lines(page))
    if not lines:
        return None
    span = Span(lines[0].span.start, lines[-1].span.end)
    return Found(" ".join(line.words for line in lines), span)


def _lines(page: Page) -> Iterator[Block]:
    """Yield the lines of the headline: the first, and others while a line asks to go on."""
    open_ended = False
    for block, part in zip(page.blocks, page.parts, strict=True):
        if part is Part.TITLE or (open_ended and part is Part.DECK):
            yield block
            open_ended = block.words.endswith(UNENDED)
        elif open_ended:
            return


def _without_site(page: Page, stated: str) -> str:
    """Return a stated title without the site's name at its end, where that surely is one."""
    borders = list(SITE.finditer(stated[:300]))
    lines = {folded(block.words) for block in page.blocks[: page.first]}
    for border in borders:
        title, site = stated[: border.start()].strip(), stated[border.end() :].strip()
        outlet = page.stated.get("outlet")
        named = (
            outlet_named(site) or outlet_like(site) or (outlet and folded(outlet) == folded(site))
        )
        if title and (named or folded(title) in lines):
            return title
    return stated
