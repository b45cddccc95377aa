"""The publisher with which a text says it first stood."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import table
from dragoman.sources.imprint.dates import dates_in
from dragoman.sources.imprint.page import Found, Part
from dragoman.sources.imprint.presses import DOMAIN, outlet_named
from dragoman.sources.imprint.words import STRAIGHT, is_capitalised

if TYPE_CHECKING:
    from dragoman.sources.imprint.page import Page

YEAR = re.compile(r"(?:19|20)\d\d")
SEARCHED, BETWEEN = 1_200, 60
NAME_WORDS = 8
LINKING = frozenset(
    {"of", "and", "&", "de", "der", "die", "la", "le", "el", "for", "in", "on", "the"}
)
ARTICLES = ("the ", "The ")
ENDS = ".,;:)]!?\"'"


def first_publisher(page: Page, outlet: str | None) -> Found | None:
    """Return who published the text first, None if it does not say or names its own outlet."""
    stated = page.stated.get("republished_from")
    if stated:
        return Found(stated)
    for block in page.of(Part.NOTE, Part.CREDIT, Part.AUTHOR_NOTE, Part.FURNITURE):
        for phrase in _phrases("opens"):
            name = name_after(block.words, phrase)
            if name and name != outlet:
                return Found(name, block.span)
    return None


def name_after(words: str, phrase: str, *, opening: bool = False) -> str | None:
    """Return the name or site that follows a phrase in a block, None if none follows.

    `opening`: the phrase begins the block.
    """
    line = " ".join(words[:SEARCHED].translate(STRAIGHT).split())
    place = line.casefold().find(phrase)
    if place < 0 or (opening and place > 1):
        return None
    rest = line[place + len(phrase) :]
    if rest[:1].isalnum():
        return None
    rest = rest.lstrip(" :\"'(")
    site = DOMAIN.match(rest[:100])
    return site[0].removeprefix("www.") if site else _name(rest)


def _begins_with_outlet(rest: str) -> bool:
    """Say whether the article belongs to the name: "The Conversation"."""
    parts = rest.split()[:NAME_WORDS]
    return any(outlet_named(" ".join(parts[:n])) == " ".join(parts[:n]) for n in range(2, 5))


@cache
def _phrases(kind: str) -> tuple[str, ...]:
    return tuple(row["phrase"] for row in table("republication_phrases") if row["kind"] == kind)


def _name(rest: str) -> str | None:
    for phrase in _phrases("between"):
        _, found, after = rest[:BETWEEN].partition(f" {phrase} ")
        rest = after + rest[BETWEEN:] if found else rest
    for article in () if _begins_with_outlet(rest) else ARTICLES:
        if rest.startswith(article) and rest.removeprefix(article)[:1].isupper():
            rest = rest.removeprefix(article)
    taken: list[str] = []
    for word in rest.split()[:NAME_WORDS]:
        linked = word.casefold() in LINKING or word.rstrip(ENDS).isdecimal()
        if not is_capitalised(word) and not (taken and linked):
            break
        taken.append(word)
        if word[-1] in ENDS:
            break
    while taken and (taken[-1].casefold() in LINKING or YEAR.fullmatch(taken[-1].rstrip(ENDS))):
        taken.pop()
    name = " ".join(taken).rstrip(ENDS)
    return name if name and not dates_in(f"{name} ") and not name[0].isdigit() else None
