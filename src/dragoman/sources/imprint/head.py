"""What stands before the running text: headline, standfirst, author, outlet."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import listed, table
from dragoman.model import Span
from dragoman.sources.imprint.facts import Fact, unknown_press
from dragoman.sources.imprint.notes import unnamed_in
from dragoman.sources.imprint.page import Part
from dragoman.sources.imprint.people import names_at, words_for
from dragoman.sources.imprint.presses import outlet_like
from dragoman.sources.imprint.words import folded, has_full_stop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.sources.imprint.blocks import Block

LONGEST_TITLE = 200
MOST_TITLE_WORDS = 32
MOST_DECKS = 8
BODY_SEARCHED = 40
# A note about the author at the end of the text.
MOST_NOTE = 600
# "A B in Brussels", "A B in New York".
PLACE = 3


@dataclass(slots=True)
class Head:
    """Parts and facts that the head's own lines got, by number of block."""

    parts: dict[int, Part] = field(default_factory=dict)
    facts: dict[int, tuple[Fact, ...]] = field(default_factory=dict)


def head(
    blocks: Sequence[Block],
    parts: Sequence[Part | None],
    facts: Sequence[tuple[Fact, ...]],
    first: int,
    stated: str | None,
) -> Head:
    """Return what the blocks before block `first` are that say nothing by themselves.

    The headline is the first of them that can be one, or the one that the format stated.
    """
    told = Head()
    open_lines = [n for n in range(min(first, len(blocks))) if parts[n] is None]
    titled = next((n for n, part in enumerate(parts[:first]) if part is Part.TITLE), None)
    if titled is None:
        titled = _headline(blocks, open_lines, stated)
    if titled is not None:
        told.parts[titled] = Part.TITLE
    for number in open_lines:
        if titled is not None and number > titled:
            _below(blocks, facts, first, number, told)
        elif titled is not None and number < titled:
            _above(blocks[number], number, told)
    return told


def is_headline(words: str) -> bool:
    """Say whether a line before the text can be its headline."""
    if len(words) > LONGEST_TITLE or len(words.split()) > MOST_TITLE_WORDS:
        return False
    letters = [sign for sign in words if sign.isalpha()]
    if not letters or words[:1].islower() or words.endswith(":"):
        return False
    return not has_full_stop(words)


def _headline(blocks: Sequence[Block], open_lines: list[int], stated: str | None) -> int | None:
    same = [n for n in open_lines if stated and folded(blocks[n].words) == folded(stated)]
    if same:
        return same[0]
    if stated or not open_lines:
        return None
    words = [blocks[number].words for number in open_lines[:2]]
    if len(words) > 1 and outlet_like(words[0]) and is_headline(words[1]):
        return open_lines[1]
    goes_on = open_lines[0] + 1 < len(blocks) and blocks[open_lines[0] + 1].words[0].islower()
    return open_lines[0] if is_headline(words[0]) and not goes_on else None


def _above(block: Block, number: int, told: Head) -> None:
    """Tell the outlet in a line above the headline."""
    press = unknown_press(block.words, block.span.start)
    if press:
        told.parts[number], told.facts[number] = Part.LABEL, press


def _below(
    blocks: Sequence[Block],
    facts: Sequence[tuple[Fact, ...]],
    first: int,
    number: int,
    told: Head,
) -> None:
    """Tell what a line between headline and text is."""
    block = blocks[number]
    press = unknown_press(block.words, block.span.start)
    authors = _authors(blocks, facts, first, number)
    if press:
        told.parts[number], told.facts[number] = Part.LABEL, press
    elif authors:
        span = Span(block.span.start, block.span.end)
        told.facts[number] = (Fact("byline", ", ".join(authors), span),)
        told.parts[number] = Part.DECK if _writes(block.words) else Part.AUTHOR_LINE
    elif len(block.words) <= 2 * LONGEST_TITLE and len(told.parts) <= MOST_DECKS:
        told.parts[number] = Part.DECK


def _authors(
    blocks: Sequence[Block], facts: Sequence[tuple[Fact, ...]], first: int, number: int
) -> tuple[str, ...]:
    """Return the authors that a line names: a name alone, or "A B considers why".

    People whom the article is about are named in it, its author is not.
    """
    parts = blocks[number].words.split()
    found = names_at(parts)
    if not found.names:
        return ()
    placed = parts[found.taken : found.taken + 1] == ["in"] and len(parts) <= found.taken + PLACE
    alone = found.taken == len(parts) or placed
    writes = _writes(blocks[number].words)
    body = " ".join(block.words for block in blocks[first : first + BODY_SEARCHED])
    if alone and any(word in place_words() for word in parts):
        return ()
    if not (alone or writes) or not unnamed_in(found.names, _without_notes(body, found.names)):
        return ()
    beside = any(facts[near] for near in (number - 1, number + 1) if near < len(facts))
    noted = any(name in block.words for name in found.names for block in blocks[-6:])
    return found.names if writes or beside or noted else ()


@cache
def place_words() -> frozenset[str]:
    """Return words that name states, regions and their people: "English French" is no author."""
    rows = (*table("states"), *table("places"))
    cells = (cell for row in rows for cell in (row["name"], row["names"], row["adjectives"]))
    return frozenset(word for cell in cells for name in listed(cell) for word in name.split())


def _writes(words: str) -> bool:
    """Say whether a standfirst tells what its author does: "A B considers why"."""
    parts = words.split()
    taken = names_at(parts).taken
    return taken < len(parts) and parts[taken].casefold() in words_for("standfirst")


def _without_notes(body: str, names: tuple[str, ...]) -> str:
    """Return the text without the sentences at its end that begin with an author's full name."""
    for name in names:
        place = body.rfind(f" {name}")
        if place >= 0 and len(body) - place <= MOST_NOTE:
            body = body[:place]
    return body
