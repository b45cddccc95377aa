"""Names in a wording, and whether another actor or place was put in their stead."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dragoman.collation.lineage.words import fold, stem
from dragoman.knowledge import listed, table
from dragoman.reading.actors.capitalised import no_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.collation.lineage.words import Word
    from dragoman.collation.utterances.part import Part

# A word of so few letters says nothing of whom a name means ("S." in "U.S.", "al").
LEAST_LETTERS = 3
SENTENCE_ENDS = frozenset(".!?:…")
STATE_FORMS = ("name", "names", "adjectives", "capitals")


class Name(NamedTuple):
    """A run of capitalised words: their stems, and the state that they name, "" if none."""

    stems: tuple[str, ...]
    state: str


def replaced(gone: Part, come: Part) -> bool:
    """Say whether words that gave way to others named somebody or some place else.

    A name is taken whole, also where part of it stayed ("United States", "United Kingdom"); a
    shorter or longer name of the same bearer, a state's other name, its capital and an
    abbreviation are no other name.
    """
    before, after = names(gone), names(come)
    return bool(before and after) and not any(_one(a, b) for a in before for b in after)


def names(part: Part) -> list[Name]:
    """Return the names of which the words of a part are a piece."""
    found = []
    for first, last in _runs(part.text, part.whole):
        if first < part.last and part.first < last:
            name = _named(part.whole[first:last])
            if name.state or last - first > 1 or not _begins(part.text, part.whole[first]):
                found.append(name)
    return found


def _runs(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield the first and the end of each run of capitalised words that only a space parts."""
    start: int | None = None
    for at, word in enumerate(words):
        parted = at > 0 and text[words[at - 1].end : word.start] not in {" ", "-", ". ", "\u00a0"}
        capital = text[word.start].isupper() and word.form not in no_names()
        if start is not None and (parted or not capital):
            yield start, at
            start = None
        if capital and start is None:
            start = at
    if start is not None:
        yield start, len(words)


def _named(words: Sequence[Word]) -> Name:
    return Name(tuple(word.stem for word in words), _state(" ".join(word.form for word in words)))


def _state(form: str) -> str:
    return _states().get(form) or _states().get(stem(form), "")


def _one(a: Name, b: Name) -> bool:
    """Say whether two names may mean one bearer."""
    if a.state and b.state:
        return a.state == b.state
    long = {word for word in a.stems if len(word) >= LEAST_LETTERS and word not in _titles()}
    return bool(long.intersection(b.stems)) or _short_for(a.stems, b.stems)


def _short_for(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Say whether one name is the initials of the other."""
    initials = ["".join(word[0] for word in name) for name in (a, b)]
    whole = ["".join(name) for name in (a, b)]
    return whole[0] == initials[1] or whole[1] == initials[0] or initials[0] == initials[1] != ""


def _begins(text: str, word: Word) -> bool:
    """Say whether a word owes its capital to its place at the beginning of a sentence."""
    before = text[max(0, word.start - LEAST_LETTERS) : word.start].rstrip()
    return not before or (not before[-1].isalnum() and before[-1] not in ",;–—-()'’")


@cache
def _titles() -> frozenset[str]:
    return frozenset(stem(fold(part)) for row in table("titles") for part in row["title"].split())


@cache
def _states() -> dict[str, str]:
    """State by each folded name, adjective and capital."""
    return {
        " ".join(fold(part) for part in form.replace(".", "").split()): row["iso3"]
        for row in table("states")
        for column in STATE_FORMS
        for form in listed(row[column])
    }
