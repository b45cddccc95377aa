"""Who said what: each utterance once, under its speaker, quoted words before reported ones."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.telling.dossier.nesting import tellers
from dragoman.telling.dossier.sayings import DEEDS
from dragoman.telling.dossier.utterances import Known, told_once

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dragoman.telling.dossier.actors import ActorCard
    from dragoman.telling.dossier.papers import Pile
    from dragoman.telling.dossier.sayings import Saying
    from dragoman.telling.dossier.utterances import Said

NO_ONE = "No one is named"
QUOTED, REPORTED, MINDED, DOUBTFUL = (
    "Quoted", "Reported", "Thoughts and aims, as reported", "Uncertain readings"
)  # fmt: skip
PARTS = (QUOTED, REPORTED, MINDED, DOUBTFUL)
UNKNOWN = "Not named"
OTHERS = "Others"
GROUPS = {
    "person": "Persons",
    "state": "States",
    "organisation": "Organisations",
    "agreement": "Agreements and laws",
    "law": "Agreements and laws",
}


@dataclass(frozen=True, slots=True)
class Part:
    """What one speaker is quoted as saying, or reported to say, or to have in mind."""

    title: str
    said: tuple[Said, ...]

    @property
    def doubtful(self) -> bool:
        """Say whether these are more likely misread than others."""
        return self.title == DOUBTFUL


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker, or words of a source that name none, and what is said.

    families: independent sources in which it is heard. sure: those that leave no doubt.
    """

    anchor: str
    name: str
    card: ActorCard | None
    parts: tuple[Part, ...]
    families: int
    sure: int

    @property
    def said(self) -> tuple[Said, ...]:
        """All that it says."""
        return tuple(s for part in self.parts for s in part.said)

    @property
    def deeds(self) -> tuple[tuple[str, int], ...]:
        """How many of the utterances deny, ask or demand."""
        counts = Counter(deed for s in self.said for deed in s.saying.deeds)
        return tuple((deed, counts[deed]) for deed in DEEDS if counts[deed])


@dataclass(frozen=True, slots=True)
class Group:
    """Speakers of one kind, the most widely heard first."""

    anchor: str
    title: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Voices:
    """Speakers by what they are; those whom the texts do not name come last."""

    groups: tuple[Group, ...]

    @property
    def denials(self) -> tuple[tuple[Voice, Said], ...]:
        """Utterances that deny, each with its speaker."""
        everyone = (v for group in self.groups for v in group.voices)
        return tuple((v, s) for v in everyone for s in v.said if s.saying.denial)


def voices(pile: Pile, said: Sequence[Saying], cards: Mapping[str, ActorCard]) -> Voices:
    """Group all statements by utterance, the utterances by speaker, the speakers by kind.

    The kind whose first speaker is heard most widely comes first.
    """
    known = Known(pile, cards, _changes(pile), tellers(said))
    utterances: defaultdict[str, list[Saying]] = defaultdict(list)
    for saying in said:
        utterances[saying.utterance].append(saying)
    by_speaker: defaultdict[tuple[bool, str], list[list[Saying]]] = defaultdict(list)
    for wordings in utterances.values():
        by_speaker[_speaker(wordings, cards)].append(wordings)
    ordered = sorted(by_speaker.items(), key=lambda item: _reach(*item))
    groups: defaultdict[str, list[Voice]] = defaultdict(list)
    for number, ((is_actor, key), listed) in enumerate(ordered, 1):
        card = cards[key] if is_actor else None
        title = GROUPS.get(card.kind, OTHERS) if card else UNKNOWN
        groups[title].append(_voice(known, f"v{number}", card, listed))
    titles = sorted(groups, key=lambda title: (title == UNKNOWN, title == OTHERS))
    return Voices(
        tuple(Group(f"vg{n}", title, tuple(groups[title])) for n, title in enumerate(titles, 1))
    )


def _changes(pile: Pile) -> dict[str, str]:
    rows = pile.connection.execute("select statement, change from variants")
    return {row["statement"]: row["change"] for row in rows}


def _speaker(wordings: Iterable[Saying], cards: Mapping[str, ActorCard]) -> tuple[bool, str]:
    """Return the speaker's actor, or the source's own words where it is not known who speaks."""
    listed = list(wordings)
    known = (str(saying.speaker) for saying in listed if saying.speaker in cards)
    actor = next(known, None)
    return (True, actor) if actor else (False, listed[0].named.casefold())


def _reach(
    key: tuple[bool, str], listed: Iterable[Iterable[Saying]]
) -> tuple[bool, int, int, int, str]:
    """Sort the most widely heard first; what names no one comes last."""
    said = [saying for wordings in listed for saying in wordings]
    sure = _families(saying for saying in said if not saying.doubtful)
    return not key[1], -sure, -_families(said), -len(said), key[1]


def _families(said: Iterable[Saying]) -> int:
    return len({saying.paper.family for saying in said})


def _voice(
    known: Known, anchor: str, card: ActorCard | None, listed: Iterable[Sequence[Saying]]
) -> Voice:
    wordings = list(listed)
    said = [told_once(known, alike) for alike in wordings]
    said.sort(key=lambda s: (-s.families, s.saying.kind != "direct"))
    parts: defaultdict[str, list[Said]] = defaultdict(list)
    for each in said:
        parts[_part(each.saying)].append(each)
    every = [saying for alike in wordings for saying in alike]
    return Voice(
        anchor=anchor,
        name=card.name if card else every[0].named or NO_ONE,
        card=card,
        parts=tuple(Part(title, tuple(parts[title])) for title in PARTS if title in parts),
        families=_families(every),
        sure=_families(saying for saying in every if not saying.doubtful),
    )


def _part(saying: Saying) -> str:
    if saying.doubtful:
        return DOUBTFUL
    if saying.act in {"thought", "intent"}:
        return MINDED
    return REPORTED if saying.kind == "indirect" else QUOTED
