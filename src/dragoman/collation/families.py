"""Families: documents that go back to one text, the unit of independence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dragoman.model import Derivation


def families(docs: Mapping[str, str | None], derivations: Iterable[Derivation]) -> dict[str, str]:
    """Return the family of each document, named by its earliest member.

    docs: publication date of each document (ISO), None where unknown. Among members of one date,
    and where no date is known, the first in alphabetical order gives the name. A derivation from
    a document outside `docs` joins nothing.
    """
    parent = {doc: doc for doc in docs}
    for derivation in derivations:
        if derivation.derived in parent and derivation.origin in parent:
            first = _root(parent, derivation.derived)
            parent[_root(parent, derivation.origin)] = first
    members: dict[str, list[str]] = {}
    for doc in docs:
        members.setdefault(_root(parent, doc), []).append(doc)
    names = {root: _earliest(found, docs) for root, found in members.items()}
    return {doc: names[_root(parent, doc)] for doc in sorted(docs)}


def _root(parent: dict[str, str], doc: str) -> str:
    while parent[doc] != doc:
        parent[doc] = parent[parent[doc]]
        doc = parent[doc]
    return doc


def _earliest(members: Iterable[str], docs: Mapping[str, str | None]) -> str:
    return min(members, key=lambda doc: (docs[doc] is None, docs[doc] or "", doc))
