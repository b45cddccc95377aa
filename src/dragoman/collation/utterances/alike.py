"""Which statements are worth comparing by their words: those that share a pair of telling ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.collation.lineage.candidates import keys, place
from dragoman.collation.lineage.holders import Holders
from dragoman.collation.lineage.pairs import pairs
from dragoman.collation.lineage.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dragoman.collation.utterances.saying import Saying

# One pair of content words suffices: a statement has few, and comparing two costs microseconds.
LEAST_SHARED, LEAST_RARITY = 1, 400


def alike(sayings: Iterable[Saying]) -> list[tuple[str, str]]:
    """Return the pairs of statement ids worth comparing, each in alphabetical order."""
    ordered = ranked(sayings)
    return named_pairs(ordered, saying_index(ordered))


def ranked(sayings: Iterable[Saying]) -> list[Saying]:
    """Return statements in the order in which they rank among the holders of a key."""
    return sorted(sayings, key=lambda saying: (place(saying.statement), saying.statement))


def saying_index(ordered: Iterable[Saying]) -> Holders:
    """Return which statements hold which keys."""
    index = Holders()
    for saying in ordered:
        index.add(saying_keys(saying))
    return index


def named_pairs(ordered: Sequence[Saying], index: Holders) -> list[tuple[str, str]]:
    """Return the ids of the pairs that share a key, each in alphabetical order."""
    found = ((ordered[a].statement, ordered[b].statement) for a, b in pairs(index, LEAST_SHARED))
    return [(min(pair), max(pair)) for pair in found]


def saying_keys(saying: Saying) -> frozenset[int]:
    """Return the hashes of a statement's pairs of telling words."""
    content = " ".join(span.cut(saying.text) for span in saying.content)
    return keys([words(content, 0, len(content))], LEAST_RARITY)
