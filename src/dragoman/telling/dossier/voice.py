"""One speaker and what it says: quoted words first, then reported ones, thoughts, and doubts."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.telling.dossier.sayings import DEEDS
from dragoman.telling.dossier.utterances import Known, reference, told_once

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dragoman.telling.dossier.actors import ActorCard
    from dragoman.telling.dossier.sayings import Saying
    from dragoman.telling.dossier.utterances import Said

NO_ONE = "No one is named"
QUOTED, REPORTED, MINDED = "Quoted", "Reported", "Thoughts and aims, as reported"
DOUBTFUL = "Uncertain readings"
PARTS = (QUOTED, REPORTED, MINDED, DOUBTFUL)
# Utterances told of one part; the archive has the rest.
MOST_SAYINGS = 40


@dataclass(frozen=True, slots=True)
class Part:
    """What one speaker is quoted as saying, or reported to say, or to have in mind.

    rest: how many more utterances the page leaves to the archive.
    """

    title: str
    said: tuple[Said, ...]
    rest: int

    @property
    def doubtful(self) -> bool:
        """Say whether these are more likely misread than others."""
        return self.title == DOUBTFUL


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker, or words of a source that name none, and what is said.

    total: how many utterances. deeds: how many of them deny, ask or demand, as far as any do.
    families: independent sources in which it is heard.
    """

    anchor: str
    name: str
    card: ActorCard | None
    parts: tuple[Part, ...]
    total: int
    deeds: tuple[tuple[str, int], ...]
    families: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, and all utterances, each as its wordings in reading order."""

    card: ActorCard | None
    utterances: Sequence[Sequence[Saying]]

    @property
    def reach(self) -> tuple[bool, int, int, int, str]:
        """Sort the most widely heard first, by what leaves no doubt; what names no one is last."""
        said = [saying for wordings in self.utterances for saying in wordings]
        sure = families(saying for saying in said if not saying.doubtful)
        name = self.card.actor if self.card else said[0].named.casefold()
        return not name, -sure, -families(said), -len(said), name


def voice(known: Known, anchor: str, speaker: Speaker) -> Voice:
    """Tell what a speaker says."""
    parts: defaultdict[str, list[Sequence[Saying]]] = defaultdict(list)
    for wordings in sorted(speaker.utterances, key=_breadth):
        parts[_part(reference(wordings))].append(wordings)
    counts = Counter(deed for wordings in speaker.utterances for deed in reference(wordings).deeds)
    card = speaker.card
    return Voice(
        anchor=anchor,
        name=card.name if card else speaker.utterances[0][0].named or NO_ONE,
        card=card,
        parts=tuple(_told(known, title, parts[title]) for title in PARTS if title in parts),
        total=len(speaker.utterances),
        deeds=tuple((deed, counts[deed]) for deed in DEEDS if counts[deed]),
        families=families(saying for wordings in speaker.utterances for saying in wordings),
    )


def families(said: Iterable[Saying]) -> int:
    """Count the independent sources of statements."""
    return len({saying.paper.family for saying in said})


def _breadth(wordings: Sequence[Saying]) -> tuple[int, bool]:
    """Sort what more sources carry first, then what is quoted in full."""
    return -families(wordings), reference(wordings).kind != "direct"


def _told(known: Known, title: str, listed: Sequence[Sequence[Saying]]) -> Part:
    said = tuple(told_once(known, wordings) for wordings in listed[:MOST_SAYINGS])
    return Part(title, said, len(listed) - len(said))


def _part(saying: Saying) -> str:
    if saying.doubtful:
        return DOUBTFUL
    if saying.act in {"thought", "intent"}:
        return MINDED
    return REPORTED if saying.kind == "indirect" else QUOTED
