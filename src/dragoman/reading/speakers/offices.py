"""Persons called by their office: "the minister", "leaders from Japan and South Korea"."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import listed, table
from dragoman.model import ActorKind

if TYPE_CHECKING:
    from dragoman.model import Role
    from dragoman.reading.speakers.cast import Cast

# Roles looked at, from the last one stated backwards.
ROLES_AT_MOST = 40
PAST = frozenset({"former", "ex", "then", "late", "outgoing", "incoming", "retired", "ex-"})


class Offices:
    """Finds who holds an office that a document has stated."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._held: dict[str, list[Role]] = defaultdict(list)
        for role in cast.roles:
            for noun in sorted(_nouns(role.role)):
                self._held[noun].append(role)

    def holder(
        self, noun: str, before: int, owner: str | None, qualifiers: frozenset[str]
    ) -> tuple[str, int] | None:
        """Return who was last named of those who hold an office, and where.

        noun: the last word of the office, in small letters. before: an offset; what follows it
        does not count. owner: the figure in which the office is held, if the text tells.
        qualifiers: words that the role must have: "foreign" of "the foreign minister".
        """
        held = self._held.get(noun, [])
        at = bisect_left(held, before, key=lambda role: role.span.start)
        roles = held[max(0, at - ROLES_AT_MOST) : at]
        fits = [r for r in roles if owner is None or self._held_in(r, owner)]
        fits = [role for role in fits if qualifiers <= _words(role.role)]
        places = {role.local: self._cast.last_named(role.local, before) for role in fits}
        return max(places.items(), key=lambda item: item[1]) if places else None

    def _held_in(self, role: Role, owner: str) -> bool:
        holder, state = self._cast.figure(role.local), self._cast.figure(owner)
        if role.of is not None or state is None or holder is None:
            return role.of == owner
        return state.kind is ActorKind.STATE and holder.country == state.country


def _words(role: str) -> frozenset[str]:
    return frozenset(role.casefold().replace("-", " ").split())


def _nouns(role: str) -> frozenset[str]:
    """Return the nouns that may call the holder of a role later."""
    words = role.casefold().replace("-", " ").split()
    if PAST & set(words):
        return frozenset()
    title = " ".join(words).split(" of ")[0].split(" for ")[0].split()
    found = {title[-1]} if title else set()
    for length in range(1, len(title) + 1):
        found |= _called().get(" ".join(title[-length:]), frozenset())
    return frozenset(found)


@cache
def _called() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in table("role_nouns"):
        for role in listed(row["roles"]):
            found[role].add(row["noun"])
    return {role: frozenset(nouns) for role, nouns in found.items()}
