"""Persons, organisations and states that a document calls by a common noun."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import table
from dragoman.model import ActorKind, Form, Mention
from dragoman.reading.actors.gazetteer import organisation_nouns
from dragoman.reading.actors.roles import owner_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.model import Figure
    from dragoman.reading.actors.page import Find, Page
    from dragoman.reading.actors.roles import Held
    from dragoman.reading.actors.titles import Titled

DEFINITE = frozenset({"the", "this", "that"})
# Words that call the holder of any leading office by another name ("the NATO chief").
LEADERS = frozenset({"chief", "head", "leader", "boss", "supremo"})
TOP = frozenset(
    {
        "president",
        "premier",
        "chancellor",
        "general",
        "minister",
        "leader",
        "king",
        "queen",
        "director",
        "chief",
        "head",
        "chairman",
        "chairwoman",
        "emir",
        "sultan",
        "emperor",
    }
)
SECONDS = frozenset({"deputy", "vice", "assistant", "under", "associate", "acting"})
PAST = frozenset({"former", "ex", "then", "late", "outgoing", "incoming", "retired"})
OWNED, BARE, BODY, COUNTRY = 0.85, 0.7, 0.7, 0.5
ADJECTIVES_AT_MOST = 2


class Offices:
    """Who holds which office, as the whole document tells it."""

    def __init__(self, held: Sequence[Held]) -> None:
        self._named: dict[str, set[str]] = defaultdict(set)
        self._owned: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._leaders: dict[str, set[str]] = defaultdict(set)
        for role in held:
            if role.holder.figure and not (PAST & set(_words(role.page, role.titled))):
                self._note(role, role.holder.figure.local)

    def _note(self, role: Held, holder: str) -> None:
        owner = role.owner.figure if role.owner else None
        for name in _called(_title(role.titled)):
            self._named[name].add(holder)
            if owner:
                self._owned[owner.local, name].add(holder)
        last = _title(role.titled).split(" of ")[0].split(" for ")[0].split()[-1]
        if owner and last in TOP and role.titled.title.kind == "office":
            self._leaders[owner.local].add(holder)

    def holders(self, title: str, owner: Figure | None) -> set[str]:
        """Return who holds an office, in `owner` if one is given."""
        if owner is None:
            return self._named.get(title, set())
        found = self._owned.get((owner.local, title), set())
        return found or (self._leaders.get(owner.local, set()) if title in LEADERS else set())


def _title(titled: Titled) -> str:
    return titled.title.text.casefold().replace("-", " ")


def _words(page: Page, titled: Titled) -> list[str]:
    return [text.casefold() for text in page.words.texts[titled.start : titled.core]]


def _called(title: str) -> set[str]:
    """Return what the holder of an office may be called: "foreign minister", "minister"."""
    words = title.split(" of ", maxsplit=1)[0].split(" for ", maxsplit=1)[0].split()
    if words[0] in SECONDS:
        return {title, words[-1]}
    return {title, *(" ".join(words[index:]) for index in range(len(words)))}


def titled_nominals(
    pages: Sequence[Page], titled: Sequence[Sequence[Titled]], held: Sequence[Held]
) -> Iterator[Mention]:
    """Yield definite nominals built on a title, where one person in the document fits."""
    offices = Offices(held)
    stating = {(id(role.page), role.titled.start) for role in held}
    for page, own in zip(pages, titled, strict=True):
        for title in own:
            if not title.plural and (id(page), title.start) not in stating:
                yield from _titled(page, title, offices)


def _titled(page: Page, title: Titled, offices: Offices) -> Iterator[Mention]:
    owner = owner_of(page, title)
    start = _start(page, title, owner)
    if start is None or title.title.kind == "honorific" or _goes_on(page, title.end):
        return
    if PAST & set(_words(page, title)):
        return
    holders = offices.holders(_title(title), owner.figure if owner else None)
    if len(holders) == 1:
        end = owner.end if owner and owner.start >= title.end else title.end
        score = OWNED if owner else BARE
        yield Mention(page.span(start, end), min(holders), Form.NOMINAL, score)


def _start(page: Page, title: Titled, owner: Find | None) -> int | None:
    """Return where the phrase of a title begins, if it is definite."""
    texts, index = page.words.texts, title.start - 1
    if owner and owner.end <= title.start:
        if index >= 0 and texts[index] == "s":
            return owner.start
        index = owner.start - 1
    for back in range(index, max(index - ADJECTIVES_AT_MOST - 1, -1), -1):
        if texts[back].casefold() in DEFINITE:
            return back
        if not page.token(back).tag_.startswith("JJ") or not texts[back].islower():
            return None
    return None


def _goes_on(page: Page, end: int) -> bool:
    """Say whether the title is but part of a longer noun ("the president elect's office")."""
    texts = page.words.texts
    if end >= len(texts):
        return False
    return texts[end] == "-" or (
        page.token(end).tag_.startswith("NN") and page.token(end).dep_ != "ROOT"
    )


def common_nominals(pages: Sequence[Page]) -> Iterator[Mention]:
    """Yield "the alliance" and "the country" where one figure named before fits."""
    named: set[str] = set()
    for page in pages:
        starts = {f.start: f for f in page.finds}
        states: set[str] = set()
        for index in range(len(page.words.texts)):
            find = starts.get(index)
            if find and find.figure and find.figure.kind is ActorKind.STATE:
                states.add(find.figure.local)
            if find and find.figure:
                named.add(find.figure.local)
            yield from _common(page, index, named, states)


def _common(page: Page, index: int, named: set[str], states: set[str]) -> Iterator[Mention]:
    texts = page.words.texts
    if texts[index].casefold() not in DEFINITE or index + 1 >= len(texts):
        return
    for end in (index + 3, index + 2):
        noun = " ".join(texts[index + 1 : end]).casefold()
        fits, score = _fitting(noun, named, states)
        if len(fits) == 1 and end <= len(texts) and not _goes_on(page, end):
            yield Mention(page.span(index, end), min(fits), Form.NOMINAL, score)
            return


def _fitting(noun: str, named: set[str], states: set[str]) -> tuple[set[str], float]:
    if noun in state_nouns():
        return states, COUNTRY
    return {local for local in bodies().get(noun, ()) if local in named}, BODY


@cache
def bodies() -> dict[str, frozenset[str]]:
    """Return the organisations that each common noun may stand for."""
    found: dict[str, set[str]] = defaultdict(set)
    for local, nouns in organisation_nouns().items():
        for noun in nouns:
            found[noun].add(local)
    return {noun: frozenset(locals_) for noun, locals_ in found.items()}


@cache
def state_nouns() -> frozenset[str]:
    """Return the common nouns that stand for a state."""
    return frozenset(row["noun"] for row in table("nominal_nouns"))
