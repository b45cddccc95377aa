"""Page furniture: what stands on a page beside the article. Phrases are in `furniture.tsv`."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import table
from dragoman.sources.imprint.words import EDGES, STRAIGHT, folded, has_full_stop

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_PROMPT = 220
LONGEST_LINK = 160
LONGEST_NOTICE = 1_200
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# "Follow A B on Twitter @ab": only with the sign is it no sentence.
HANDLE = "handle"


class Reach(StrEnum):
    """How much of a line, or of what follows it, a phrase decides."""

    LINE = "line"
    OPENING = "opening"
    LINK = "link"
    REST = "rest"
    NOTES = "notes"
    BLOCK = "block"
    INSIDE = "inside"


class Kind(StrEnum):
    """What a paragraph outside the running text is."""

    NOTE = "note"
    COPYRIGHT = "copyright"
    DISCLAIMER = "disclaimer"
    RIGHTS = "rights"


@cache
def whole_lines() -> Mapping[str, Reach]:
    """Return how far each phrase reaches that must be the whole line."""
    reaches: dict[str, Reach] = {}
    for row in table("furniture"):
        reach = Reach(row["reach"])
        # "Read also" alone on its line heads the links below it.
        reach = Reach.REST if reach is Reach.LINK else reach
        if reach in (Reach.LINE, Reach.REST, Reach.NOTES):
            reaches.setdefault(folded(row["phrase"]), reach)
    return reaches


@cache
def needed(kind: Kind) -> tuple[str, ...]:
    """Return the words of which a notice of this kind holds one."""
    rows = table("furniture")
    return tuple(r["phrase"] for r in rows if r["reach"] == Reach.INSIDE and r["kind"] == kind)


@cache
def openings(reach: Reach) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return phrases that begin a line, with their kinds, by their first word."""
    by_word: dict[str, list[tuple[str, str]]] = {}
    for row in table("furniture"):
        if row["reach"] == reach:
            phrase = row["phrase"].lstrip(EDGES)
            by_word.setdefault(_first(phrase), []).append((phrase, row["kind"]))
    return {word: tuple(phrases) for word, phrases in by_word.items()}


def line_reach(words: str) -> Reach | None:
    """Return how far a line reaches that says no more than a phrase of furniture, or nothing."""
    if len(words) > LONGEST_LINK:
        return None
    return whole_lines().get(folded(words)) if any(map(str.isalnum, words)) else Reach.LINE


def is_prompt(words: str) -> bool:
    """Say whether a short line asks the reader to share, follow, subscribe or accept."""
    kind = _opening(words, Reach.OPENING) if len(words) <= LONGEST_PROMPT else None
    return kind is not None and (kind != HANDLE or "@" in words)


def is_link(words: str) -> bool:
    """Say whether a short line leads to another page: "Read more: ..."."""
    short = len(words) <= LONGEST_LINK and not has_full_stop(words)
    return short and _opening(words, Reach.LINK) is not None


def block_kind(words: str) -> Kind | None:
    """Return what a paragraph is that begins like an editor's note, a notice of rights ..."""
    kind = _opening(words, Reach.BLOCK)
    if kind == Kind.COPYRIGHT:
        sure = YEAR.search(words[:LONGEST_PROMPT]) or holds(words, Kind.COPYRIGHT) is not None
        return Kind.COPYRIGHT if sure else None
    if kind == Kind.DISCLAIMER:
        return Kind.DISCLAIMER if holds(words, Kind.DISCLAIMER) is not None else None
    return None if kind is None else Kind(kind)


def holds(words: str, kind: Kind) -> int | None:
    """Return where the first word stands that a notice of this kind must hold, else None."""
    low = words[:LONGEST_NOTICE].translate(STRAIGHT).casefold()
    places = [low.find(word) for word in needed(kind)]
    return min((place for place in places if place >= 0), default=None)


def _opening(words: str, reach: Reach) -> str | None:
    line = folded(words)
    for phrase, kind in openings(reach).get(_first(line), ()):
        if line.startswith(phrase) and not line[len(phrase) :][:1].isalpha():
            return kind
    # Scripts without spaces have no first words to look up.
    for phrase, kind in openings(reach).get("", ()):
        if line.startswith(phrase):
            return kind
    return None


def _first(line: str) -> str:
    word = line.split(" ", 1)[0]
    return word if word.isascii() or " " in line else ""
