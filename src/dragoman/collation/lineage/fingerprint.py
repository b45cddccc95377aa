"""What the index keeps of a document: hashes by which its relatives are found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.collation.lineage.candidates import keys
from dragoman.collation.lineage.text import sentence_words, sentences

if TYPE_CHECKING:
    from dragoman.collation.lineage.text import Text


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Signed 64-bit hashes, the same on every machine.

    keys: of pairs of rare words (`candidates.keys`). skeletons: of its sentences (`text.Sentence`).
    """

    keys: frozenset[int]
    skeletons: frozenset[int]


def fingerprint(text: Text) -> Fingerprint:
    """Return the hashes of a document."""
    skeletons = (sentence.skeleton for sentence in sentences(text))
    return Fingerprint(keys(sentence_words(text)), frozenset(s for s in skeletons if s is not None))
