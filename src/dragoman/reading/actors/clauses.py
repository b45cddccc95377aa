"""Numbered parts of agreements and laws: "Article 5 of the NATO Charter", "Resolution 1718"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.model import ActorKind, Figure
from dragoman.reading.actors.page import Find
from dragoman.reading.actors.slug import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.reading.actors.page import Page

WHOLES = frozenset({ActorKind.AGREEMENT, ActorKind.LAW})
SCORE = 0.9


def find_clauses(pages: Sequence[Page]) -> None:
    """Add numbered articles and resolutions.

    An article belongs to the agreement named after it; without one, it is the article of that
    number that the document names with its agreement, if there is exactly one.
    """
    whole: dict[str, set[Figure]] = {}
    alone: list[tuple[Page, int, str]] = []
    for page in pages:
        for index, noun, number in _numbered(page):
            figure, end = _figure(page, index, noun, number)
            if figure:
                whole.setdefault(number, set()).add(figure)
                page.finds.append(Find(index, end, figure, SCORE))
            else:
                alone.append((page, index, number))
    for page, index, number in alone:
        known = whole.get(number, set())
        if len(known) == 1:
            page.add(Find(index, index + 2, min(known, key=lambda figure: figure.local), SCORE))


def _numbered(page: Page) -> Iterator[tuple[int, str, str]]:
    texts = page.words.texts
    for index in range(len(texts) - 1):
        if texts[index] in {"Article", "Resolution"} and texts[index + 1].isdecimal():
            yield index, texts[index], texts[index + 1]


def _figure(page: Page, index: int, noun: str, number: str) -> tuple[Figure | None, int]:
    if noun == "Resolution":
        name = f"Resolution {number}"
        return Figure(f"law:{slug(name)}", name, ActorKind.LAW), index + 2
    at = index + 2
    while page.words.texts[at : at + 1] in (["of"], ["the"]):
        at += 1
    find = page.taken[at] if at > index + 2 and at < len(page.taken) else None
    if find is None or find.figure is None or find.figure.kind not in WHOLES:
        return None, index + 2
    name = f"Article {number} of the {find.figure.name}"
    return Figure(f"{find.figure.kind}:{slug(name)}", name, find.figure.kind), find.end
