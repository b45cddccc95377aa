"""Families: documents that go back to one text, the unit of independence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.collation.joining import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dragoman.model import Derivation


def families(docs: Mapping[str, str | None], derivations: Iterable[Derivation]) -> dict[str, str]:
    """Return the family of each document, named by its earliest member.

    docs: publication date of each document (ISO), None where unknown. Among members of one date,
    and where no date is known, the first in alphabetical order gives the name. A derivation from
    a document outside `docs` joins nothing.
    """
    links = [(d.derived, d.origin) for d in derivations if d.origin is not None]
    groups = joined(docs, links)
    named = {doc: _earliest(group, docs) for group in groups for doc in group}
    return dict(sorted(named.items()))


def _earliest(members: Iterable[str], docs: Mapping[str, str | None]) -> str:
    return min(members, key=lambda doc: (docs[doc] is None, docs[doc] or "", doc))
