"""Names of outlets and agencies that the knowledge tables hold."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dragoman.knowledge import listed, table
from dragoman.sources.imprint.words import STRAIGHT, WINDOW, folded, is_capitalised

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_NAME_WORDS = 6
LONGEST_ACRONYM = 6
DOMAIN = re.compile(r"\b(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,12}\b", re.IGNORECASE)
NO_NAME = re.compile(r"[:/;?!()\"“”]|\d")
BRACKET = " ("


@cache
def outlets() -> Mapping[str, str]:
    """Return the outlet's name by each form of it that stands alone on pages."""
    forms: dict[str, str] = {}
    for row in table("outlets"):
        name = row["name"].partition(BRACKET)[0]
        alone = () if BRACKET in row["name"] else (row["name"],)
        for form in (*alone, *listed(row["aliases"])):
            forms.setdefault(_form(form), name)
    return forms


@cache
def sites() -> Mapping[str, str]:
    """Return the outlet's name by domain."""
    return {
        domain: row["name"].partition(BRACKET)[0]
        for row in reversed(table("outlets"))
        for domain in listed(row["domains"])
    }


@cache
def agencies() -> Mapping[str, str]:
    """Return the agency's usual credit by each form of its name."""
    forms: dict[str, str] = {}
    for row in table("agencies"):
        for form in (row["name"], *listed(row["aliases"])):
            forms.setdefault(_form(form), row["name"])
    return forms


@cache
def page_sections() -> frozenset[str]:
    """Return names of a paper's parts, which are no outlet's."""
    return frozenset(row["section"] for row in table("page_sections"))


@cache
def outlet_nouns(place: str) -> frozenset[str]:
    """Return nouns that make a name an outlet's: those of a `place` ("last" or "any")."""
    return frozenset(row["noun"] for row in table("outlet_nouns") if row["place"] == place)


def agency_named(words: str) -> str | None:
    """Return the agency whose name the words are, exactly as it is written, else None."""
    form = _quiet(_form(words))
    return agencies().get(form) or agencies().get(form.removeprefix("The "))


def outlet_named(words: str) -> str | None:
    """Return the outlet whose name or site the words are, else None."""
    form = _quiet(_form(words))
    return outlets().get(form) or (outlet_at(form) if "." in form and " " not in form else None)


def outlet_at(address: str) -> str | None:
    """Return the outlet whose site an address or host is, or belongs to."""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return None
    labels = host.casefold().removeprefix("www.").split(".")[-6:]
    for first in range(len(labels) - 1):
        name = sites().get(".".join(labels[first:]))
        if name:
            return name
    return None


def outlet_like(words: str) -> bool:
    """Say whether words that no table knows look like an outlet's name.

    A short name, all capitalised, that ends or begins with a noun such as "Times" or "Radio".
    """
    parts = words.split()
    if not 1 < len(parts) <= LONGEST_NAME_WORDS or NO_NAME.search(words[:WINDOW]):
        return False
    if folded(words) in page_sections():
        return False
    named = all(
        is_capitalised(part) or part in ("of", "and", "for", "&", "de", "der") for part in parts
    )
    first = parts[1 if parts[0] in ("The", "the") else 0].casefold()
    last = parts[-1].casefold() in outlet_nouns("last") | outlet_nouns("any")
    return named and (last or first in outlet_nouns("any"))


def agency_like(words: str) -> bool:
    """Say whether words that no table knows name themselves a news agency."""
    folded = words.casefold()
    return outlet_like(words) and folded.endswith((" news agency", " press agency", " wire"))


def outlet_within(sentence: str) -> str | None:
    """Return the outlet that a sentence of up to `WINDOW` characters names or links to.

    The longest run of words that is an outlet's name counts; an address only if the table
    knows it.
    """
    window = sentence[:WINDOW]
    for match in DOMAIN.finditer(window):
        at = outlet_at(match[0])
        if at:
            return at
    parts = window.split()
    for count in range(LONGEST_NAME_WORDS, 0, -1):
        for first in range(len(parts) - count + 1):
            name = outlets().get(_form(" ".join(parts[first : first + count])))
            if name and (count > 1 or parts[first][:1].isupper()):
                return name
    return None


def _quiet(form: str) -> str:
    """Return a name in capitals with capitals at its words' beginnings only; no acronym."""
    return form.title() if form.isupper() and len(form) > LONGEST_ACRONYM else form


def _form(words: str) -> str:
    form = " ".join(words[:WINDOW].translate(STRAIGHT).split())
    return form.strip(' .,:;|-–—()[]/"').removesuffix("'s")
