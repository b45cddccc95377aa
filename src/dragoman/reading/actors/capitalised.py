"""Words that begin with a capital letter, as evidence of a name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import table

if TYPE_CHECKING:
    from dragoman.reading.actors.page import Page

CONNECTORS = frozenset({"of", "for", "on"})


@cache
def no_names() -> frozenset[str]:
    """Return words that get a capital from their place or from custom, in lower case."""
    return frozenset(row["word"] for row in table("no_names"))


def capitalised(text: str) -> bool:
    """Say whether a word begins with a capital letter and may belong to a name."""
    return text[:1].isupper() and text.casefold() not in no_names()


def left_edge(page: Page, word: int, limit: int) -> int:
    """Return the first of the capitalised words that end before `word`, `limit` at most.

    Hyphens inside are passed. A possessor ("Japan's Ministry") does not belong to the name.
    """
    texts, first = page.words.texts, word
    for index in range(word - 1, max(word - 1 - limit, -1), -1):
        text = texts[index]
        if capitalised(text) or (text == "&" and first < word):
            first = index
        elif text != "-":
            break
    return first


def right_edge(page: Page, word: int, limit: int) -> int:
    """Return the end of a name that goes on after `word`: "of", "for", "and" between capitals."""
    texts, end, inside = page.words.texts, word, False
    index, last = word, min(len(texts), word + limit)
    while index < last:
        text = texts[index]
        if capitalised(text) and (inside or index == end):
            end = index + 1
        elif text in CONNECTORS and index == end:
            inside = True
        elif not (inside and text in {"the", "a", "an", "-"}) and not _coordinated(
            texts, index, inside=inside
        ):
            break
        index += 1
    return end


def _coordinated(texts: list[str], index: int, *, inside: bool) -> bool:
    return (
        inside
        and texts[index] in {"and", "&"}
        and index + 1 < len(texts)
        and capitalised(texts[index + 1])
    )
