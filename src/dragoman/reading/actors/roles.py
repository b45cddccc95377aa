"""Roles that a document states: a title and its holder side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.model import ActorKind, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dragoman.reading.actors.page import Find, Page
    from dragoman.reading.actors.titles import Titled

OWNERS = frozenset(
    {ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.PLACE, ActorKind.FORUM, ActorKind.GROUP}
)
COPULAS = frozenset({"is", "was", "as", "who", "became", "remains"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
CLOSERS = frozenset({".", ";", ":", '"', "“", "”"})
# Words between a name and its title ("Park, who until last May was"), and between a title and the
# body it is held in ("professor of international relations specialising in Asia security at").
APPOSITION_AT_MOST, COMPLEMENT_AT_MOST = 8, 12
# "Chinese foreign ministry spokesman": words between an owner and the title.
COMPOUND_AT_MOST = 3
HOLDS = frozenset({"of", "for", "at", "to", "with", "in", "from"})
ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their"})
SECOND_ROLE_AT_MOST = 6


@dataclass(frozen=True, slots=True)
class Held:
    """A role found: the title, its holder, and the figure it is held in, if the text tells."""

    page: Page
    titled: Titled
    holder: Find
    owner: Find | None


def roles_of(page: Page, titled: Sequence[Titled]) -> Iterator[Held]:
    """Yield the roles that a page states."""
    last: Held | None = None
    # Where another title follows ("Navy chief Admiral"), the name stands after that.
    ends = {title.start: title.end for title in titled}
    for title in titled:
        if title.plural or title.title.kind == "honorific":
            continue
        if _no_office(page, title):
            continue
        after = _after(page, title, ends)
        holder = after or _before(page, title) or _second(page, title, last)
        if holder:
            owner = owner_of(page, title) or _realm(page, holder)
            held = Held(page, title, holder, owner)
            last = last if after and last and _under(page, title) else held
            yield held


def _no_office(page: Page, title: Titled) -> bool:
    """Say whether a title in small letters is no noun by itself ("general election")."""
    token = page.token(title.end - 1)
    if page.words.texts[title.end - 1][:1].isupper() or title.end == len(page.words.texts):
        return False
    after = page.token(title.end)
    return not token.tag_.startswith("NN") or (after.tag_ in {"NN", "NNS"} and after.i > token.i)


def _under(page: Page, title: Titled) -> bool:
    """Say whether a titled name stands inside another's apposition ("under President")."""
    return title.start > 0 and page.token(title.start - 1).tag_ == "IN"


def _after(page: Page, title: Titled, ends: Mapping[int, int]) -> Find | None:
    """Return the person named right after a title: "Foreign Minister Park", "envoy, Zhang Jun,"."""
    owner = _complement(page, title)
    for end in (title.end, owner.end if owner else title.end):
        comma = end < len(page.words.texts) and page.words.texts[end] == ","
        at = ends.get(end, end) + comma
        find = page.taken[at] if at < len(page.words.texts) else None
        if find and find.start == at and _is_person(find):
            return find
    return None


def _before(page: Page, title: Titled) -> Find | None:
    """Return the person named before a title, in apposition or as a subject."""
    texts, index = page.words.texts, title.start - 1
    lowest = max(title.start - APPOSITION_AT_MOST, -1)
    while index > lowest:
        find = page.taken[index]
        if find and _is_person(find):
            return find if _linked(page, find.end, title.start) else None
        if texts[index] in CLOSERS:
            return None
        index = find.start - 1 if find else index - 1
    return None


def _linked(page: Page, start: int, end: int) -> bool:
    """Say whether the words between a name and a title link the two."""
    between = [text.casefold() for text in page.words.texts[start:end]]
    if not between:
        return False
    if between[:2] == [",", "and"]:
        return False
    if between[0] in {",", "("}:
        return not any(
            page.token(i).tag_ in FINITE and page.words.texts[i] not in COPULAS
            for i in range(start, end)
        )
    return between[0] in COPULAS and len(between) > 1 and between[1] in ARTICLES


def _second(page: Page, title: Titled, last: Held | None) -> Find | None:
    """Return the holder of the title just before, where this one goes on: "and now a fellow at"."""
    if last is None or last.page is not page:
        return None
    gap = page.words.texts[last.titled.end : title.start]
    if (
        len(gap) > COMPLEMENT_AT_MOST + SECOND_ROLE_AT_MOST
        or "." in gap
        or title.start <= last.holder.end
    ):
        return None
    joined = "and" in gap or "," in gap
    if any(page.token(i).tag_ in FINITE for i in range(last.titled.end, title.start)):
        return None
    return (
        last.holder
        if joined
        and gap
        and gap[-1] in ARTICLES | {"and", "currently", "former"}
        and last.holder.end <= last.titled.start
        else None
    )


def owner_of(page: Page, title: Titled) -> Find | None:
    """Return the figure in which a title is held: before it, or after "of", "at" and the like."""
    return _possessor(page, title.start) or _complement(page, title)


def _realm(page: Page, holder: Find) -> Find | None:
    """Return the state named after the holder: "King Abdullah of Jordan"."""
    after = page.words.texts[holder.end : holder.end + 1] == ["of"]
    find = next(iter(page.taken[holder.end + 1 : holder.end + 2]), None) if after else None
    state = find is not None and find.figure and find.figure.kind is ActorKind.STATE
    return find if state else None


def _possessor(page: Page, start: int) -> Find | None:
    texts, index = page.words.texts, start - 1
    while start - index <= COMPOUND_AT_MOST and _compounds(page, index):
        index -= 1
    if index > 0 and texts[index] == "s" and texts[index - 1] == "'":
        index -= 2
    elif index > 0 and texts[index] == "-":
        return None
    find = page.taken[index] if index >= 0 else None
    if find is None or find.figure is None or find.figure.kind not in OWNERS:
        return None
    owned = find.start > 0 and texts[find.start - 1] == "s"
    outer = _possessor(page, find.start) if owned else None
    return outer if outer and outer.figure and outer.figure.kind is ActorKind.STATE else find


def _compounds(page: Page, index: int) -> bool:
    """Say whether a word in small letters goes with the title after it ("ministry spokesman")."""
    small = index >= 0 and page.words.texts[index].islower() and page.taken[index] is None
    return (
        small and len(page.words.texts[index]) > 1 and page.token(index).tag_ in {"NN", "JJ", "NNP"}
    )


def _complement(page: Page, title: Titled) -> Find | None:
    texts, index, open_ = page.words.texts, title.end, False
    last = min(len(texts), title.end + COMPLEMENT_AT_MOST)
    while index < last:
        text = texts[index]
        find = page.taken[index]
        if open_ and find and _holds_offices(find, near=index <= title.end + 2):
            return find
        if find and _is_person(find):
            return None
        if text in CLOSERS or text in {",", "and", "("} or page.token(index).tag_ in FINITE:
            return None
        open_ = text in HOLDS or (open_ and text in ARTICLES)
        if index == title.end and not open_:
            return None
        index += 1
    return None


def _holds_offices(find: Find, *, near: bool) -> bool:
    """Say whether a title may be held in a figure; in a place only right after the title."""
    if find.figure is None or find.figure.kind not in OWNERS:
        return False
    return near or find.figure.kind is not ActorKind.PLACE


def _is_person(find: Find) -> bool:
    return find.figure is not None and find.figure.kind is ActorKind.PERSON


def role_of(held: Held) -> Role:
    """Return the row for a role found; its words run from the modifiers to the title's end."""
    page, title = held.page, held.titled
    owner = held.owner.figure if held.owner else None
    holder = held.holder.figure
    local = holder.local if holder else ""
    start = title.start
    return Role(
        local,
        page.text(start, title.end),
        owner.local if owner else None,
        page.span(start, title.end),
    )
