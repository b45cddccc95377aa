"""The passages of a page: every block, with its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.model import Passage, PassageKind, Span
from dragoman.sources.imprint.datelines import dateline_of
from dragoman.sources.imprint.page import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.sources.imprint.blocks import Block
    from dragoman.sources.imprint.datelines import Dateline
    from dragoman.sources.imprint.page import Page

KINDS = {
    Part.TITLE: PassageKind.HEADLINE,
    Part.DECK: PassageKind.HEADLINE,
    Part.HEADING: PassageKind.HEADLINE,
    Part.AUTHOR_LINE: PassageKind.BYLINE,
    Part.AUTHOR_NOTE: PassageKind.BYLINE,
    Part.CREDIT: PassageKind.BYLINE,
    Part.DATE: PassageKind.DATELINE,
    Part.BODY: PassageKind.BODY,
    Part.CAPTION: PassageKind.CAPTION,
    Part.LABEL: PassageKind.BOILERPLATE,
    Part.SECTION: PassageKind.BOILERPLATE,
    Part.FURNITURE: PassageKind.BOILERPLATE,
    Part.NOTE: PassageKind.BOILERPLATE,
    Part.REFERENCE: PassageKind.BOILERPLATE,
}


def dateline_in(page: Page) -> tuple[Block, Dateline] | None:
    """Return the dateline that opens the running text, and its block."""
    if page.first >= len(page.blocks):
        return None
    block = page.blocks[page.first]
    found = dateline_of(block.words) if page.parts[page.first] is Part.BODY else None
    return None if found is None else (block, found)


def passages_of(page: Page) -> tuple[Passage, ...]:
    """Return the passages of a page; together they hold all that is no white space."""
    return tuple(_passages(page))


def _passages(page: Page) -> Iterator[Passage]:
    opened = dateline_in(page)
    for block, part in zip(page.blocks, page.parts, strict=True):
        kind = block.marked or KINDS[part]
        if opened is None or block is not opened[0]:
            yield Passage(block.span, kind)
            continue
        start = block.span.start
        yield Passage(Span(start, start + opened[1].end), PassageKind.DATELINE)
        yield Passage(Span(start + opened[1].body, block.span.end), kind)
