"""Which documents are worth comparing: those that share rare pairs of words within a sentence.

A document's `keys` are hashes of pairs of the rarest words of each of its sentences. A rewrite
that changes half the words of a sentence still keeps one pair in four, where shingles and MinHash
keep nothing; two reports of one event share names, but few pairs. An index of (key, holder) is all
that has to be kept; work grows with the documents, not their square.

Holders of a key are ranked by the hash of their names: any order would do, but were it the
alphabet's, documents that come dated would push each other from the first places, one by one.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, Protocol

from dragoman.collation.lineage.words import hashed, rarity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from dragoman.collation.lineage.words import Word

RAREST_WORDS = 6
LEAST_LETTERS = 3
# A pair of words is a key only if both say something: "two years" is in half of all documents.
LEAST_KEY_RARITY = 700
# Beyond this many holders a key leads to its first few alone, so that a text reprinted a
# thousand times costs some thousand comparisons and still becomes one family.
MOST_HOLDERS, LEADERS = 12, 3
# Three names met in one sentence are three keys already. With these numbers no derived pair of the
# development half is missed, and three pairs in four that are compared are unrelated.
LEAST_SHARED = 4
# Odd, with its bits well spread (the golden ratio): sets the first word of a pair apart.
MULTIPLIER = 0x9E3779B97F4A7C15


class Index(Protocol):
    """Who holds a key: places, that is hashes of names, in ascending order."""

    def first(self, key: int, most: int) -> Sequence[int]:
        """Return the first `most` holders of a key."""
        ...

    def all(self, key: int) -> Sequence[int]:
        """Return all holders of a key."""
        ...


def place(name: str) -> int:
    """Return by what a document or a statement is ranked among the holders of a key."""
    return hashed(name)


def keys(
    sentences: Iterable[Sequence[Word]], least_rarity: int = LEAST_KEY_RARITY
) -> frozenset[int]:
    """Return the keys of a document: signed 64-bit integers, the same on every machine.

    sentences: the words of its own sentences, boilerplate left out. The whole wording is a key as
    often as keys have to be shared, so that copies meet even where no word is rare.
    least_rarity: of the words that make keys, 0 to 1000.
    """
    cut = list(sentences)
    rare = {pair for words in cut for pair in combinations(_rarest(words, least_rarity), 2)}
    whole = " ".join(word.form for words in cut for word in words)
    copies = [hashed(f"{turn}\n{whole}") for turn in range(LEAST_SHARED)]
    return frozenset([_mixed(_hash(first), _hash(second)) for first, second in rare] + copies)


def partners(
    own: int, held: Iterable[int], index: Index, least: int = LEAST_SHARED
) -> tuple[int, ...]:
    """Return those that `pairs` sets beside one holder, in ascending order.

    own: its place. held: its keys, which are in the index.
    """
    shared: Counter[int] = Counter()
    for key in held:
        shared.update(_beside(own, key, index))
    return tuple(sorted(other for other, count in shared.items() if count >= least))


def displaced(come: Mapping[int, Collection[int]], index: Index) -> frozenset[int]:
    """Return the holders that newcomers pushed out of the first places of a key.

    come: by key the places of those who now hold it too; they are in the index. Whoever is not
    returned is linked with the same holders as before, and perhaps with newcomers.
    """
    return frozenset(other for key, new in come.items() for other in _pushed(key, new, index))


def _beside(own: int, key: int, index: Index) -> Iterator[int]:
    first = index.first(key, MOST_HOLDERS + 1)
    if len(first) <= MOST_HOLDERS or own in first[LEADERS:MOST_HOLDERS]:
        linked = first[:MOST_HOLDERS]
    else:
        linked = index.all(key) if own in first[:LEADERS] else first[:LEADERS]
    return (other for other in linked if other != own)


def _pushed(key: int, new: Collection[int], index: Index) -> Iterator[int]:
    now = index.first(key, MOST_HOLDERS + len(new))
    if len(now) > MOST_HOLDERS:
        before = [other for other in now if other not in new]
        for places in (LEADERS, MOST_HOLDERS):
            yield from set(before[:places]) - set(now[:places])


def _mixed(first: int, second: int) -> int:
    """Return one signed 64-bit hash for two, in this order."""
    return ((first * MULTIPLIER + second) & (2**64 - 1)) - 2**63


_hash = lru_cache(maxsize=65_536)(hashed)


def _rarest(words: Iterable[Word], least_rarity: int) -> list[str]:
    """Return the rarest stems of a sentence in alphabetical order; ties go by hash."""
    stems = {
        word.stem
        for word in words
        if len(word.stem) >= LEAST_LETTERS and rarity(word.stem) >= least_rarity
    }
    return sorted(sorted(stems, key=lambda stem: (-rarity(stem), _hash(stem)))[:RAREST_WORDS])
