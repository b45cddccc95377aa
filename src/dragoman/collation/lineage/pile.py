"""A whole pile compared: only what could matter, once."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from dragoman.collation.lineage.candidates import place
from dragoman.collation.lineage.compare import compare
from dragoman.collation.lineage.fingerprint import fingerprint
from dragoman.collation.lineage.holders import Holders
from dragoman.collation.lineage.pairs import pairs
from dragoman.collation.lineage.stock import stock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dragoman.collation.lineage.fingerprint import Fingerprint
    from dragoman.collation.lineage.text import Text
    from dragoman.model import Derivation


class Fingerprints:
    """The fingerprints of a pile; documents are numbered 0, 1, 2 ... as they are added.

    keys, skeletons: who holds which.
    """

    def __init__(self) -> None:
        self.keys = Holders()
        self.skeletons = Holders()
        self._packed: list[bytes] = []

    def add(self, found: Fingerprint) -> None:
        """Add the next document. They have to come in the order of their places."""
        self.keys.add(found.keys)
        self.skeletons.add(found.skeletons)
        self._packed.append(array("q", found.skeletons).tobytes())

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs of documents worth comparing, by number."""
        return pairs(self.keys)

    def stock(self) -> frozenset[int]:
        """Return the skeletons of stock sentences."""
        return stock(self.skeletons, self._skeletons)

    def _skeletons(self, number: int) -> frozenset[int]:
        return frozenset(array("q", self._packed[number]))


def derivations(texts: Iterable[Text]) -> tuple[Derivation, ...]:
    """Return the derivations of a pile, ordered by derived and origin document."""
    pile = sorted(texts, key=lambda text: (place(text.doc), text.doc))
    prints = Fingerprints()
    for text in pile:
        prints.add(fingerprint(text))
    furniture = prints.stock()
    found = (compare(pile[a], pile[b], furniture) for a, b in prints.pairs())
    return tuple(sorted((d for d in found if d is not None), key=_order))


def _order(derivation: Derivation) -> tuple[str, str]:
    return derivation.derived, derivation.origin or ""
