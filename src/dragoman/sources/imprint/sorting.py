"""Which part of its page each block is.

In three steps: what a line says by itself; then the running text, from its first paragraph to its
last; then what stands around and between its paragraphs. A line that is furniture by itself is
so anywhere. Whatever else is no running text only counts before the first paragraph and after
the last, so that a sentence of the article is never taken for furniture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.sources.imprint import facts as lines
from dragoman.sources.imprint.between import between
from dragoman.sources.imprint.datelines import dateline_of
from dragoman.sources.imprint.furniture import Reach, block_kind, is_link, is_prompt, line_reach
from dragoman.sources.imprint.head import head
from dragoman.sources.imprint.notes import (
    about_author,
    contributed,
    is_reference,
    reporting_credit,
    unnamed_in,
)
from dragoman.sources.imprint.page import Page, Part
from dragoman.sources.imprint.words import has_full_stop, is_prose, one_sentence, title_cased

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dragoman.sources.imprint.blocks import Block
    from dragoman.sources.imprint.facts import Fact

LONGEST_LINK = 220
LONGEST_LABELLED = 160
MOST_AUTHOR_NOTES = 4
SHORTEST_ARTICLE = 2
# Blocks from either end; longer menus and lists of references are seen in part.
EDGE = 300
MOST_STANDFIRSTS, LONGEST_STANDFIRST = 3, 400
LONGEST_TITLE = 200
# Parts that a line keeps wherever it stands.
ANYWHERE = frozenset({Part.FURNITURE, Part.MARKED})
DATES = frozenset({"published", "updated"})
PEOPLE = frozenset({"byline", "agency"})


def _is_credit(words: str) -> bool:
    return reporting_credit(words) is not None or contributed(words) is not None


def _is_note(words: str) -> bool:
    return block_kind(words) is not None


OUTSIDE = (
    (Part.SECTION, lines.is_section),
    (Part.CREDIT, _is_credit),
    (Part.NOTE, _is_note),
    (Part.REFERENCE, is_reference),
)


def page_of(text: str, blocks: tuple[Block, ...], stated: Mapping[str, str]) -> Page:
    """Return the page that the blocks of a text make."""
    return _Sorter(text, blocks, stated).page()


class _Sorter:
    def __init__(self, text: str, blocks: tuple[Block, ...], stated: Mapping[str, str]) -> None:
        self._text = text
        self._blocks = blocks
        self._stated = stated
        self._parts: list[Part | None] = [None] * len(blocks)
        self._facts: list[tuple[Fact, ...]] = [()] * len(blocks)

    def page(self) -> Page:
        self._lines()
        self._after_headings()
        self._headline_with_stop()
        first, last = self._running()
        last = self._author_notes(first, last)
        self._keep_outside(first, last)
        told = head(self._blocks, self._parts, self._facts, first, self._stated.get("title"))
        for number, part in told.parts.items():
            self._parts[number] = part
        for number, found in told.facts.items():
            self._facts[number] = found
        between(self._blocks, self._parts, first, last)
        return Page(
            self._text,
            self._blocks,
            tuple(part or Part.BODY for part in self._parts),
            tuple(fact for found in self._facts for fact in found),
            first,
            last,
            self._stated,
        )

    def _lines(self) -> None:
        """Tell what each line is by itself, and labels with the lines that follow them."""
        waiting: str | None = None
        for number, block in enumerate(self._blocks):
            if waiting is not None and self._value(number, waiting):
                waiting = None
                continue
            edge = min(number, len(self._blocks) - 1 - number) < EDGE
            self._parts[number], self._facts[number] = _alone(block, number, edge=edge)
            waiting = lines.label_alone(block.words) if block.marked is None else None
            if waiting is not None:
                self._parts[number], self._facts[number] = Part.LABEL, ()

    def _value(self, number: int, field: str) -> bool:
        """Take a line for the value of the label before it, if it can be one."""
        block = self._blocks[number]
        if block.marked is not None or len(block.words) > LONGEST_LABELLED:
            return False
        if lines.label_alone(block.words) is not None or is_prose(block.words):
            return False
        found = lines.labelled(field, block.words, block.span.start)
        if found:
            self._parts[number], self._facts[number] = _part_of(found), found
        return bool(found)

    def _after_headings(self) -> None:
        """Take the lines below "Related news" for links, those below "Notes" for references.

        Before the first paragraph such a heading decides nothing: the headline may follow it.
        """
        reach: Reach | None = None
        begun = False
        for number, block in enumerate(self._blocks):
            own = line_reach(block.words) if block.marked is None else None
            begun = begun or (self._parts[number] is None and is_prose(block.words))
            if own in (Reach.REST, Reach.NOTES):
                reach = own if begun else None
            elif reach is Reach.REST and _is_linked(block):
                self._parts[number], self._facts[number] = Part.FURNITURE, ()
            elif reach is Reach.NOTES and (is_reference(block.words) or _is_linked(block)):
                self._parts[number] = self._parts[number] or Part.REFERENCE
            elif self._parts[number] is None:
                reach = None

    def _running(self) -> tuple[int, int]:
        """Return the first and the last paragraph of the running text."""
        prose = [
            number
            for number, block in enumerate(self._blocks)
            if self._parts[number] is None and is_prose(block.words)
        ]
        prose = self._without_standfirst(prose)
        nowhere = len(self._blocks)
        return (prose[0], prose[-1]) if prose else (nowhere, nowhere)

    def _without_standfirst(self, prose: list[int]) -> list[int]:
        """Leave out sentences between which and the next paragraph the author or date is told."""
        for _ in range(MOST_STANDFIRSTS):
            told = self._parts[prose[0] : prose[1]] if len(prose) > 1 else []
            short = len(self._blocks[prose[0]].words) <= LONGEST_STANDFIRST if told else False
            if not short or not {Part.AUTHOR_LINE, Part.DATE} & set(told):
                break
            self._parts[prose[0]] = Part.DECK
            prose = prose[1:]
        return prose

    def _headline_with_stop(self) -> None:
        """Take the first line for the headline although a full stop ends it, where that is sure.

        Its capitals show it, or a dateline, which only ever opens a text, in the next block.
        """
        opened = [n for n, part in enumerate(self._parts) if part is None][:2]
        if len(opened) < SHORTEST_ARTICLE:
            return
        words, following = (self._blocks[n].words for n in opened)
        if len(words) > LONGEST_TITLE or not has_full_stop(words) or not one_sentence(words):
            return
        if title_cased(words.split()) or dateline_of(following) is not None:
            self._parts[opened[0]] = Part.TITLE

    def _author_notes(self, first: int, last: int) -> int:
        """Set apart the notes about the author that end the text; return the new last block."""
        for _ in range(MOST_AUTHOR_NOTES):
            candidates = [n for n in range(first, len(self._blocks)) if self._parts[n] is None]
            if len(candidates) < SHORTEST_ARTICLE:
                break
            number = candidates[-1]
            words = self._blocks[number].words
            names = about_author(words)
            body = self._text[self._blocks[first].span.start : self._blocks[number].span.start]
            if names is None or not unnamed_in(names, body):
                break
            self._parts[number] = Part.AUTHOR_NOTE
        body_left = [
            n
            for n in range(first, min(last, len(self._blocks) - 1) + 1)
            if self._parts[n] is None and is_prose(self._blocks[n].words)
        ]
        return body_left[-1] if body_left else last

    def _keep_outside(self, first: int, last: int) -> None:
        """Give back to the running text what only counts outside it."""
        for number in range(first + 1, min(last, len(self._blocks))):
            if self._parts[number] not in ANYWHERE:
                self._parts[number], self._facts[number] = None, ()


def _alone(block: Block, number: int, *, edge: bool) -> tuple[Part | None, tuple[Fact, ...]]:
    """Return what a block is by itself, and its facts.

    `edge`: it stands near the text's beginning or end, where facts of the article may stand.
    """
    words = block.words
    if block.marked is not None:
        return Part.MARKED, ()
    if line_reach(words) or is_prompt(words) or (number and is_link(words)):
        return Part.FURNITURE, ()
    for part, fits in OUTSIDE if edge else ():
        if fits(words):
            return part, ()
    found = lines.facts_in(words, block.span.start) if edge else ()
    return (_part_of(found), found) if found else (None, ())


def _part_of(found: tuple[Fact, ...]) -> Part:
    fields = {fact.field for fact in found}
    if fields & PEOPLE:
        return Part.AUTHOR_LINE
    if "caption" in fields:
        return Part.CAPTION
    if "title" in fields:
        return Part.TITLE
    return Part.DATE if fields & DATES else Part.LABEL


def _is_linked(block: Block) -> bool:
    """Say whether a line can be a link's text: short and without a full stop."""
    short = block.marked is None and len(block.words) <= LONGEST_LINK
    return short and not has_full_stop(block.words)
