"""Families drawn: who is in one, who had it from whom, what is missing between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.archive.dependent_pairs import all_pairs, dependents, pairs_among
from dragoman.archive.kinship import (
    Dependence,
    add_derivations,
    forget_all_derivations,
    forget_derivations,
    replace_families,
    replace_hidden_sources,
)
from dragoman.collation.dependence import publisher, wire
from dragoman.collation.evidence import Imprint, imprint
from dragoman.collation.families import families
from dragoman.collation.stemma import stemma

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from dragoman.collation.lineage import Text
    from dragoman.collation.texts import Texts


def draw_all(connection: sqlite3.Connection, texts: Texts) -> None:
    """Draw the families of a whole archive anew."""
    forget_all_derivations(connection)
    _draw(connection, texts, texts, all_pairs(connection))


def draw(connection: sqlite3.Connection, texts: Texts, docs: Iterable[str]) -> frozenset[str]:
    """Draw the families anew to which documents belong or belonged, and return who is in them.

    docs: all whose dependence on others is not what it was.
    """
    members = _kin(connection, docs)
    forget_derivations(connection, sorted(members))
    links = [(doc, other) for doc in members for other in dependents(connection, doc)]
    _draw(connection, texts, members, links)
    return frozenset(members)


def _kin(connection: sqlite3.Connection, docs: Iterable[str]) -> set[str]:
    """Return documents with all that are of one family with them.

    A family that fell apart is complete: in each of its parts is one that lost a relative.
    """
    found: set[str] = set()
    left = list(docs)
    while left:
        doc = left.pop()
        if doc not in found:
            found.add(doc)
            left += dependents(connection, doc)
    return found


def _draw(
    connection: sqlite3.Connection,
    texts: Texts,
    docs: Iterable[str],
    links: Iterable[tuple[str, str]],
) -> None:
    imprints = {doc: imprint(connection, doc) for doc in docs}
    dates = {doc: known.published for doc, known in imprints.items()}
    for name, members in families(dates, links).items():
        replace_families(connection, (_dependence(doc, name, imprints[doc]) for doc in members))
        if len(members) > 1:
            _draw_family(connection, [texts[doc] for doc in members])


def _dependence(doc: str, family: str, known: Imprint) -> Dependence:
    return Dependence(doc, family, publisher(known.outlet), wire(known.agency, known.outlet))


def _draw_family(connection: sqlite3.Connection, members: Sequence[Text]) -> None:
    found = pairs_among(connection, [text.doc for text in members])
    drawn = stemma(members, sorted(found, key=lambda d: (d.derived, d.origin or "")))
    replace_hidden_sources(connection, drawn.sources)
    add_derivations(connection, drawn.derivations)
