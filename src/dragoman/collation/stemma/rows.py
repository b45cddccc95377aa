"""The derivations of a family as its tree has them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.collation.lineage.direction import UNKNOWN
from dragoman.collation.lineage.kind import turned
from dragoman.collation.stemma.parents import ancestry
from dragoman.model import LEAST_STATED, Alignment, Derivation, DerivationKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dragoman.collation.stemma.arrangement import Arrangement
    from dragoman.collation.stemma.links import Links
    from dragoman.collation.stemma.parents import Tree
    from dragoman.model import HiddenSource


def settled(
    link: Derivation, tree: Tree, found: Arrangement, sources: Iterable[HiddenSource]
) -> Derivation:
    """Return a derivation as the tree has it: which way, how sure, whether it is an edge.

    Two documents of which neither goes back to the other share a source.
    """
    one, other = link.derived, link.origin or ""
    if other in ancestry(one, tree):
        return _directed(link, found.sure(other, one), parent=other in tree[one])
    if one in ancestry(other, tree):
        return _directed(_turned(link), found.sure(one, other), parent=one in tree[other])
    common = _common(one, other, tree, sources)
    return replace(
        link,
        kind=DerivationKind.SHARED_SOURCE,
        direction_score=UNKNOWN,
        source_note=f"both go back to {common}; {link.source_note}" if common else link.source_note,
    )


def from_hidden(source: HiddenSource, links: Links) -> Iterator[Derivation]:
    """Yield the derivation of each document that goes back to a hidden source."""
    for doc in source.docs:
        beside = [links.between(doc, other) for other in source.docs if other != doc]
        known = [link for link in beside if link is not None]
        yield Derivation(
            derived=doc,
            origin=None,
            source_note=source.note,
            kind=DerivationKind.SHARED_SOURCE,
            coverage=max(_coverage(doc, link) for link in known),
            direction_score=1.0,
            score=max(link.apart for link in known),
            parent=True,
            hidden_source=source.hidden_source,
        )


def _directed(link: Derivation, sure: float, *, parent: bool) -> Derivation:
    score = sure if sure >= LEAST_STATED else UNKNOWN
    note = link.source_note
    if score > UNKNOWN and link.direction_score == UNKNOWN:
        note = f"the other documents of the family decide; {note}"
    return replace(link, direction_score=score, source_note=note, parent=parent)


def _turned(link: Derivation) -> Derivation:
    """Return a derivation the other way round."""
    against = link.direction_score > UNKNOWN
    return replace(
        link,
        derived=link.origin or "",
        origin=link.derived,
        coverage=link.origin_coverage,
        origin_coverage=link.coverage,
        kind=turned(link),
        direction_score=UNKNOWN,
        source_note=f"although {link.source_note}" if against else link.source_note,
        alignments=tuple(
            sorted(
                (Alignment(a.origin, a.derived, a.kind) for a in link.alignments),
                key=lambda found: (found.derived, found.origin),
            )
        ),
    )


def _coverage(doc: str, link: Derivation) -> float:
    return link.coverage if link.derived == doc else link.origin_coverage


def _common(one: str, other: str, tree: Tree, sources: Iterable[HiddenSource]) -> str:
    """Return the nearest common origin of two documents by name, "" if the tree has none."""
    lines = [ancestry(one, tree), ancestry(other, tree)]
    shared = lines[0] & lines[1]
    if shared:
        return min(shared, key=lambda doc: (-len(ancestry(doc, tree)), doc))
    return next((_name(s) for s in sources if all(line & set(s.docs) for line in lines)), "")


def _name(source: HiddenSource) -> str:
    return source.agency or "a text outside the pile"
