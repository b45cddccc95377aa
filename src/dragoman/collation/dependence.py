"""On whom a document depends beside its text: whose outlet it stands in, whose wire it prints."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeVar

from dragoman.knowledge import listed, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

V = TypeVar("V")

# Names in brackets tell namesakes apart and never stand so on a page.
BRACKET = " ("


def publisher(outlet: str | None) -> str | None:
    """Return who owns an outlet; the outlet, by its usual name, where no owner is known.

    outlet: any name of it. None where there is none.
    """
    if not outlet:
        return None
    return _owners().get(_form(outlet)) or _usual_names().get(_form(outlet), outlet)


def wire(agency: str | None, outlet: str | None) -> str | None:
    """Return the wire whose text a document prints, by its usual credit.

    agency: the one that it credits. outlet: counts where it is an agency itself.
    """
    if agency:
        return _agencies().get(_form(agency), agency)
    return _agencies().get(_form(outlet)) if outlet else None


def house_names(outlet: str | None) -> tuple[str, ...]:
    """Return the other names under which an outlet is known ("DW" for Deutsche Welle)."""
    names = _houses().get(_form(outlet), ()) if outlet else ()
    return tuple(name for name in names if name != outlet)


def _form(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())


def _forms(row: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of an outlet or agency that stand on pages, the usual one first."""
    return (row["name"].partition(BRACKET)[0], *listed(row["aliases"]))


@cache
def _houses() -> Mapping[str, tuple[str, ...]]:
    agencies, outlets = (
        _told((form, _forms(row)) for row in table(name) for form in _forms(row))
        for name in ("agencies", "outlets")
    )
    return {**agencies, **outlets}


@cache
def _usual_names() -> Mapping[str, str]:
    return _told((form, _forms(row)[0]) for row in table("outlets") for form in _forms(row))


@cache
def _owners() -> Mapping[str, str]:
    owned = [(form, row["owner"]) for row in table("outlets") for form in _forms(row)]
    sisters = [(t, row["publisher"]) for row in table("publishers") for t in listed(row["titles"])]
    return _told((form, owner) for form, owner in (*owned, *sisters) if owner)


@cache
def _agencies() -> Mapping[str, str]:
    return _told((form, row["name"]) for row in table("agencies") for form in _forms(row))


def _told(rows: Iterable[tuple[str, V]]) -> dict[str, V]:
    """Return what names stand for; a name that stands for two things stands for none."""
    found: dict[str, V] = {}
    doubtful = set()
    for name, value in rows:
        if found.setdefault(_form(name), value) != value:
            doubtful.add(_form(name))
    return {name: value for name, value in found.items() if name not in doubtful}
