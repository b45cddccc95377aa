"""Institutions, laws, agreements and meetings, known by the noun in their name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import table
from dragoman.model import ActorKind, Figure
from dragoman.reading.actors.capitalised import CONNECTORS, capitalised, left_edge, right_edge
from dragoman.reading.actors.page import Find
from dragoman.reading.actors.slug import slug

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.reading.actors.page import Page
    from dragoman.reading.actors.titles import Titled

# Names of institutions longer than this on either side of their noun are run-on headlines.
LONGEST_SIDE = 8
SCORE = 0.8
# "National University" is many; "National Institute of International Strategy" is one.
SHORT_NAME = 2
OWNERS = frozenset({ActorKind.STATE, ActorKind.ORGANISATION})


@dataclass(frozen=True, slots=True)
class Noun:
    """What a capitalised noun makes of a name. public: "South Korean Navy" names the state too."""

    kind: ActorKind
    sector: str | None
    public: bool


@cache
def nouns() -> dict[str, Noun]:
    """Return the nouns that make institutions and instruments."""
    found = {
        row["noun"]: Noun(ActorKind(row["kind"]), None, public=False)
        for row in table("instrument_nouns")
    }
    for row in table("institution_nouns"):
        noun = Noun(ActorKind.ORGANISATION, row["sector"] or None, public=row["public"] == "yes")
        found.setdefault(row["noun"], noun)
    return found


def find_institutions(page: Page, titled: Sequence[Titled]) -> None:
    """Add names built on a noun of institution; table names inside a private one disappear."""
    index, texts = 0, page.words.texts
    stops = {title.start for title in titled} | {
        page.word_at(entity.start)
        for entity in page.paragraph.parsed.ents
        if entity.label_ == "PERSON"
    }
    if page.headline:
        return
    offices = {word for title in titled for word in range(title.core, title.end)}
    while index < len(texts):
        noun = nouns().get(texts[index]) if index not in offices else None
        index = _at_noun(page, index, noun, stops) if noun else index + 1


def _at_noun(page: Page, index: int, noun: Noun, stops: set[int]) -> int:
    covering = page.taken[index]
    if covering:
        return covering.end
    start = left_edge(page, index, LONGEST_SIDE)
    end = right_edge(page, index + 1, LONGEST_SIDE)
    start, owner = _owner(page, start, index)
    end = _cut(page, index + 1, end, stops)
    rest = page.words.texts[index + 1 : end]
    if rest and not CONNECTORS & set(rest):
        noun = nouns().get(rest[-1], noun)
    if end - start == 1 or _person(page, start, end):
        return index + 1
    _add(page, start, end, noun, owner)
    return end


def _owner(page: Page, start: int, noun: int) -> tuple[int, Find | None]:
    """Return where the name starts, and the state or organisation that owns it.

    A title before the name ("Foreign Minister Lee of Yonsei University") is cut off with a
    person; the owner may be the first words of the name or a possessor before it.
    """
    inner = page.taken[start]
    if inner and inner.start < start:
        start = min(inner.end, noun)
        inner = page.taken[start]
    if inner and inner.figure and inner.figure.kind in OWNERS and inner.end <= noun:
        return start, inner
    before = start - 1
    if before > 1 and page.words.texts[before] == "s" and page.words.texts[before - 1] == "'":
        owner = page.taken[before - 2]
        if owner and owner.figure and owner.figure.kind in OWNERS:
            return start, owner
    return start, None


def _cut(page: Page, first: int, end: int, stops: set[int]) -> int:
    """End a name before a title or person ("Senate Leader"), or a state listed after it."""
    texts = page.words.texts
    for index in range(first, end):
        if index in stops:
            return index
        if texts[index] in {"and", "&"} and index + 1 < end and page.taken[index + 1]:
            return index
    return end


def _person(page: Page, start: int, end: int) -> bool:
    return page.token(end - 1).ent_type_ == "PERSON" and page.token(start).ent_type_ == "PERSON"


def _add(page: Page, start: int, end: int, noun: Noun, owner: Find | None) -> None:
    inside = owner is not None and owner.start >= start
    nested = [f for f in page.finds if f.start >= start and f.end <= end]
    figure = _figure(page, start, end, noun, owner)
    if figure is None:
        return
    keep = owner if inside and _names_owner(noun, owner) else None
    for find in nested:
        page.drop(find)
    for find in [f for f in page.finds if f.start < end and f.end > start]:
        page.drop(find)
    page.add(Find(start, end, figure, SCORE))
    if keep:
        page.finds.append(keep)


def _names_owner(noun: Noun, owner: Find | None) -> bool:
    if owner is None or owner.figure is None:
        return False
    return (
        noun.public
        or owner.figure.kind is ActorKind.ORGANISATION
        or noun.kind in {ActorKind.FORUM, ActorKind.OTHER}
    )


def _figure(page: Page, start: int, end: int, noun: Noun, owner: Find | None) -> Figure | None:
    """Return the figure. A public body is told apart by its owner, and is nobody without one."""
    name = page.text(start, end)
    country = owner.figure.country if owner and owner.figure else None
    prefix = "org" if noun.kind is ActorKind.ORGANISATION else str(noun.kind)
    if owner and owner.figure and (noun.public or noun.kind is not ActorKind.ORGANISATION):
        rest = page.text(owner.end, end) if owner.start >= start else name
        rest = rest.removeprefix("'s ").removeprefix("’s ")
        local = f"{prefix}:{slug(owner.figure.name)}-{slug(rest)}"
        shown = name if owner.start >= start else f"{owner.figure.name}'s {name}"
        return Figure(local, shown, noun.kind, country, noun.sector)
    learned = noun.sector == "EDU" and end - start > SHORT_NAME
    if not learned and not _distinct(page, start, end):
        return None
    return Figure(f"{prefix}:{slug(name)}", name, noun.kind, country, noun.sector)


def _distinct(page: Page, start: int, end: int) -> bool:
    """Say whether a name holds a word that is neither a noun of institution nor a department."""
    texts = page.words.texts[start:end]
    return any(
        capitalised(text) and text not in nouns() and text not in departments() for text in texts
    )


@cache
def departments() -> frozenset[str]:
    """Return words that many states' bodies share ("Foreign Ministry", "Supreme Court")."""
    return frozenset(row["word"] for row in table("department_words"))
