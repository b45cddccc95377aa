"""Whom a document names: the other's outlet, the other's agency, or an agency that both name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.collation.lineage.signs.sign import Sign
from dragoman.collation.lineage.words import FULL, fold, rarity, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.collation.lineage.signs.pair import Pair, Side
    from dragoman.collation.lineage.text import Text

# The document that names the other's outlet is the copy in 121 of 121 direct pairs of the planted
# families. Credits are stated by hand and rarer; they rank with names.
NAMED = (0.0, -4.0, -2.5)
# A house that names itself in what it added to a text; it may as well have been cut by the other.
OWN_HOUSE = (0.0, -0.8, -0.4)
# Two papers with one agency's credit had it from the agency, unless more is said.
BOTH_CREDIT = (-2.5, -2.5, 0.0)


def by_name(pair: Pair) -> Iterator[Sign]:
    """Look for the name of the one's outlet in the other ("told DW" in what is not DW's)."""
    a, b = pair.first.text, pair.second.text
    in_first, in_second = _named(a.text, b), _named(b.text, a)
    if in_second is not None and in_first is None:
        yield Sign.of(NAMED, f"{b.doc} names {in_second}, the outlet of {a.doc}", derived=True)
    if in_first is not None and in_second is None:
        yield Sign.of(NAMED, f"{a.doc} names {in_first}, the outlet of {b.doc}", derived=False)


def by_credit(pair: Pair) -> Iterator[Sign]:
    """Look for one document's house among the credits of the other."""
    a, b = pair.first.text, pair.second.text
    for derived, credit in ((True, _credit(b, a)), (False, _credit(a, b))):
        if credit is not None:
            yield Sign.of(NAMED, credit, derived=derived)


def by_own_house(pair: Pair) -> Iterator[Sign]:
    """Look for a document that names its own outlet, but only where the other has no such text."""
    a, b = (_added(side) for side in (pair.first, pair.second))
    if b and not a:
        yield Sign.of(OWN_HOUSE, _put_in(pair.second, b), derived=True)
    if a and not b:
        yield Sign.of(OWN_HOUSE, _put_in(pair.first, a), derived=False)


def _put_in(side: Side, house: str) -> str:
    return f"{side.text.doc} put in what {house} found out itself"


def _added(side: Side) -> str | None:
    """Return the outlet's own name, if it stands in what only its document has."""
    own = "\n".join(sentence.span.cut(side.text.text) for sentence in side.alone)
    shared = "\n".join(side.sentences[i].span.cut(side.text.text) for i in sorted(side.shared))
    name = _named(own, side.text)
    return name if name is not None and not _holds(shared, name) else None


def by_shared_agency(pair: Pair) -> Iterator[Sign]:
    """Say that both credit an agency that is neither's own house."""
    agency = shared_agency(pair.first.text, pair.second.text)
    if agency is not None:
        yield Sign(*BOTH_CREDIT, f"both credit {agency}, so each may have it from there")


def shared_agency(a: Text, b: Text) -> str | None:
    """Return the agency that both credit, if neither document is the agency's own."""
    if not a.agency or not b.agency or fold(a.agency) != fold(b.agency):
        return None
    own = {fold(name) for name in (*_house(a), *_house(b))}
    return None if fold(a.agency) in own else a.agency


def _credit(text: Text, other: Text) -> str | None:
    """Return how `text` credits the house of `other` as its agency or first publisher."""
    names = {fold(name) for name in _house(other)}
    if text.agency and fold(text.agency) in names and fold(text.outlet or "") not in names:
        return f"{text.doc} credits {text.agency}"
    if text.republished_from and fold(text.republished_from) in names:
        return f"{text.doc} says it first stood with {text.republished_from}"
    return None


def _house(text: Text) -> tuple[str, ...]:
    return (*((text.outlet,) if text.outlet else ()), *text.house_names)


def _named(text: str, house: Text) -> str | None:
    """Return the first of the house's names that stands in `text` as words of its own."""
    return next((name for name in _house(house) if _telling(name) and _holds(text, name)), None)


def _telling(name: str) -> bool:
    """Say whether a name is no common word ("Time", "Today")."""
    return " " in name or name.isupper() or rarity(stem(fold(name))) == FULL


def _holds(text: str, name: str) -> bool:
    at = text.find(name)
    while at >= 0:
        before, after = text[at - 1 : at] if at else "", text[at + len(name) : at + len(name) + 1]
        if not before.isalnum() and not after.isalnum():
            return True
        at = text.find(name, at + 1)
    return False
