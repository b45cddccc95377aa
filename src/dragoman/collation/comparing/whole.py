"""A whole archive compared anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.archive import dependent_pairs, relatives
from dragoman.collation.lineage import Fingerprints, compare, fingerprint
from dragoman.collation.lineage.candidates import place

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from dragoman.collation.lineage.holders import Holders
    from dragoman.collation.texts import Texts


def compare_all(connection: sqlite3.Connection, texts: Texts) -> None:
    """Compare all documents, and make the index anew by which later ones find their relatives."""
    relatives.empty_index(connection)
    docs = sorted(texts, key=lambda doc: (place(doc), doc))
    prints = _indexed(connection, texts, docs)
    furniture = prints.stock()
    relatives.add_stock(connection, furniture)
    for a, b in prints.pairs():
        found = compare(texts[docs[a]], texts[docs[b]], furniture)
        if found is not None:
            dependent_pairs.put_pair(connection, found)


def _indexed(connection: sqlite3.Connection, texts: Texts, docs: Sequence[str]) -> Fingerprints:
    places = [place(doc) for doc in docs]
    prints = Fingerprints()
    for doc, own in zip(docs, places, strict=True):
        found = fingerprint(texts[doc])
        prints.add(found)
        relatives.add_compared(connection, doc, own, found.skeletons)
    relatives.document_keys(connection).add(key_rows(prints.keys, places))
    relatives.document_sentences(connection).add(key_rows(prints.skeletons, places))
    return prints


def key_rows(holders: Holders, places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield who holds which key as rows of (key, place), sorted."""
    for keys, members in holders.parts():
        yield from zip(keys.tolist(), map(places.__getitem__, members.tolist()), strict=True)
