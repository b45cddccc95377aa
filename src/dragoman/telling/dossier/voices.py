"""Who said what: each utterance once, under its speaker, speakers told apart by what they are."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.telling.dossier.nesting import tellers
from dragoman.telling.dossier.utterances import Known, reference
from dragoman.telling.dossier.voice import Speaker, Voice, voice

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dragoman.telling.dossier.actors import ActorCard
    from dragoman.telling.dossier.papers import Pile
    from dragoman.telling.dossier.sayings import Saying
    from dragoman.telling.dossier.utterances import Said

UNKNOWN, OTHERS = "Not named", "Others"
GROUPS = {
    "person": "Persons",
    "state": "States",
    "organisation": "Organisations",
    "agreement": "Agreements and laws",
    "law": "Agreements and laws",
}
# Utterances told of one group of speakers; the archive has the rest.
MOST_TOLD = 800


@dataclass(frozen=True, slots=True)
class Group:
    """Speakers of one kind, the most widely heard first; rest: how many the page leaves out."""

    anchor: str
    title: str
    voices: tuple[Voice, ...]
    rest: int


@dataclass(frozen=True, slots=True)
class Voices:
    """Speakers by what they are, those whom the texts do not name last.

    denied: how many utterances deny.
    """

    groups: tuple[Group, ...]
    denied: int

    @property
    def denials(self) -> tuple[tuple[Voice, Said], ...]:
        """Utterances on the page that deny, each with its speaker, the doubtful last."""
        everyone = [v for group in self.groups for v in group.voices]
        told = [(v, s) for v in everyone for p in v.parts for s in p.said if s.saying.denial]
        return tuple(sorted(told, key=lambda pair: pair[1].saying.doubtful))


def voices(pile: Pile, said: Sequence[Saying], cards: Mapping[str, ActorCard]) -> Voices:
    """Group all statements by utterance, the utterances by speaker, the speakers by kind.

    The kind whose first speaker is heard most widely comes first.
    """
    known = Known(pile, cards, _changes(pile), tellers(said))
    utterances: defaultdict[str, list[Saying]] = defaultdict(list)
    for saying in said:
        utterances[saying.utterance].append(saying)
    kinds: defaultdict[str, list[tuple[str, Speaker]]] = defaultdict(list)
    for number, speaker in enumerate(_speakers(utterances.values(), cards), 1):
        title = GROUPS.get(speaker.card.kind, OTHERS) if speaker.card else UNKNOWN
        kinds[title].append((f"v{number}", speaker))
    titles = sorted(kinds, key=lambda title: (title == UNKNOWN, title == OTHERS))
    groups = (_group(known, f"vg{n}", title, kinds[title]) for n, title in enumerate(titles, 1))
    denied = sum(reference(wordings).denial for wordings in utterances.values())
    return Voices(tuple(groups), denied)


def _changes(pile: Pile) -> dict[str, str]:
    rows = pile.connection.execute("select statement, change from variants")
    return {row["statement"]: row["change"] for row in rows}


def _speakers(
    utterances: Iterable[Sequence[Saying]], cards: Mapping[str, ActorCard]
) -> list[Speaker]:
    """Return who speaks, the most widely heard first.

    Where it is not known who speaks, the source's own words stand for the speaker.
    """
    found: defaultdict[tuple[bool, str], list[Sequence[Saying]]] = defaultdict(list)
    for wordings in utterances:
        actors = (str(saying.speaker) for saying in wordings if saying.speaker in cards)
        actor = next(actors, None)
        found[(True, actor) if actor else (False, wordings[0].named.casefold())].append(wordings)
    speakers = (Speaker(cards[k] if known else None, u) for (known, k), u in found.items())
    return sorted(speakers, key=lambda speaker: speaker.reach)


def _group(known: Known, anchor: str, title: str, speakers: Sequence[tuple[str, Speaker]]) -> Group:
    """Tell speakers until `MOST_TOLD` utterances are told."""
    found: list[Voice] = []
    told = 0
    for place, speaker in speakers:
        if told >= MOST_TOLD:
            break
        found.append(voice(known, place, speaker))
        told += sum(len(part.said) for part in found[-1].parts)
    return Group(anchor, title, tuple(found), len(speakers) - len(found))
