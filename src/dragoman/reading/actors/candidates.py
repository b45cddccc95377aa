"""Stretches of a page that may name a person."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import table
from dragoman.reading.actors.capitalised import capitalised, left_edge
from dragoman.reading.actors.gazetteer import Sort
from dragoman.reading.actors.personal_name import particles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.reading.actors.page import Find, Page
    from dragoman.reading.actors.titles import Titled

# "Luiz Inácio Lula da Silva" has five; hyphens and points are counted too.
PIECES_AT_MOST = 9
NAME_AT_MOST, APPOSITION_AT_MOST = 4, 6
PROPER = frozenset({"NNP", "HYPH"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "poss", "appos"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words `[start, end)` of a page that may name a person, without titles.

    titled: a title stands before it. subject: it acts or owns something in its sentence.
    """

    page: Page
    start: int
    end: int
    titled: bool
    subject: bool

    @property
    def text(self) -> str:
        """The name as written."""
        return self.page.text(self.start, self.end)

    @property
    def single(self) -> bool:
        """Whether it is one word: a family name, a given name, or no person at all."""
        return " " not in self.text


def candidates(page: Page, titled: Sequence[Titled]) -> Iterator[Candidate]:
    """Yield what follows a title, then what the recogniser calls a person."""
    heads = {t.start: t for t in titled} | {t.core: t for t in titled}
    for title in titled:
        end = title.end if title.end in heads else name_end(page, title.end)
        if not title.plural and end > title.end:
            yield Candidate(page, title.end, end, titled=True, subject=True)
        elif not title.plural:
            yield from _apposed(page, title)
            yield from _apposing(page, title)
    for entity in page.paragraph.parsed.ents:
        if entity.label_ == "PERSON":
            start = page.word_at(entity.start)
            while start in heads and heads[start].end <= page.word_at(entity.end):
                start = heads[start].end
            yield from _recognised(page, start, page.word_at(entity.end))


def _apposed(page: Page, title: Titled) -> Iterator[Candidate]:
    """Yield the name that a title stands in apposition to: "Ilse Torvan, a professor"."""
    texts = page.words.texts
    lowest = max(title.start - APPOSITION_AT_MOST, 0)
    comma = next((i for i in range(title.start - 1, lowest, -1) if texts[i] == ","), 0)
    start = left_edge(page, comma, NAME_AT_MOST)
    proper = all(page.token(i).tag_ in PROPER for i in range(start, comma))
    article = texts[comma + 1 : comma + 2] in (["a"], ["an"], ["the"]) or comma + 1 == title.start
    if proper and article and comma - start > 1 and name_end(page, start) == comma:
        yield Candidate(page, start, comma, titled=True, subject=True)


def _apposing(page: Page, title: Titled) -> Iterator[Candidate]:
    """Yield the name in apposition to a title: "The president, Ilse Torvan,"."""
    texts, start = page.words.texts, title.end + 1
    if texts[title.end : start] == [","]:
        end = name_end(page, start)
        if end - start > 1 and texts[end : end + 1] == [","]:
            yield Candidate(page, start, end, titled=True, subject=True)


def _recognised(page: Page, start: int, limit: int) -> Iterator[Candidate]:
    _give_way(page, start, limit)
    while start < limit and not capitalised(page.words.texts[start]):
        start += 1
    end = min(name_end(page, start), limit)
    if end > start:
        subject = page.token(end - 1).dep_ in SUBJECTS
        yield Candidate(page, start, end, titled=False, subject=subject)


def _give_way(page: Page, start: int, end: int) -> None:
    """Take back a place that is part of a personal name ("Michael Jordan", "Georgia Meloni")."""
    end = min(end, start + PIECES_AT_MOST)
    words = [i for i in range(start, end) if capitalised(page.words.texts[i])]
    if len(words) < 2:  # noqa: PLR2004 - a given name and a family name
        return
    for word, others in ((words[-1], words[:-1]), (words[0], words[1:])):
        find = page.taken[word]
        last = word == words[-1]
        bearer = last or page.words.texts[word] in given_names_too()
        if find and bearer and _yields(page, find, others):
            page.drop(find)


def _yields(page: Page, find: Find, others: Sequence[int]) -> bool:
    name = find.entry and find.entry.sort is not Sort.ADJECTIVE
    return bool(name) and find.end - find.start == 1 and not any(page.taken[i] for i in others)


@cache
def given_names_too() -> frozenset[str]:
    """Return names of places that are given names as well."""
    return frozenset(row["name"] for row in table("given_names_too"))


def name_end(page: Page, start: int) -> int:
    """Return where a personal name that starts at a word ends; `start` if there is none."""
    texts, end, index = page.words.texts, start, start
    while index < min(len(texts), start + PIECES_AT_MOST) and not page.taken[index]:
        text = texts[index]
        if capitalised(text):
            end = index + 1
        elif not _joins(texts, index):
            break
        elif texts[index - 1] == "-":
            end = index + 1
        index += 1
    return end


def _joins(texts: list[str], index: int) -> bool:
    """Say whether a piece that has no capital may stand inside a name."""
    text, before = texts[index], texts[index - 1] if index else ""
    after = texts[index + 1] if index + 1 < len(texts) else ""
    if text == "-":
        return after.isalpha()
    if text == ".":
        return len(before) == 1 and before.isupper() and capitalised(after)
    if text == "'":
        return len(before) <= 2 and capitalised(after)  # noqa: PLR2004 - O'Brien, Al'Sadr
    return text in particles() or (before == "-" and text.isalpha())
