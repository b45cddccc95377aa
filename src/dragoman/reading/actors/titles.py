"""Offices and role words in a page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import table
from dragoman.reading.actors.trie import Trie
from dragoman.reading.actors.words import split

if TYPE_CHECKING:
    from dragoman.reading.actors.page import Page

# "former deputy assistant" and the like; longer runs are no title.
MODIFIERS_AT_MOST = 3


@dataclass(frozen=True, slots=True)
class Title:
    """A row of the table of titles. gender: "m", "f" or ""."""

    text: str
    kind: str
    sector: str | None
    gender: str


@dataclass(frozen=True, slots=True)
class Titled:
    """A title found: words `[start, end)` with its modifiers, `core` where the title begins."""

    start: int
    core: int
    end: int
    title: Title
    plural: bool


@cache
def titles() -> Trie[tuple[Title, bool]]:
    """Return the titles in lower case; the second part of a value says whether it is a plural."""
    trie: Trie[tuple[Title, bool]] = Trie()
    rows = [Title(r["title"], r["kind"], r["sector"] or None, r["gender"]) for r in table("titles")]
    for row in rows:
        trie.add(split(row.text.casefold()), (row, False))
    for row in rows:
        if row.kind != "honorific":
            trie.add(split(_plural(row.text.casefold())), (row, True))
    return trie


@cache
def modifiers() -> frozenset[str]:
    """Return the words that qualify an office."""
    return frozenset(row["word"] for row in table("title_modifiers"))


def titles_of(page: Page) -> list[Titled]:
    """Return the titles of a page, longest first match, left to right."""
    texts = [text.casefold() for text in page.words.texts]
    found, index = [], 0
    while index < len(texts):
        match = titles().longest(texts, index)
        if match is None or (match[1][0].kind == "honorific" and page.words.texts[index].islower()):
            index += 1
            continue
        end, (title, plural) = match
        found.append(Titled(_modified(texts, index), index, end, title, plural))
        index = end
    return found


def _modified(texts: list[str], core: int) -> int:
    start = core
    while start > 0 and core - start < MODIFIERS_AT_MOST and texts[start - 1] in modifiers():
        start -= 1
    return start


def _plural(title: str) -> str:
    return title + ("es" if title.endswith(("s", "x", "ch")) else "s")
