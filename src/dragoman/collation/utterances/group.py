"""Statements grouped into utterances: the same words said once, followed across documents."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.collation.lineage.candidates import keys, pairs
from dragoman.collation.utterances.aligned import aligned_pairs
from dragoman.collation.utterances.change import changed
from dragoman.collation.utterances.likeness import likeness, same
from dragoman.model import StatementKind, Variant

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dragoman.collation.utterances.saying import Saying
    from dragoman.model import Derivation

# Full quotations are the better reference, then quoted fragments, then reported words.
FULLNESS = {StatementKind.DIRECT: 0, StatementKind.MIXED: 1, StatementKind.INDIRECT: 2}
# One rare pair of words suffices: a statement has few, and comparing two costs microseconds.
LEAST_SHARED = 1


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
    those derived from it; among equals the fullest quotation, then the first in order of document
    and place. Ordered by id; the order of the arguments makes no difference.
    """
    pile = {saying.statement: saying for saying in sayings}
    origins = _origins(derivations)
    groups = _groups(pile, _links(pile, derivations))
    found = (_utterance([pile[name] for name in names], origins) for names in groups)
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
    for a, b in sorted({*_alike(pile), *beside}):
        found = likeness(pile[a], pile[b])
        if same(pile[a], pile[b], found, aligned=(a, b) in beside):
            for one, other in ((a, b), (b, a)):
                place = one, pile[other].doc
                best[place] = max(best.get(place, (0.0, "")), (found.best, other))
    return sorted((one, other) for (one, _), (_, other) in best.items())


def _alike(pile: Mapping[str, Saying]) -> tuple[tuple[str, str], ...]:
    index: defaultdict[int, list[str]] = defaultdict(list)
    for name, saying in pile.items():
        content = " ".join(span.cut(saying.text) for span in saying.content)
        for key in keys([content]):
            index[key].append(name)
    return pairs(index, LEAST_SHARED)


def _groups(pile: Iterable[str], links: Iterable[tuple[str, str]]) -> list[list[str]]:
    parent = {name: name for name in pile}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for first, second in links:
        parent[root(first)] = root(second)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(parent):
        groups[root(name)].append(name)
    return list(groups.values())


def _utterance(members: Sequence[Saying], origins: Mapping[str, set[str]]) -> Utterance:
    docs = {saying.doc for saying in members}

    def rank(saying: Saying) -> tuple[bool, str, bool, int, str, int, str]:
        copied = bool(origins.get(saying.doc, set()) & docs)
        date = saying.published
        place = saying.doc, saying.whole.start, saying.statement
        return date is None, date or "", copied, FULLNESS[saying.kind], *place

    ranked = sorted(members, key=rank)
    reference = ranked[0]
    speakers = [saying.speaker for saying in ranked if saying.speaker]
    return Utterance(
        utterance=reference.statement,
        speaker=speakers[0] if speakers else None,
        first_doc=reference.doc,
        docs=tuple(sorted(docs)),
        variants=tuple(_variant(reference, saying) for saying in ranked),
    )


def _variant(reference: Saying, saying: Saying) -> Variant:
    found = changed(reference, saying)
    return Variant(
        utterance=reference.statement,
        statement=saying.statement,
        reference_statement=reference.statement,
        change=found.change,
        edits=found.edits,
        in_quotation_marks=saying.kind is not StatementKind.INDIRECT,
        score=1.0 if saying is reference else likeness(reference, saying).best,
    )
