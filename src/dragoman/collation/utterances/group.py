"""Statements grouped into utterances: the same words said once, followed across documents."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.collation.joining import joined
from dragoman.collation.utterances.aligned import aligned_pairs
from dragoman.collation.utterances.alike import alike
from dragoman.collation.utterances.change import changed
from dragoman.collation.utterances.descent import forerunners, parents
from dragoman.collation.utterances.likeness import likeness, same
from dragoman.collation.utterances.saying import wording
from dragoman.model import Change, StatementKind, Variant

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dragoman.collation.utterances.saying import Saying
    from dragoman.model import Derivation

# Full quotations are the better reference, then quoted fragments, then reported words.
FULLNESS = {StatementKind.DIRECT: 0, StatementKind.MIXED: 1, StatementKind.INDIRECT: 2}
# What leaves the words as they were.
UNCHANGED = frozenset({Change.SAME, Change.PUNCTUATION})
# A wording less like the reference than this was drawn in by a third that joins two statements.
LEAST_LIKENESS = 0.3


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words said once in the world.

    utterance: the id of its reference statement. speaker: of the reference, else of the first
    statement that names one. variants: one per statement, the reference's own first.
    """

    utterance: str
    speaker: str | None
    first_doc: str
    docs: tuple[str, ...]
    variants: tuple[Variant, ...]


def group(
    sayings: Iterable[Saying], derivations: Sequence[Derivation] = ()
) -> tuple[Utterance, ...]:
    """Group statements into utterances, each with its wordings compared to the reference.

    The reference wording is that of the earliest carrier whose date is known, a document before
    those derived from it; among equals the fullest quotation, then the longest, then the first in
    order of document and place. The wordings' descent is that of the derivations marked `parent`.
    Ordered by id; the order of the arguments makes no difference.
    """
    pile = {saying.statement: saying for saying in sayings}
    origins = _origins(derivations)
    groups = joined(pile, _links(pile, derivations))
    members = [[pile[name] for name in names] for names in groups]
    tree = parents(derivations)
    found = (utterance for linked in members for utterance in _utterances(linked, origins, tree))
    return tuple(sorted(found, key=lambda utterance: utterance.utterance))


def _origins(derivations: Iterable[Derivation]) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for derivation in derivations:
        if derivation.origin is not None:
            found[derivation.derived].add(derivation.origin)
    return found


def _links(pile: Mapping[str, Saying], derivations: Iterable[Derivation]) -> list[tuple[str, str]]:
    """Return the pairs that report one utterance, each the best of either in that document."""
    beside = aligned_pairs(pile.values(), derivations)
    best: dict[tuple[str, str], tuple[float, str]] = {}
    for a, b in sorted({*alike(pile.values()), *beside}):
        found = likeness(pile[a], pile[b])
        if same(pile[a], pile[b], found, aligned=(a, b) in beside):
            for one, other in ((a, b), (b, a)):
                place = one, pile[other].doc
                best[place] = max(best.get(place, (0.0, "")), (found.best, other))
    return sorted((one, other) for (one, _), (_, other) in best.items())


def _utterances(
    members: Sequence[Saying], origins: Mapping[str, set[str]], tree: Mapping[str, Sequence[str]]
) -> Iterator[Utterance]:
    """Split linked statements into those like the first reference, those like the next, ..."""
    left = _ranked(members, origins)
    while left:
        near = [saying for saying in left if _near(left[0], saying)]
        yield _utterance(near, tree)
        taken = {saying.statement for saying in near}
        left = [saying for saying in left if saying.statement not in taken]


def _near(reference: Saying, saying: Saying) -> bool:
    return saying is reference or likeness(reference, saying).best >= LEAST_LIKENESS


def _ranked(members: Sequence[Saying], origins: Mapping[str, set[str]]) -> list[Saying]:
    """Return statements in the order in which they would be the reference wording."""
    docs = {saying.doc for saying in members}

    def rank(saying: Saying) -> tuple[bool, str, bool, int, int, str, int, str]:
        date = saying.published
        copied = bool(origins.get(saying.doc, set()) & docs)
        length = -len(wording(saying).words)
        place = saying.doc, saying.whole.start, saying.statement
        return date is None, date or "", copied, FULLNESS[saying.kind], length, *place

    return sorted(members, key=rank)


def _utterance(ranked: Sequence[Saying], tree: Mapping[str, Sequence[str]]) -> Utterance:
    reference = ranked[0]
    speakers = [saying.speaker for saying in ranked if saying.speaker]
    members: defaultdict[str, list[Saying]] = defaultdict(list)
    for saying in ranked:
        members[saying.doc].append(saying)
    before = {saying.statement: forerunners(saying, members, tree) for saying in ranked}
    return Utterance(
        utterance=reference.statement,
        speaker=speakers[0] if speakers else None,
        first_doc=reference.doc,
        docs=tuple(sorted(members)),
        variants=tuple(_variant(reference, saying, before[saying.statement]) for saying in ranked),
    )


def _variant(reference: Saying, saying: Saying, before: Sequence[Saying]) -> Variant:
    found = changed(reference, saying)
    return Variant(
        utterance=reference.statement,
        statement=saying.statement,
        reference_statement=reference.statement,
        change=found.change,
        edits=found.edits,
        in_quotation_marks=found.in_marks,
        score=1.0 if saying is reference else likeness(reference, saying).best,
        parent_statement=before[0].statement if before else None,
        appeared=found.change not in UNCHANGED
        and all(changed(other, saying).change not in UNCHANGED for other in before),
    )
