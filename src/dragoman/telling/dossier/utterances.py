"""An utterance told once: by one of its wordings, with all documents that carry it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.telling.dossier.sayings import (
    CIRCUMSTANCES,
    LONGEST_NAME,
    Saying,
    Span,
    chip_of,
    shortened,
)
from dragoman.telling.dossier.wordings import CHANGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dragoman.telling.dossier.actors import ActorCard
    from dragoman.telling.dossier.papers import Paper, Pile
    from dragoman.telling.dossier.receipts import Chip

PLACES = ALSO, COPIES, AGAIN = "also in", "in copies", "again"
MOST_CARRIERS = 12


@dataclass(frozen=True, slots=True)
class Carrier:
    """Another place that carries an utterance, and how its wording differs ("" if not).

    how: another independent source, one that goes back to the same text as a source already
    named, or the same document once more (`ALSO`, `COPIES`, `AGAIN`).
    """

    how: str
    paper: Paper
    chip: Chip
    change: str


@dataclass(frozen=True, slots=True)
class Circumstance:
    """What the text tells of an utterance: what it is, its words, and their place on the page."""

    label: str
    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Teller:
    """In whose words an utterance stands, and their place on the page."""

    name: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Said:
    """An utterance by one of its wordings.

    also: where else it stands, at most `MOST_CARRIERS`; more: in how many places besides.
    documents: numbers of all that carry it. families: independent sources among them.
    """

    saying: Saying
    chip: Chip
    circumstances: tuple[Circumstance, ...]
    teller: Teller | None
    also: tuple[Carrier, ...]
    more: int
    documents: tuple[int, ...]
    families: int


@dataclass(frozen=True, slots=True)
class Known:
    """What utterances are told from.

    cards: actors. changes: how wordings differ. tellers: statements in whose words others stand.
    """

    pile: Pile
    cards: Mapping[str, ActorCard]
    changes: Mapping[str, str]
    tellers: Mapping[str, Saying]

    def name(self, saying: Saying) -> str:
        """Return who says it: the actor's name, or the document's own words for the source."""
        card = self.cards.get(saying.speaker or "")
        return card.name if card else saying.named


def reference(wordings: Sequence[Saying]) -> Saying:
    """Return the wording by which an utterance is shown: its reference, else the first."""
    return next((s for s in wordings if s.statement == s.utterance), wordings[0])


def told_once(known: Known, wordings: Sequence[Saying]) -> Said:
    """Show an utterance by its reference wording; `wordings` stand in reading order."""
    shown = reference(wordings)
    places = sorted(_places(shown, wordings), key=lambda place: PLACES.index(place[0]))
    return Said(
        saying=shown,
        chip=chip_of(known.pile, shown),
        circumstances=tuple(_circumstances(known.pile, shown)),
        teller=_teller(known, shown),
        also=tuple(_carrier(known, *place) for place in places[:MOST_CARRIERS]),
        more=max(0, len(places) - MOST_CARRIERS),
        documents=tuple(sorted({saying.paper.number for saying in wordings})),
        families=len({saying.paper.family for saying in wordings}),
    )


def _places(shown: Saying, wordings: Iterable[Saying]) -> Iterator[tuple[str, Saying]]:
    """Yield where else it stands, of wordings that overlap in one document the first."""
    families, ends = {shown.paper.family}, {shown.paper.doc: 0}
    for saying in wordings:
        paper = saying.paper
        if saying.overlaps(shown) or saying.span[0] < ends.get(paper.doc, 0):
            continue
        yield AGAIN if paper.doc in ends else COPIES if paper.family in families else ALSO, saying
        families.add(paper.family)
        ends[paper.doc] = saying.span[1]


def _carrier(known: Known, how: str, saying: Saying) -> Carrier:
    change = CHANGES.get(known.changes.get(saying.statement, ""), "")
    return Carrier(how, saying.paper, chip_of(known.pile, saying), change)


def _circumstances(pile: Pile, saying: Saying) -> Iterator[Circumstance]:
    """Yield what is told; what carried it only where the words for the occasion do not say."""
    told = saying.circumstances
    for key, label in CIRCUMSTANCES.items():
        span = told.get(key)
        if span and not (key == "medium" and _inside(span, told.get("venue"))):
            words = shortened(saying.words((span,)), LONGEST_NAME)
            if key == "when" and saying.when:
                words += f" ({saying.when})"
            yield Circumstance(label, words, pile.receipts.chip(saying.paper.doc, *span).anchor)
    if "when" not in told and saying.when:
        yield Circumstance("when", saying.when, "")


def _inside(span: Span, other: Span | None) -> bool:
    return other is not None and other[0] <= span[0] and span[1] <= other[1]


def _teller(known: Known, saying: Saying) -> Teller | None:
    """Return in whose words it stands, unless it is the speaker again: "said he believes"."""
    outer = known.tellers.get(saying.statement)
    if outer is None or (outer.speaker and outer.speaker == saying.speaker):
        return None
    return Teller(known.name(outer), chip_of(known.pile, outer).anchor)
