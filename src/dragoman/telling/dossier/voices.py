"""Who said what: each utterance once, under its speaker, with all that carry it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.telling.dossier.sayings import Saying, chip_of
from dragoman.telling.dossier.wordings import CHANGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dragoman.telling.dossier.actors import ActorCard
    from dragoman.telling.dossier.papers import Paper, Pile
    from dragoman.telling.dossier.receipts import Chip

LONGEST_NAME = 80
KINDS = ("direct", "mixed", "indirect")


@dataclass(frozen=True, slots=True)
class Carrier:
    """Another document that carries an utterance, and how its wording differs ("" if not)."""

    paper: Paper
    chip: Chip
    change: str


@dataclass(frozen=True, slots=True)
class Said:
    """An utterance by one of its wordings. cue: the words that attribute it."""

    saying: Saying
    cue: str
    cue_first: bool
    chip: Chip
    also: tuple[Carrier, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker, or words of a source that name none, and what is said."""

    name: str
    card: ActorCard | None
    said: tuple[Said, ...]
    families: int

    @property
    def direct(self) -> int:
        """How many of the utterances stand at least partly in quotation marks."""
        return sum(s.saying.kind != "indirect" for s in self.said)

    @property
    def denials(self) -> int:
        """How many of them deny."""
        return sum(s.saying.denial for s in self.said)


@dataclass(frozen=True, slots=True)
class Voices:
    """Known speakers, the most widely carried first; and those whom the texts do not name."""

    known: tuple[Voice, ...]
    unknown: tuple[Voice, ...]

    @property
    def denials(self) -> tuple[tuple[Voice, Said], ...]:
        """Utterances that deny, each with its speaker."""
        everyone = (*self.known, *self.unknown)
        return tuple((v, s) for v in everyone for s in v.said if s.saying.denial)


def voices(pile: Pile, said: Iterable[Saying], cards: Mapping[str, ActorCard]) -> Voices:
    """Group all statements by utterance, and the utterances by speaker."""
    changes = {
        row["statement"]: row["change"]
        for row in pile.connection.execute("select statement, change from variants")
    }
    utterances: defaultdict[str, list[Saying]] = defaultdict(list)
    for saying in said:
        utterances[saying.utterance].append(saying)
    by_speaker: defaultdict[tuple[bool, str], list[list[Saying]]] = defaultdict(list)
    for wordings in utterances.values():
        by_speaker[_speaker(wordings, cards)].append(wordings)
    found = [_voice(pile, key, listed, cards, changes) for key, listed in by_speaker.items()]
    found.sort(key=lambda v: (not v.name, -v.families, -len(v.said), v.name))
    return Voices(tuple(v for v in found if v.card), tuple(v for v in found if not v.card))


def _speaker(wordings: list[Saying], cards: Mapping[str, ActorCard]) -> tuple[bool, str]:
    """Return the speaker's actor, or the source's own words where it is not known who speaks."""
    for saying in wordings:
        if saying.speaker in cards:
            return True, str(saying.speaker)
    source = wordings[0].words(wordings[0].source)[:LONGEST_NAME]
    return False, source.casefold()


def _voice(
    pile: Pile,
    key: tuple[bool, str],
    listed: list[list[Saying]],
    cards: Mapping[str, ActorCard],
    changes: Mapping[str, str],
) -> Voice:
    card = cards[key[1]] if key[0] else None
    first = listed[0][0]
    listed.sort(key=_breadth)
    return Voice(
        name=card.name if card else first.words(first.source)[:LONGEST_NAME],
        card=card,
        said=tuple(_said(pile, wordings, changes) for wordings in listed),
        families=len({s.paper.family for wordings in listed for s in wordings}),
    )


def _breadth(wordings: list[Saying]) -> tuple[int, int]:
    """Sort what more sources carry first, and what is quoted before what is reported."""
    kind = min(KINDS.index(saying.kind) for saying in wordings)
    return -len({saying.paper.family for saying in wordings}), kind


def _said(pile: Pile, wordings: list[Saying], changes: Mapping[str, str]) -> Said:
    """Show an utterance by its reference wording, else by the first in reading order."""
    shown = next((s for s in wordings if s.statement == s.utterance), wordings[0])
    also = {}
    for saying in wordings:
        if not saying.part_of(shown):
            change = CHANGES.get(changes.get(saying.statement, ""), "")
            also[saying.paper.doc, saying.span] = Carrier(
                saying.paper, chip_of(pile, saying), change
            )
    return Said(
        saying=shown,
        cue=shown.words(shown.cue),
        cue_first=bool(shown.cue) and shown.cue[0][1] <= shown.span[0],
        chip=chip_of(pile, shown),
        also=tuple(also.values()),
    )
