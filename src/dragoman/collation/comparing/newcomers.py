"""New documents compared with what they may be related to, and not with the pile."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dragoman.archive import dependent_pairs, relatives
from dragoman.collation.lineage import compare, fingerprint
from dragoman.collation.lineage.candidates import displaced, partners, place
from dragoman.collation.lineage.stock import MOST_HOLDERS, is_stock

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from dragoman.collation.lineage import Fingerprint
    from dragoman.collation.texts import Texts
    from dragoman.model import Derivation


def compare_new(connection: sqlite3.Connection, texts: Texts, new: Sequence[str]) -> frozenset[str]:
    """Compare documents that are not in the index yet, and enter them.

    Return them and the documents that are related otherwise than before. What is known then is
    what `compare_all` would find: a newcomer also takes the link from two others where it pushes
    one from a key's first holders, and it makes sentences stock or keeps them from it.
    """
    known = _Known(connection, texts)
    prints = {doc: fingerprint(texts[doc]) for doc in new}
    known.enter(prints)
    turned = known.turned({key for found in prints.values() for key in found.skeletons})
    again = {*new, *known.holding(turned)}
    pushed = relatives.documents_at(connection, displaced(_come(prints), known.keys))
    changed = known.parted(doc for doc in pushed if doc not in again)
    return frozenset({*new, *changed, *known.compared(sorted(again))})


def _come(prints: Mapping[str, Fingerprint]) -> dict[int, set[int]]:
    """Return the places of the newcomers that hold each key."""
    come: defaultdict[int, set[int]] = defaultdict(set)
    for doc, found in prints.items():
        for key in found.keys:
            come[key].add(place(doc))
    return come


class _Known:
    """What the archive knows of its documents' relations."""

    def __init__(self, connection: sqlite3.Connection, texts: Texts) -> None:
        self.keys = relatives.document_keys(connection)
        self._sentences = relatives.document_sentences(connection)
        self._connection = connection
        self._texts = texts

    def enter(self, prints: Mapping[str, Fingerprint]) -> None:
        """Put documents into the index."""
        for doc, found in prints.items():
            own = place(doc)
            relatives.add_compared(self._connection, doc, own, found.skeletons)
            self.keys.add((key, own) for key in sorted(found.keys))
            self._sentences.add((key, own) for key in sorted(found.skeletons))

    def turned(self, skeletons: Iterable[int]) -> list[int]:
        """Look again which sentences are stock, and return those of which that changed."""
        looked_at = sorted(skeletons)
        before = relatives.stock_among(self._connection, looked_at)
        now = frozenset(filter(self._is_stock, looked_at))
        relatives.add_stock(self._connection, now - before)
        relatives.drop_stock(self._connection, before - now)
        return sorted(before ^ now)

    def _is_stock(self, skeleton: int) -> bool:
        first = self._sentences.first(skeleton, MOST_HOLDERS)
        return is_stock([relatives.skeletons_at(self._connection, other) for other in first])

    def holding(self, skeletons: Iterable[int]) -> list[str]:
        """Return the documents that hold one of the sentences."""
        places = {other for key in skeletons for other in self._sentences.all(key)}
        return relatives.documents_at(self._connection, sorted(places))

    def parted(self, docs: Iterable[str]) -> set[str]:
        """Drop pairs of documents that are no partners any more, and return who is in them."""
        changed: set[str] = set()
        for doc in docs:
            known = dependent_pairs.dependents(self._connection, doc)
            if known:
                changed |= self._part(doc, set(known).difference(self._partners(doc)))
        return changed

    def _part(self, doc: str, others: Collection[str]) -> set[str]:
        for other in others:
            dependent_pairs.drop_pair(self._connection, doc, other)
        return {doc, *others} if others else set()

    def compared(self, docs: Sequence[str]) -> set[str]:
        """Compare documents with their partners, and return whose relations are others now."""
        changed: set[str] = set()
        pairs: set[tuple[str, str]] = set()
        for doc in docs:
            beside = self._partners(doc)
            known = dependent_pairs.dependents(self._connection, doc)
            changed |= self._part(doc, set(known).difference(beside))
            pairs.update((min(doc, other), max(doc, other)) for other in beside)
        for first, second in sorted(pairs):
            found = self._compare(first, second)
            if found == dependent_pairs.between(self._connection, first, second):
                continue
            changed |= {first, second}
            if found is None:
                dependent_pairs.drop_pair(self._connection, first, second)
            else:
                dependent_pairs.put_pair(self._connection, found)
        return changed

    def _compare(self, first: str, second: str) -> Derivation | None:
        held = (relatives.skeletons_at(self._connection, place(doc)) for doc in (first, second))
        furniture = relatives.stock_among(self._connection, frozenset().union(*held))
        return compare(self._texts[first], self._texts[second], furniture)

    def _partners(self, doc: str) -> list[str]:
        own = fingerprint(self._texts[doc]).keys
        found = partners(place(doc), own, self.keys)
        return relatives.documents_at(self._connection, found)
