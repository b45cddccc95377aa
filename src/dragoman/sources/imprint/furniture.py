"""Page furniture: what stands on a page beside the article. Phrases are in `furniture.tsv`."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import table
from dragoman.sources.imprint.words import EDGES, folded, has_full_stop

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_PROMPT = 220
LONGEST_LINK = 160
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
RESERVED = ("reserved", "©", "vorbehalten", "réservés", "reservados", "riservati", "защищены")
DISCLAIMING = ("necessarily", "author", "do not reflect", "does not reflect")


class Reach(StrEnum):
    """How much of a line, or of what follows it, a phrase decides."""

    LINE = "line"
    OPENING = "opening"
    LINK = "link"
    REST = "rest"
    NOTES = "notes"
    BLOCK = "block"


class Kind(StrEnum):
    """What a paragraph outside the running text is."""

    NOTE = "note"
    COPYRIGHT = "copyright"
    DISCLAIMER = "disclaimer"
    RIGHTS = "rights"


@cache
def whole_lines() -> Mapping[str, Reach]:
    """Return how far each phrase reaches that must be the whole line."""
    alone = (Reach.LINE, Reach.REST, Reach.NOTES)
    rows = [row for row in table("furniture") if row["reach"] in alone]
    return {folded(row["phrase"]): Reach(row["reach"]) for row in rows}


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
    """Return how far a line reaches that says no more than a phrase of furniture."""
    return whole_lines().get(folded(words)) if len(words) <= LONGEST_LINK else None


def is_prompt(words: str) -> bool:
    """Say whether a short line asks the reader to share, follow, subscribe or accept."""
    return len(words) <= LONGEST_PROMPT and _opening(words, Reach.OPENING) is not None


def is_link(words: str) -> bool:
    """Say whether a short line leads to another page: "Read more: ..."."""
    short = len(words) <= LONGEST_LINK and not has_full_stop(words)
    return short and _opening(words, Reach.LINK) is not None


def block_kind(words: str) -> Kind | None:
    """Return what a paragraph is that begins like an editor's note, a notice of rights ..."""
    kind = _opening(words, Reach.BLOCK)
    if kind == Kind.COPYRIGHT:
        head = words[:LONGEST_PROMPT].casefold()
        sure = YEAR.search(head) or any(word in head for word in RESERVED)
        return Kind.COPYRIGHT if sure else None
    if kind == Kind.DISCLAIMER:
        told = any(word in words[:600].casefold() for word in DISCLAIMING)
        return Kind.DISCLAIMER if told else None
    return None if kind is None else Kind(kind)


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
