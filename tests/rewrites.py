"""Invented stories and what became of them, with the truth known: who had it from whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from piles import DEEDS, DOERS, SPEAKERS, STATES, THINGS, WHERE

if TYPE_CHECKING:
    import random

WORDS = (DOERS, DEEDS, THINGS)
# From which document it is (None: it is the first), and its lines.
Told = tuple[int | None, tuple[str, ...]]


def fact(chance: random.Random) -> str:
    """Return a sentence that hardly any other story has."""
    doer, deed, thing = (chance.choice(words) for words in WORDS)
    where = chance.choice(WHERE)
    count = chance.randint(100, 999)
    return f"In {chance.choice(STATES)} {count} {doer} {deed} the {thing} {where}."


def speech(chance: random.Random) -> str:
    """Return a quotation with its speaker."""
    first, second = fact(chance)[:-1], fact(chance)[:-1]
    return f"“We know that {first}, and that {second},” {chance.choice(SPEAKERS)} said."


def story(chance: random.Random, sentences: int = 9) -> tuple[str, ...]:
    """Return the lines of a story, a sentence each."""
    return tuple(fact(chance) for _ in range(sentences))


def rewritten(lines: tuple[str, ...], chance: random.Random) -> tuple[str, ...]:
    """Return a story with one word in each second sentence exchanged, and a sentence dropped."""
    dropped = chance.randrange(1, len(lines))
    kept = [line for at, line in enumerate(lines) if at != dropped]
    return tuple(_exchanged(line, chance) if at % 2 else line for at, line in enumerate(kept))


def _exchanged(line: str, chance: random.Random) -> str:
    words = chance.choice(WORDS)
    old = next((word for word in words if f" {word} " in line), None)
    return line if old is None else line.replace(f" {old} ", f" {chance.choice(words)} ")


def tree(chance: random.Random, documents: int, *, edited: bool) -> list[Told]:
    """Return a story and its descendants, each after its parent; without edits all are copies."""
    told: list[Told] = [(None, story(chance))]
    for number in range(1, documents):
        parent = chance.randrange(number)
        lines = told[parent][1]
        told.append((parent, rewritten(lines, chance) if edited else lines))
    return told
