"""Families: documents that go back to one text, the unit of independence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.collation.joining import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def families(
    docs: Mapping[str, str | None], links: Iterable[tuple[str, str]]
) -> dict[str, list[str]]:
    """Return families by name, with their members, both in alphabetical order.

    docs: publication date of each document (ISO), None where unknown. links: pairs of documents
    of which one goes back to the other; a link to a document outside `docs` joins nothing. The
    earliest member gives the name: among those of one date, and where no date is known, the first
    in alphabetical order.
    """
    groups = joined(docs, links)
    return dict(sorted((_earliest(members, docs), members) for members in groups))


def _earliest(members: Iterable[str], docs: Mapping[str, str | None]) -> str:
    return min(members, key=lambda doc: (docs[doc] is None, docs[doc] or "", doc))
