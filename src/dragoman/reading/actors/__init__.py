"""Who and what is named in one document, and in which roles."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.model import ActorKind, Form, Mention
from dragoman.reading.actors.clauses import find_clauses
from dragoman.reading.actors.institutions import find_institutions
from dragoman.reading.actors.listed_names import find_listed, resolve_shared
from dragoman.reading.actors.meetings import find_meetings
from dragoman.reading.actors.nominals import common_nominals, titled_nominals
from dragoman.reading.actors.others import find_acronyms, find_others
from dragoman.reading.actors.page import pages_of
from dragoman.reading.actors.persons import find_persons
from dragoman.reading.actors.roles import role_of, roles_of
from dragoman.reading.actors.titles import titles_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.model import Figure, Role
    from dragoman.reading.actors.page import Page
    from dragoman.reading.actors.roles import Held
    from dragoman.reading.parse import Paragraph

__all__ = ["read_actors"]


def read_actors(
    paragraphs: Sequence[Paragraph],
) -> tuple[tuple[Figure, ...], tuple[Mention, ...], tuple[Role, ...]]:
    """Return the figures of a document, where it names them, and the roles that it states.

    Names come from the tables first (longest match), then from the nouns that make institutions,
    from titles, and from spaCy's entity recogniser; common nouns ("the NATO chief") are resolved
    where one figure of the document fits. Mentions are names and nominals, in the order of the
    text; figures are in the order of their first mention.
    """
    pages = pages_of(paragraphs)
    for page in pages:
        find_listed(page)
    resolve_shared(pages)
    titled = [titles_of(page) for page in pages]
    for page, own in zip(pages, titled, strict=True):
        find_institutions(page, own)
    find_persons(pages, titled)
    find_others(pages)
    find_acronyms(pages)
    find_clauses(pages)
    find_meetings(pages)
    held = [held for page, own in zip(pages, titled, strict=True) for held in roles_of(page, own)]
    mentions = [
        *_names(pages),
        *titled_nominals(pages, titled, held),
        *common_nominals(pages),
    ]
    # The surest mention of a figure at a place comes last and stays.
    mentions.sort(key=lambda mention: (mention.span, mention.local, mention.score))
    once = {(mention.span, mention.local): mention for mention in mentions}
    return _figures(pages, held), tuple(once.values()), tuple(role_of(role) for role in held)


def _names(pages: Sequence[Page]) -> Iterator[Mention]:
    for page in pages:
        for find in page.finds:
            if find.figure:
                span = page.span(find.start, find.end)
                yield Mention(span, find.figure.local, Form.NAME, find.score)


def _figures(pages: Sequence[Page], held: Sequence[Held]) -> tuple[Figure, ...]:
    found: dict[str, Figure] = {}
    for page in pages:
        for find in sorted(page.finds, key=lambda find: (find.start, find.end)):
            if find.figure:
                found.setdefault(find.figure.local, find.figure)
    sectors, countries = _told_by_roles(held)
    return tuple(
        replace(
            figure,
            sector=figure.sector or _most(sectors[figure.local]),
            country=figure.country or _only(countries[figure.local]),
        )
        if figure.kind is ActorKind.PERSON
        else figure
        for figure in found.values()
    )


def _told_by_roles(
    held: Sequence[Held],
) -> tuple[dict[str, Counter[str]], dict[str, Counter[str]]]:
    sectors: dict[str, Counter[str]] = defaultdict(Counter)
    countries: dict[str, Counter[str]] = defaultdict(Counter)
    for role in held:
        holder = role.holder.figure
        owner = role.owner.figure if role.owner else None
        if holder and role.titled.title.sector:
            sectors[holder.local][role.titled.title.sector] += 1
        if holder and owner and owner.kind is ActorKind.STATE and owner.country:
            countries[holder.local][owner.country] += 1
    return sectors, countries


def _most(counts: Counter[str]) -> str | None:
    return min(counts, key=lambda key: (-counts[key], key)) if counts else None


def _only(counts: Counter[str]) -> str | None:
    return next(iter(counts)) if len(counts) == 1 else None
