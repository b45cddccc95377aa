"""Who had it from whom: a vote of independent signs, each with its reason in plain words.

Length is no sign, and neither is the rarity of words: on human paraphrases they are right half of
the time.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING

from dragoman.collation.lineage.words import FULL, fold, rarity, stem
from dragoman.model import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.collation.lineage.text import Text

# Log odds. Of the direct pairs of the planted families (both halves, as published with them) the
# later date is the copy in 130 of 151, the one that names the other's outlet in 121 of 121.
# Credits are stated by hand and rarer; they rank with names.
BY_DATE, BY_NAME, BY_CREDIT = 1.8, 4.0, 4.0


@dataclass(frozen=True, slots=True)
class Direction:
    """Which of two documents is derived.

    score: 0.5 (unknown) to 1. sibling: both credit one source that is neither of them.
    """

    derived: Text
    origin: Text
    score: float
    note: str
    sibling: bool = False


@dataclass(frozen=True, slots=True)
class _Sign:
    derived: Text
    weight: float
    reason: str


def direction(a: Text, b: Text) -> Direction:
    """Decide which of two dependent documents is derived; the order of arguments is nothing."""
    a, b = sorted((a, b), key=lambda text: text.doc)
    signs = (*_by_date(a, b), *_by_date(b, a), *_by_name(a, b), *_by_name(b, a))
    signs += (*_by_credit(a, b), *_by_credit(b, a))
    shared = _shared_agency(a, b)
    vote = sum(sign.weight if sign.derived is b else -sign.weight for sign in signs)
    derived, origin = (a, b) if vote < 0 else (b, a)
    if shared is not None and all(sign.weight == BY_DATE for sign in signs):
        note = f"both credit {shared}, so each may have it from there"
        return Direction(derived, origin, 0.5, note, sibling=True)
    if not vote:
        return Direction(derived, origin, 0.5, "nothing tells which came first")
    return Direction(derived, origin, 1 / (1 + exp(-abs(vote))), _note(signs, derived))


def _by_date(a: Text, b: Text) -> Iterator[_Sign]:
    """Vote for `a` as derived if it was published later, as far as both dates are known."""
    first, second = _date(a), _date(b)
    known = min(len(first), len(second))
    if first[:known] > second[:known]:
        yield _Sign(a, BY_DATE, f"{a.doc} is dated {first}, {b.doc} {second}")


def _date(text: Text) -> str:
    return "" if text.precision is Precision.NONE else text.published or ""


def _by_name(a: Text, b: Text) -> Iterator[_Sign]:
    """Vote for `a` as derived if it names the outlet of `b` and `b` does not name that of `a`."""
    name = _named(a.text, b)
    if name is not None and _named(b.text, a) is None:
        yield _Sign(a, BY_NAME, f"{a.doc} names {name}, the outlet of {b.doc}")


def _by_credit(a: Text, b: Text) -> Iterator[_Sign]:
    """Vote for `a` as derived if it credits the outlet of `b` as its agency or first publisher."""
    names = {fold(name) for name in _house(b)}
    if a.agency and fold(a.agency) in names and fold(a.outlet or "") not in names:
        yield _Sign(a, BY_CREDIT, f"{a.doc} credits {a.agency}")
    if a.republished_from and fold(a.republished_from) in names:
        yield _Sign(a, BY_CREDIT, f"{a.doc} says it first stood with {a.republished_from}")


def _shared_agency(a: Text, b: Text) -> str | None:
    """Return the agency that both credit, if neither document is the agency's own."""
    if not a.agency or not b.agency or fold(a.agency) != fold(b.agency):
        return None
    own = {fold(name) for name in (*_house(a), *_house(b))}
    return None if fold(a.agency) in own else a.agency


def _house(text: Text) -> tuple[str, ...]:
    return (*((text.outlet,) if text.outlet else ()), *text.house_names)


def _named(text: str, house: Text) -> str | None:
    """Return the first of the house's names that stands in `text` as words of its own."""
    if house.outlet is None or text is house.text:
        return None
    return next((name for name in _house(house) if _telling(name) and _holds(text, name)), None)


def _telling(name: str) -> bool:
    """Say whether a name is no common word ("Time", "Today")."""
    return " " in name or name.isupper() or rarity(stem(fold(name))) == FULL


def _holds(text: str, name: str) -> bool:
    at = text.find(name)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(name) : at + len(name) + 1]
        if not before.isalnum() and not after.isalnum():
            return True
        at = text.find(name, at + 1)
    return False


def _note(signs: tuple[_Sign, ...], derived: Text) -> str:
    """Say what decided, strongest first, and what spoke against it."""
    ranked = sorted(signs, key=lambda sign: (-sign.weight, sign.reason))
    for_it = "; ".join(sign.reason for sign in ranked if sign.derived is derived)
    against = "; ".join(sign.reason for sign in ranked if sign.derived is not derived)
    return f"{for_it}; although {against}" if against else for_it
