"""The first screen: what the pile is, what to read first, who is in it, what to look at."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dragoman.telling.dossier.actors import ActorCard
    from dragoman.telling.dossier.lineage import Edge
    from dragoman.telling.dossier.papers import Paper, Pile
    from dragoman.telling.dossier.sayings import Saying

MOST_ACTORS = 10
MOST_COLUMNS = 36
STRIP_HEIGHT, STRIP_WIDTH, LEAST_STEP, MOST_STEP = 22, 160, 6, 26


@dataclass(frozen=True, slots=True)
class ToRead:
    """The document of a family to begin with, and why."""

    paper: Paper
    members: int
    statements: int
    words: int
    why: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A column of a strip: how often one document names the actor."""

    paper: Paper
    mentions: int
    x: int
    height: int


@dataclass(frozen=True, slots=True)
class Strip:
    """How often each document names an actor."""

    card: ActorCard
    bars: tuple[Bar, ...]
    width: int
    thick: int


@dataclass(frozen=True, slots=True)
class Opening:
    """What the first screen says."""

    outlets: int
    first: str
    last: str
    undated: int
    words: int
    to_read: tuple[ToRead, ...]
    strips: tuple[Strip, ...]


def opening(
    pile: Pile, said: Sequence[Saying], cards: Mapping[str, ActorCard], edges: Sequence[Edge]
) -> Opening:
    """Gather the first screen."""
    papers = list(pile.papers.values())
    dated = sorted(p.published for p in papers if p.published)
    return Opening(
        outlets=len({p.outlet for p in papers if p.outlet}),
        first=dated[0].words if dated else "",
        last=max(dated, key=lambda d: d.last).words if dated else "",
        undated=sum(p.published is None for p in papers),
        words=sum(_words(p) for p in papers),
        to_read=_to_read(pile, said, edges),
        strips=_strips(pile, cards),
    )


def _words(paper: Paper) -> int:
    return len(paper.text.split())


def _to_read(pile: Pile, said: Sequence[Saying], edges: Sequence[Edge]) -> tuple[ToRead, ...]:
    statements = Counter(saying.paper.doc for saying in said)
    derived = {e.derived.doc for e in edges if e.directed}
    origins = Counter(e.origin.doc for e in edges if e.origin and e.directed)
    found = []
    for members in pile.families.values():
        paper = min(members, key=lambda p: (p.doc in derived, -origins[p.doc], -p.chars, p.number))
        why = _why(len(members), origins[paper.doc], is_derived=paper.doc in derived)
        found.append(ToRead(paper, len(members), statements[paper.doc], _words(paper), why))
    return tuple(sorted(found, key=lambda r: (-r.members, -r.statements, r.paper.number)))


def _why(members: int, origins: int, *, is_derived: bool) -> str:
    if members == 1:
        return "derived from no other document here"
    if origins and not is_derived:
        return f"the source of {origins} other{'s' if origins > 1 else ''} here"
    others = f"{members - 1} other{'s' if members > 2 else ''}"  # noqa: PLR2004
    return f"the longest of a family with {others}; who came first is not known"


def _strips(pile: Pile, cards: Mapping[str, ActorCard]) -> tuple[Strip, ...]:
    shown = [card for card in cards.values() if card.mentions][:MOST_ACTORS]
    columns = _columns(pile)
    most = max((n for card in shown for n in card.mentions.values()), default=1)
    thick = max(4, min(b - a for (a, _), (b, _) in pairwise(columns)) - 2) if columns[1:] else 10
    width = columns[-1][0] + thick if columns else 0
    return tuple(
        Strip(
            card,
            tuple(
                Bar(p, n, x, max(2, round(STRIP_HEIGHT * n / most)))
                for x, p in columns
                if (n := card.mentions.get(p.doc, 0))
            ),
            width,
            thick,
        )
        for card in shown
    )


def _columns(pile: Pile) -> list[tuple[int, Paper]]:
    """Give each document a column, families set apart; none where there are too many."""
    if len(pile.papers) > MOST_COLUMNS:
        return []
    step = max(LEAST_STEP, min(MOST_STEP, STRIP_WIDTH // (len(pile.papers) + 1)))
    found, x = [], 0
    for members in pile.families.values():
        for paper in members:
            found.append((x, paper))
            x += step
        x += step // 2
    return found


def speakers(said: Iterable[Saying]) -> int:
    """Count the speakers that are known by name."""
    return len({saying.speaker for saying in said if saying.speaker})
