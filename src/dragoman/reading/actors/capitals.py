"""Whether a capital, or a seat of government, acts or is a place."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import listed, table

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
OBJECTS = frozenset({"dobj", "dative"})
# A chain of conjuncts is followed no further than this.
LONGEST_CHAIN = 8


def acts(city: Token, *, seat: bool) -> bool:
    """Say whether the name stands for the government rather than for the place.

    city: the last token of the name. seat: a building ("the Kremlin"), which stands for the
    government unless a preposition of place comes before it; a city must show that it acts: as the
    subject of a verb, as the object of a verb that addresses somebody, as a possessor, as somebody
    to talk with.
    """
    head = _first_conjunct(city)
    if head.dep_ in SUBJECTS or head.dep_ == "poss":
        return True
    if head.dep_ in OBJECTS and head.head.lower_ in _addressing():
        return True
    if head.dep_ == "pobj":
        return head.head.lower_ in _towards()
    if _backed(city):
        return True
    return seat


def _first_conjunct(token: Token) -> Token:
    for _ in range(LONGEST_CHAIN):
        if token.dep_ not in {"conj", "appos"}:
            break
        token = token.head
    return token


def _backed(token: Token) -> bool:
    after = token.i + 2
    return (
        after < len(token.doc)
        and token.nbor(1).text == "-"
        and token.nbor(2).lower_.endswith("ed")
        and token.nbor(2).lower_ not in {"based", "located"}
    )


@cache
def _addressing() -> frozenset[str]:
    return frozenset(form for row in table("metonym_verbs") for form in listed(row["forms"]))


@cache
def _towards() -> frozenset[str]:
    return frozenset(row["preposition"] for row in table("metonym_prepositions"))
