"""The actors: what they are, what they are called, how often and how independently."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dragoman.telling.dossier.papers import Pile
    from dragoman.telling.dossier.receipts import Chip
    from dragoman.telling.dossier.sayings import Saying

# Actors beyond these are left to the archive: the page tells how many.
MOST_CARDS = 600
MOST_ROLES = 6
MOST_ALIASES = 8
TITLED_AFTER = ("state", "organisation", "person")


@dataclass(frozen=True, slots=True)
class StatedRole:
    """A role as one document states it, and where."""

    words: str
    of: str | None
    chip: Chip


@dataclass(frozen=True, slots=True)
class ActorCard:
    """An actor. mentions: by document. heard: number of statements.

    anchor: its place on the page, "" if it is left to the archive.
    """

    anchor: str
    actor: str
    name: str
    kind: str
    country: str | None
    aliases: tuple[str, ...]
    roles: tuple[StatedRole, ...]
    mentions: Mapping[str, int]
    families: int
    heard: int

    @property
    def documents(self) -> int:
        """Number of documents that name it."""
        return len(self.mentions)

    @property
    def total(self) -> int:
        """Number of mentions."""
        return sum(self.mentions.values())


def actor_cards(pile: Pile, said: Iterable[Saying]) -> dict[str, ActorCard]:
    """Return all actors by id, the most widely named first."""
    counts: defaultdict[str, dict[str, int]] = defaultdict(dict)
    query = "select actor, doc, count(*) from mentions where actor is not null group by 1, 2"
    for actor, doc, number in pile.connection.execute(query):
        counts[actor][doc] = number
    heard = Counter(saying.speaker for saying in said)
    rows = pile.connection.execute("select * from actors").fetchall()
    roles = _roles(pile, {row["actor"]: row["name"] for row in rows})

    def place(actor: str) -> tuple[int, int, int, str]:
        named = counts[actor]
        return -len({pile.family(d) for d in named}), -len(named), -sum(named.values()), actor

    rows.sort(key=lambda row: place(row["actor"]))
    return {
        row["actor"]: ActorCard(
            anchor=f"a{number}" if number <= MOST_CARDS else "",
            actor=row["actor"],
            name=row["name"],
            kind=row["kind"],
            country=row["country"],
            aliases=tuple(a for a in json.loads(row["aliases"]) if a != row["name"])[:MOST_ALIASES],
            roles=tuple(roles[row["actor"]].values())[:MOST_ROLES],
            mentions=counts[row["actor"]],
            families=len({pile.family(doc) for doc in counts[row["actor"]]}),
            heard=heard[row["actor"]],
        )
        for number, row in enumerate(rows, 1)
    }


def _roles(pile: Pile, names: Mapping[str, str]) -> defaultdict[str, dict[str, StatedRole]]:
    """Return each actor's roles, the same words once, in the documents' order."""
    found: defaultdict[str, dict[str, StatedRole]] = defaultdict(dict)
    rows = pile.connection.execute("select * from roles where actor is not null").fetchall()
    rows.sort(key=lambda r: (pile.papers[r["doc"]].number, r["start"], r["role"]))
    for row in rows:
        key = f"{row['role'].casefold().replace('-', ' ')}|{row['of']}"
        if key not in found[row["actor"]]:
            chip = pile.receipts.chip(row["doc"], row["start"], row["end"])
            found[row["actor"]][key] = StatedRole(row["role"], names.get(row["of"]), chip)
    return found


def headline(cards: Mapping[str, ActorCard]) -> str:
    """Name the pile after the actors that most of its documents name."""
    widest = (card for card in cards.values() if card.kind in TITLED_AFTER and card.mentions)
    names = list(dict.fromkeys(card.name for card in widest))
    if not names:
        return "What the coverage says"
    return names[0] if len(names) == 1 else f"{', '.join(names[:3][:-1])} and {names[:3][-1]}"
