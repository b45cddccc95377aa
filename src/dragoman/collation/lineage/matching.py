"""Which sentence of one document answers to which sentence of another.

Similarity is Dice's coefficient over stems, weighted by rarity in English times rarity within
the two documents (tf-isf, Sanchez-Perez et al., PAN 2014): the subject that every sentence names
counts for little. Neighbours of a matched pair are preferred, so that parallel passages win over
stray resemblance.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log
from typing import TYPE_CHECKING, NamedTuple

from dragoman.collation.lineage.words import rarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from dragoman.collation.lineage.text import Sentence

LEAST_SIMILARITY = 0.30
# Below this, a pair holds only beside another, at most two sentences away in both documents.
LEAST_ALONE = 0.45
NEIGHBOURHOOD = range(-2, 3)
# Summed rarity of the shared words: two names alone do not make two sentences alike.
LEAST_SHARED = 2500
NEIGHBOUR_BONUS = 0.15
# Content words that two sentences must share to be measured, and
LEAST_CONTENT_SHARED = 2
# the number of sentences beyond which a word proposes none; it still counts where others do.
MOST_SENTENCES = 24


class Match(NamedTuple):
    """Sentence `a` of one document answers to sentence `b` of another (indexes).

    similarity: of all words; told: of the words outside quotation marks, 0 to 1.
    shared: summed rarity of the narrative words that both hold.
    """

    a: int
    b: int
    similarity: float
    told: float
    shared: int


def match(a: Sequence[Sentence], b: Sequence[Sentence]) -> tuple[Match, ...]:
    """Return the matching sentences, each sentence at most once, ordered by `a`."""
    weight = _weights(a, b)
    mass_a = [_mass(sentence.stems, weight) for sentence in a]
    mass_b = [_mass(sentence.stems, weight) for sentence in b]
    likeness: dict[tuple[int, int], float] = {}
    for i, j in _proposed(a, b):
        common = a[i].stems & b[j].stems
        if a[i].stems != b[j].stems and sum(map(rarity, common)) < LEAST_SHARED:
            continue
        similarity = 2 * _mass(common, weight) / (mass_a[i] + mass_b[j])
        if similarity >= LEAST_SIMILARITY:
            likeness[i, j] = similarity
    chosen = _chosen(likeness, frozenset())
    chosen = _chosen(likeness, chosen)
    kept = [pair for pair in sorted(chosen) if _stands(pair, likeness[pair], chosen)]
    return tuple(_match(a, b, pair, likeness[pair], weight) for pair in kept)


def _stands(pair: tuple[int, int], similarity: float, chosen: AbstractSet[tuple[int, int]]) -> bool:
    """Say whether a pair is alike enough alone or runs beside another."""
    i, j = pair
    near = ((i + x, j + y) for x in NEIGHBOURHOOD for y in NEIGHBOURHOOD if (x, y) != (0, 0))
    return similarity >= LEAST_ALONE or any(other in chosen for other in near)


def _weights(a: Sequence[Sentence], b: Sequence[Sentence]) -> dict[str, int]:
    held: Counter[str] = Counter()
    for sentence in (*a, *b):
        held.update(sentence.stems)
    total = len(a) + len(b)
    scarcity = {count: log(1 + total / count) for count in set(held.values())}
    return {stem: round(rarity(stem) * scarcity[count]) for stem, count in held.items()}


def _mass(stems: AbstractSet[str], weight: Mapping[str, int]) -> int:
    return sum(map(weight.__getitem__, stems))


def _proposed(a: Sequence[Sentence], b: Sequence[Sentence]) -> Iterable[tuple[int, int]]:
    """Yield the pairs of sentences worth measuring, some twice."""
    yield from _twins(a, b)
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for j, sentence in enumerate(b):
        for stem in sentence.content:
            holders[stem].append(j)
    for i, sentence in enumerate(a):
        shared: Counter[int] = Counter()
        for stem in sentence.content:
            at = holders.get(stem, ())
            if len(at) <= MOST_SENTENCES:
                shared.update(at)
        yield from ((i, j) for j, count in shared.items() if count >= LEAST_CONTENT_SHARED)


def _twins(a: Sequence[Sentence], b: Sequence[Sentence]) -> Iterable[tuple[int, int]]:
    """Yield equal sentences, the first with the first, the second with the second."""
    places: defaultdict[frozenset[str], list[int]] = defaultdict(list)
    for j, sentence in reversed(list(enumerate(b))):
        places[sentence.stems].append(j)
    for i, sentence in enumerate(a):
        left = places.get(sentence.stems)
        if left:
            yield i, left.pop()


def _chosen(
    likeness: Mapping[tuple[int, int], float], before: AbstractSet[tuple[int, int]]
) -> frozenset[tuple[int, int]]:
    """Choose greedily the best pairs, each sentence once, favouring neighbours of `before`."""

    def rank(pair: tuple[int, int]) -> tuple[float, int, int]:
        i, j = pair
        beside = ((i - 1, j - 1) in before) + ((i + 1, j + 1) in before)
        return -(likeness[pair] + NEIGHBOUR_BONUS * beside), i, j

    used_a: set[int] = set()
    used_b: set[int] = set()
    chosen = set()
    for i, j in sorted(likeness, key=rank):
        if i not in used_a and j not in used_b:
            used_a.add(i)
            used_b.add(j)
            chosen.add((i, j))
    return frozenset(chosen)


def _match(
    a: Sequence[Sentence],
    b: Sequence[Sentence],
    pair: tuple[int, int],
    similarity: float,
    weight: Mapping[str, int],
) -> Match:
    first, second = a[pair[0]], b[pair[1]]
    common = first.told & second.told
    total = _mass(first.told, weight) + _mass(second.told, weight)
    told = 2 * _mass(common, weight) / total if total else 0.0
    shared = sum(map(rarity, common))
    return Match(*pair, similarity, told, shared)
