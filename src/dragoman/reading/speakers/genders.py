"""Whether a document's persons are men or women, where something tells."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import table
from dragoman.model import ActorKind, Form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.model import Figure, Mention, Role
    from dragoman.reading.speakers.cast import Cast

# Characters before a name in which its title stands ("Baroness ").
TITLE_REACH = 12


def genders_of(
    figures: Sequence[Figure], mentions: Sequence[Mention], roles: Sequence[Role], cast: Cast
) -> dict[str, str]:
    """Return "m" or "f" by figure: told by a title, else by a role, else by the given name."""
    found: dict[str, str] = {}
    persons = {figure.local for figure in figures if figure.kind is ActorKind.PERSON}
    named = [m for m in mentions if m.form is Form.NAME and m.local in persons]
    for local, gender in [*_titled(named, cast), *_held(roles), *_given(figures)]:
        if gender and local in persons:
            found.setdefault(local, gender)
    return found


def _titled(mentions: Sequence[Mention], cast: Cast) -> Iterator[tuple[str, str]]:
    for mention in mentions:
        paragraph = cast.paragraph(mention.span.start)
        at = mention.span.start - paragraph.span.start
        before = paragraph.text[max(0, at - TITLE_REACH) : at].split()
        first = cast.cut(mention.span).split()[:1]
        for word in [*before[-1:], *first]:
            yield mention.local, _titles().get(word, "")


def _held(roles: Sequence[Role]) -> Iterator[tuple[str, str]]:
    for role in roles:
        for word in role.role.casefold().split():
            yield role.local, gendered_nouns().get(word, "")


def _given(figures: Sequence[Figure]) -> Iterator[tuple[str, str]]:
    for figure in figures:
        words = figure.name.split()
        if len(words) > 1:
            yield figure.local, _given_names().get(words[0].casefold(), "")


@cache
def gendered_nouns() -> dict[str, str]:
    """Return the nouns that tell a man (m) from a woman (f): "spokeswoman", "king"."""
    return {row["noun"]: row["gender"] for row in table("person_nouns") if row["gender"]}


@cache
def _titles() -> dict[str, str]:
    return {row["title"]: row["gender"] for row in table("titles") if row["gender"]}


@cache
def _given_names() -> dict[str, str]:
    return {row["name"].casefold(): row["gender"] for row in table("given_name_genders")}
