"""Meetings told by who meets or where: "the NATO summit in Madrid", "the Madrid summit"."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import table
from dragoman.model import ActorKind, Figure
from dragoman.reading.actors.page import Find
from dragoman.reading.actors.slug import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.reading.actors.page import Page

SCORE = 0.75


@dataclass(frozen=True, slots=True)
class Meeting:
    """Words `[start, end)` of a page that tell a meeting, by its body, its place, or both."""

    page: Page
    start: int
    end: int
    noun: str
    body: Figure | None
    place: Figure | None


def find_meetings(pages: Sequence[Page]) -> None:
    """Add meetings. Told without its place, a meeting is the one that the document places.

    The names inside a meeting's stay: "Madrid" in "the Madrid summit" is the city too.
    """
    found = [meeting for page in pages for meeting in _meetings(page)]
    places: dict[tuple[str, Figure | None], set[Figure]] = defaultdict(set)
    for meeting in found:
        if meeting.place:
            places[meeting.noun, meeting.body].add(meeting.place)
    for meeting in found:
        known = places[meeting.noun, meeting.body]
        place = meeting.place or (next(iter(known)) if len(known) == 1 else None)
        words = [meeting.body.name] if meeting.body else []
        name = " ".join([*words, meeting.noun, *(["in", place.name] if place else [])])
        figure = Figure(f"forum:{slug(name)}", name, ActorKind.FORUM)
        meeting.page.finds.append(Find(meeting.start, meeting.end, figure, SCORE))


def _meetings(page: Page) -> Iterator[Meeting]:
    texts = page.words.texts
    for index, text in enumerate(texts):
        if text.casefold() in _nouns() and page.taken[index] is None:
            before = page.taken[index - 1] if index else None
            here = texts[index + 1 : index + 2] == ["in"]
            after = next(iter(page.taken[index + 2 : index + 3]), None) if here else None
            body = _of_kind(before, ActorKind.ORGANISATION)
            place = _of_kind(before, ActorKind.PLACE) or _of_kind(after, ActorKind.PLACE)
            if body or place:
                start = before.start if before and (body or before.figure == place) else index
                end = after.end if after and after.figure == place else index + 1
                yield Meeting(page, start, end, text.casefold(), body, place)


def _of_kind(find: Find | None, kind: ActorKind) -> Figure | None:
    return find.figure if find and find.figure and find.figure.kind is kind else None


@cache
def _nouns() -> frozenset[str]:
    return frozenset(row["noun"] for row in table("meeting_nouns"))
