"""Names of authors in bylines, standfirsts and notes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import table
from dragoman.sources.imprint.presses import agency_named, outlet_like, outlet_named
from dragoman.sources.imprint.words import WIDE, is_capitalised

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME_WORDS = range(2, 6)
MOST_AUTHORS = 12
LONGEST_WORD = 30
INSIDE_WORD = frozenset("-'’.")


@dataclass(frozen=True, slots=True)
class Names:
    """Names that open a stretch of words, and how many words they take, commas included."""

    names: tuple[str, ...]
    taken: int


@cache
def words_for(kind: str) -> frozenset[str]:
    """Return the byline words of a kind."""
    return frozenset(row["word"] for row in table("byline_words") if row["kind"] == kind)


def names_at(words: Sequence[str]) -> Names:
    """Return the personal names with which `words` begin: "A B, C D and E F"."""
    names: list[str] = []
    place = 0
    while len(names) < MOST_AUTHORS:
        name, after = _name(words, place)
        if not name:
            break
        names.append(name)
        place = after
        joined = place < len(words) and words[place].casefold() in words_for("joiner")
        if joined and _name(words, place + 1)[0]:
            place += 1
        elif not words[place - 1].endswith(","):
            break
    return Names(tuple(names), place)


def is_name(words: str) -> bool:
    """Say whether a line is a personal name and nothing else."""
    parts = words.split()
    found = names_at(parts)
    return len(found.names) == 1 and found.taken == len(parts)


def surname(name: str) -> str:
    """Return the last word of a name."""
    return name.rsplit(maxsplit=1)[-1]


def nobody(words: str) -> bool:
    """Say whether a byline names no person: "Staff Reporter", "Our Correspondent"."""
    parts = [part.strip(".,").casefold() for part in words.split()]
    return bool(parts) and (parts[-1] in words_for("nobody") or parts[0] in words_for("nobody"))


def _name(words: Sequence[str], place: int) -> tuple[str, int]:
    """Return the name that begins at `place`, "" if none does, and where it ends."""
    parts: list[str] = []
    while place < len(words) and words[place].casefold().strip(".") in words_for("honorific"):
        place += 1
    while place < len(words) and len(parts) < NAME_WORDS.stop - 1:
        word = words[place].rstrip(",;")
        if not _of_name(word, first=not parts):
            break
        parts.append(word)
        place += 1
        if words[place - 1] != word:
            break
    while parts and parts[-1].casefold() in words_for("particle"):
        parts.pop()
        place -= 1
    name = " ".join(parts)
    return (name, place) if _person(parts, name) else ("", place)


def _of_name(word: str, *, first: bool) -> bool:
    if word.casefold() in words_for("particle") and word.islower():
        return not first
    letters = "".join(sign for sign in word if sign not in INSIDE_WORD)
    return letters.isalpha() and is_capitalised(word) and len(word) <= LONGEST_WORD


def _person(parts: Sequence[str], name: str) -> bool:
    if WIDE.search(name):
        return False
    known = agency_named(name) or outlet_named(name) or outlet_like(name)
    return len(parts) in NAME_WORDS and not known and not nobody(name)
