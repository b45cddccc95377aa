"""Persons named in a document."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import table
from dragoman.model import ActorKind, Figure
from dragoman.reading.actors.candidates import candidates
from dragoman.reading.actors.capitalised import capitalised
from dragoman.reading.actors.institutions import nouns
from dragoman.reading.actors.page import Find
from dragoman.reading.actors.personal_name import taken_apart
from dragoman.reading.actors.slug import slug

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.reading.actors.candidates import Candidate
    from dragoman.reading.actors.page import Page
    from dragoman.reading.actors.titles import Titled

# A name after a title; one the recogniser calls a person; a family name of a person named in full;
# one word that only the recogniser calls a person.
TITLED, RECOGNISED, REPEATED, ALONE = 0.95, 0.85, 0.9, 0.6
FAMILY_WORDS_AT_MOST = 6


def find_persons(pages: Sequence[Page], titled: Sequence[Sequence[Titled]]) -> None:
    """Add the persons of a document to its pages: full names first, then what repeats them."""
    found = [c for page, own in zip(pages, titled, strict=True) for c in candidates(page, own)]
    found = [c for c in found if _is_name(c)]
    words = {c.text for c in found if c.single and not c.page.headline}
    full = [c for c in found if not c.single and (not c.page.headline or _in_body(c.text, words))]
    names = {c.text for c in full}
    full = [_without_epithet(c, names) for c in full]
    figures = full_names([c.text for c in full])
    known = Known(sorted(set(figures.values()), key=lambda figure: figure.local))
    for candidate in full:
        _claim(candidate, known.longer(candidate.text) or figures[candidate.text])
    for page in pages:
        _repeat(page, known)
    single = [c for c in found if c.single and not c.page.headline]
    times = Counter(c.text for c in single if c.subject)
    for candidate in single:
        if candidate.titled or times[candidate.text] > 1:
            _claim(candidate, known.person(candidate.text))


class Known:
    """Persons named in full, by what may stand for their whole name."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self._families: dict[str, list[Figure]] = defaultdict(list)
        self._given: dict[str, list[Figure]] = defaultdict(list)
        for figure in figures:
            name = taken_apart(figure.name)
            for family in name.families:
                self._families[family].append(figure)
            if name.given:
                self._given[name.given].append(figure)

    def of_family(self, family: str) -> list[Figure]:
        """Return the persons of a family name."""
        return self._families.get(family, [])

    def longer(self, text: str) -> Figure | None:
        """Return the one person of whose name the text is but the end ("Bin Laden")."""
        bearers = self.of_family(" ".join(slug(word) for word in text.split()))
        return bearers[0] if len(bearers) == 1 else None

    def person(self, word: str) -> Figure:
        """Return the one person whom a word may stand for, or a person of that name alone."""
        key = slug(word)
        bearers = self._families.get(key) or self._given.get(key) or []
        if len(bearers) == 1:
            return bearers[0]
        return Figure(f"person:{key}", word, ActorKind.PERSON)


def full_names(texts: Sequence[str]) -> dict[str, Figure]:
    """Return the figure of each spelling of each full name.

    Spellings that differ in hyphens, spaces, capitals or accents are one name; so are those with
    and without middle initials, unless two persons differ in these alone.
    """
    counts, groups = Counter(texts), defaultdict(list)
    for text in sorted(counts):
        groups[taken_apart(text).key].append(text)
    figures = {}
    for group in groups.values():
        initials = {taken_apart(text).initials for text in group} - {""}
        for text in group:
            apart = taken_apart(text).initials if len(initials) > 1 else None
            same = [t for t in group if apart is None or taken_apart(t).initials == apart]
            name = max(same, key=lambda t: (counts[t], len(t), t))
            figures[text] = Figure(f"person:{slug(name)}", name, ActorKind.PERSON)
    return figures


def _is_name(candidate: Candidate) -> bool:
    words = candidate.text.split()
    if words[0] in ship_prefixes():
        return False
    tags = candidate.page.token(candidate.start).tag_
    if not tags.startswith(("NNP", "JJ", "VB", "NN")) or any(c.isdigit() for c in candidate.text):
        return False
    return words[-1] not in nouns() or candidate.titled


def _without_epithet(candidate: Candidate, names: set[str]) -> Candidate:
    """Leave out a capitalised word before a name that also stands without it ("Crooked")."""
    page, start, end = candidate.page, candidate.start + 1, candidate.end
    if start + 1 < end and page.text(start, end) in names:
        return replace(candidate, start=start)
    return candidate


def _in_body(name: str, words: set[str]) -> bool:
    """Say whether a name of a headline goes on in the article, and begins with no common word."""
    first, *_, last = name.split()
    return last in words and slug(first) not in common_words()


@cache
def ship_prefixes() -> frozenset[str]:
    """Return what stands before the names of ships."""
    return frozenset(row["prefix"] for row in table("ship_prefixes"))


@cache
def common_words() -> frozenset[str]:
    """Return common English words, in lower case."""
    return frozenset(row["word"] for row in table("word_frequency"))


def _claim(candidate: Candidate, figure: Figure) -> None:
    page, start, end = candidate.page, candidate.start, candidate.end
    if page.free(start, end):
        score = RECOGNISED if not candidate.single else ALONE
        page.add(Find(start, end, figure, TITLED if candidate.titled else score))


def _repeat(page: Page, known: Known) -> None:
    """Add family names of persons whom the document names in full."""
    texts, index = page.words.texts, 0
    while index < len(texts):
        end = index + 1
        if not page.taken[index] and texts[index][:1].isalpha():
            end = _repeated(page, index, known) or end
        index = end


def _repeated(page: Page, start: int, known: Known) -> int | None:
    for end in range(min(start + FAMILY_WORDS_AT_MOST, len(page.words.texts)), start, -1):
        if not page.free(start, end) or not capitalised(page.words.texts[end - 1]):
            continue
        bearers = known.of_family(_family(page, start, end))
        if len(bearers) == 1 and _stands_alone(page, start, end):
            page.add(Find(start, end, bearers[0], REPEATED))
            return end
    return None


def _family(page: Page, start: int, end: int) -> str:
    return " ".join(slug(word) for word in page.text(start, end).split())


def _stands_alone(page: Page, start: int, end: int) -> bool:
    """Say whether no capital beside it makes it part of another name ("Hyde Park")."""
    texts = page.words.texts
    token = page.token(start)
    verb = end < len(texts) and page.token(end).tag_ in {"VBD", "VBZ"}
    if not (token.tag_.startswith("NNP") or token.dep_ == "nsubj" or verb):
        return False
    before = start > 0 and not page.taken[start - 1] and capitalised(texts[start - 1])
    after = end < len(texts) and not page.taken[end] and capitalised(texts[end])
    return not after and not (before and page.token(start - 1).tag_ == "NNP")
