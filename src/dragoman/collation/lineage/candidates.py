"""Which documents are worth comparing: those that share rare pairs of words within a sentence.

A document's fingerprint is its `keys`: hashes of pairs of the rarest words of each of its
sentences. A rewrite that changes half the words of a sentence still keeps one pair in four, where
shingles and MinHash keep nothing; two reports of one event share names, but few pairs.
An index of (key, doc) is all that has to be kept; work grows with the documents, not their square.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from dragoman.collation.lineage.words import hashed, rarity, words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from dragoman.collation.lineage.words import Word

RAREST_WORDS = 6
LEAST_LETTERS = 3
# A pair of words is a key only if both say something: "two years" is in half of all documents.
LEAST_KEY_RARITY = 700
# Beyond this many documents a key leads to its first few alone, so that a text reprinted a
# thousand times costs some thousand comparisons and still becomes one family.
MOST_DOCUMENTS, LEADERS = 12, 3
# Three names met in one sentence are three keys already. With these numbers no derived pair of the
# development half is missed, and three pairs in four that are compared are unrelated.
LEAST_SHARED = 4


def keys(sentences: Sequence[str], least_rarity: int = LEAST_KEY_RARITY) -> frozenset[int]:
    """Return the fingerprint of a document: signed 64-bit integers, the same on every machine.

    sentences: the document's own sentences, boilerplate left out. The whole wording is a key as
    often as keys have to be shared, so that copies meet even where no word is rare.
    least_rarity: of the words that make keys, 0 to 1000.
    """
    cut = [words(sentence, 0, len(sentence)) for sentence in sentences]
    found = {
        hashed(f"{first} {second}")
        for sentence in cut
        for first, second in combinations(_rarest(sentence, least_rarity), 2)
    }
    whole = " ".join(word.form for sentence in cut for word in sentence)
    return frozenset(found | {hashed(f"{turn}\n{whole}") for turn in range(LEAST_SHARED)})


def pairs(
    index: Mapping[int, Collection[str]], least: int = LEAST_SHARED
) -> tuple[tuple[str, str], ...]:
    """Return the pairs of documents to compare, each and all in alphabetical order.

    index: the documents that hold each key. least: keys they have to share. The result depends
    on the index alone, not on the order in which it grew.
    """
    shared: Counter[tuple[str, str]] = Counter()
    for docs in index.values():
        if len(docs) > 1:
            shared.update(_linked(sorted(docs)))
    return tuple(sorted(pair for pair, count in shared.items() if count >= least))


def partners(doc: str, index: Mapping[int, Collection[str]]) -> tuple[str, ...]:
    """Return the documents that `pairs` sets beside `doc`, in alphabetical order.

    index: the documents that hold each of `doc`'s own keys.
    """
    shared: Counter[str] = Counter()
    for docs in index.values():
        shared.update(_beside(doc, sorted(set(docs) | {doc})))
    return tuple(sorted(other for other, count in shared.items() if count >= LEAST_SHARED))


def _linked(docs: Sequence[str]) -> Iterable[tuple[str, str]]:
    first = docs[:MOST_DOCUMENTS]
    yield from combinations(first, 2)
    for other in docs[MOST_DOCUMENTS:]:
        yield from ((leader, other) for leader in first[:LEADERS])


def _beside(doc: str, docs: Sequence[str]) -> Sequence[str]:
    at = docs.index(doc)
    if at >= MOST_DOCUMENTS:
        return docs[:LEADERS]
    first = [other for other in docs[:MOST_DOCUMENTS] if other != doc]
    return first + list(docs[MOST_DOCUMENTS:]) if at < LEADERS else first


def _rarest(sentence: Iterable[Word], least_rarity: int) -> list[str]:
    """Return the rarest stems of a sentence in alphabetical order; ties go by hash."""
    stems = {
        word.stem
        for word in sentence
        if len(word.stem) >= LEAST_LETTERS and rarity(word.stem) >= least_rarity
    }
    return sorted(sorted(stems, key=lambda stem: (-rarity(stem), hashed(stem)))[:RAREST_WORDS])
