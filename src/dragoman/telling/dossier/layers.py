"""Three layers of dependence, kept apart: one text, one publisher, one wire."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dragoman.telling.dossier.papers import Paper, Pile


@dataclass(frozen=True, slots=True)
class Group:
    """Documents that share a text, a publisher or a wire."""

    name: str
    papers: tuple[Paper, ...]

    @property
    def alone(self) -> bool:
        """Say whether it is one document only."""
        return len(self.papers) == 1

    @property
    def texts(self) -> int:
        """How many texts they are: families."""
        return len({paper.family for paper in self.papers})


@dataclass(frozen=True, slots=True)
class Layers:
    """Texts that several documents have, publishers and wires; each the largest first.

    owners: publisher by document. unowned, unwired: documents of which none is known.
    """

    texts: tuple[Group, ...]
    publishers: tuple[Group, ...]
    wires: tuple[Group, ...]
    owners: Mapping[str, str]
    unowned: int
    unwired: int


def layers(pile: Pile) -> Layers:
    """Group the documents by publisher and by wire; families are the pile's own."""
    rows = pile.connection.execute("select doc, publisher, wire from families").fetchall()
    owners = {doc: publisher for doc, publisher, _ in rows if publisher}
    credited = {doc: wire for doc, _, wire in rows if wire}
    papers = pile.papers.values()
    texts = [Group(members[0].name, members) for members in pile.families.values()]
    return Layers(
        texts=_largest(group for group in texts if len(group.papers) > 1),
        publishers=_groups(papers, owners),
        wires=_groups(papers, credited),
        owners=owners,
        unowned=len(papers) - len(owners),
        unwired=len(papers) - len(credited),
    )


def _groups(papers: Iterable[Paper], of: Mapping[str, str]) -> tuple[Group, ...]:
    named: defaultdict[str, list[Paper]] = defaultdict(list)
    for paper in papers:
        if paper.doc in of:
            named[of[paper.doc]].append(paper)
    return _largest(Group(name, tuple(members)) for name, members in named.items())


def _largest(groups: Iterable[Group]) -> tuple[Group, ...]:
    return tuple(sorted(groups, key=lambda g: (-len(g.papers), g.name, g.papers[0].number)))
