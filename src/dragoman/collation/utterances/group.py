"""Statements grouped into utterances: the same words said once, followed across documents."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.collation.joining import joined
from dragoman.collation.utterances.aligned import Beside
from dragoman.collation.utterances.alike import alike
from dragoman.collation.utterances.change import changed
from dragoman.collation.utterances.descent import descends, forerunners, parents
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
# Utterances into which linked statements fall; more is a chain that someone forged, and comparing
# each with each would take its square.
MOST_SPLIT = 50
# Statements of one document that another may have had its own from; a page repeats few things.
MOST_REPEATED = 8


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

    The reference wording is that of the earliest carrier whose date is known, of those that have
    it from no other as the family tree tells (the derivations marked `parent`); among equals the
    fullest quotation, then the longest, then the first in order of document and place.
    Ordered by id; the order of the arguments makes no difference.
    """
    pile = {saying.statement: saying for saying in sayings}
    beside = Beside.among(pile.values(), derivations)
    found = same_pairs(pile, {*alike(pile.values()), *beside.pairs}, beside)
    return gathered(pile, found, parents(derivations))


def same_pairs(
    pile: Mapping[str, Saying], pairs: Iterable[tuple[str, str]], beside: Beside
) -> Iterator[tuple[str, str, float]]:
    """Yield those of the pairs that report one utterance, and how alike they are, 0 to 1."""
    for a, b in sorted(pairs):
        found = likeness(pile[a], pile[b])
        aligned, between = (a, b) in beside.inside, (a, b) in beside.between
        if same(pile[a], pile[b], found, aligned=aligned, between=between):
            yield a, b, found.best


def gathered(
    pile: Mapping[str, Saying],
    pairs: Iterable[tuple[str, str, float]],
    tree: Mapping[str, Sequence[str]],
) -> tuple[Utterance, ...]:
    """Gather statements into utterances, by the pairs of them that report one.

    pairs: as `same_pairs` yields them, all there are of these statements. tree: the parents of
    their documents, of those parents, and so on.
    """
    groups = joined(pile, _links(pile, pairs))
    members = [[pile[name] for name in names] for names in groups]
    found = (utterance for linked in members for utterance in _utterances(linked, tree))
    return tuple(sorted(found, key=lambda utterance: utterance.utterance))


def _links(
    pile: Mapping[str, Saying], pairs: Iterable[tuple[str, str, float]]
) -> list[tuple[str, str]]:
    """Return of the pairs each statement's best in each document."""
    best: dict[tuple[str, str], tuple[float, str]] = {}
    for a, b, found in pairs:
        for one, other in ((a, b), (b, a)):
            place = one, pile[other].doc
            best[place] = max(best.get(place, (0.0, "")), (found, other))
    return sorted((one, other) for (one, _), (_, other) in best.items())


def _utterances(
    members: Sequence[Saying], tree: Mapping[str, Sequence[str]]
) -> Iterator[Utterance]:
    """Split linked statements into those like the first reference, those like the next, ..."""
    left = _ranked(members, tree)
    for _ in range(MOST_SPLIT):
        if not left:
            return
        near = [saying for saying in left if _near(left[0], saying)]
        yield _utterance(near, tree)
        taken = {saying.statement for saying in near}
        left = [saying for saying in left if saying.statement not in taken]
    yield from (_utterance([saying], tree) for saying in left)


def _near(reference: Saying, saying: Saying) -> bool:
    return saying is reference or likeness(reference, saying).best >= LEAST_LIKENESS


def _ranked(members: Sequence[Saying], tree: Mapping[str, Sequence[str]]) -> list[Saying]:
    """Return statements in the order in which they would be the reference wording."""
    docs = {saying.doc for saying in members}
    copied = {doc: descends(doc, docs, tree) for doc in sorted(docs)}

    def rank(saying: Saying) -> tuple[bool, bool, str, int, int, str, int, str]:
        date = saying.published
        length = -len(wording(saying).words)
        place = saying.doc, saying.whole.start, saying.statement
        return copied[saying.doc], date is None, date or "", FULLNESS[saying.kind], length, *place

    return sorted(members, key=rank)


def _utterance(ranked: Sequence[Saying], tree: Mapping[str, Sequence[str]]) -> Utterance:
    reference = ranked[0]
    speakers = [saying.speaker for saying in ranked if saying.speaker]
    members: defaultdict[str, list[Saying]] = defaultdict(list)
    for saying in ranked:
        if len(members[saying.doc]) < MOST_REPEATED:
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
