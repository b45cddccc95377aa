"""Whether the same words were put into another mouth."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from dragoman.collation.lineage.words import fold, words
from dragoman.knowledge import table
from dragoman.reading.actors.capitalised import no_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.collation.lineage.words import Word
    from dragoman.collation.utterances.saying import Saying

POSSESSIVE = ("'s", "'")
# Words of a source that are looked at; what follows is apposition.
MOST_WORDS = 12
# Code points from the beginning of source or content that are searched for the speakers' names.
LONGEST = 4_000


def moved(a: Saying, b: Saying) -> bool:
    """Say whether two wordings of one utterance are given to two speakers.

    Readers mistake who "he" is, and one person goes by many descriptions: both documents have to
    name a speaker by a name of his own, the two names have no word in common, and the sentence of
    each has its speaker's name more often than that of the other.
    """
    if not a.speaker or not b.speaker or a.speaker == b.speaker:
        return False
    first, second = _named(a), _named(b)
    if not first or not second or first & second:
        return False
    said, other = _around(a), _around(b)
    return _rather(first, said, other) and _rather(second, other, said)


def _rather(name: frozenset[str], said: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether some word of a name stands more often in one sentence than in the other."""
    return any(said.count(word) > other.count(word) for word in sorted(name))


@lru_cache(maxsize=4096)
def _named(saying: Saying) -> frozenset[str]:
    """Return the words of the source's own name: its first run of capitals, titles left out.

    A relative clause, an "of" or an apposition ends it. Empty where a common noun follows
    ("a Brandvik spokesman") or the name is a possessor's.
    """
    found: list[Word] = []
    for word in islice(_source(saying), MOST_WORDS):
        small = not saying.text[word.start].isupper()
        if found and (word.form in no_names() or not _adjoins(saying.text, found[-1], word)):
            break
        if found and small:
            return frozenset()
        if not small and word.form not in no_names() | _titles():
            found.append(word)
    if found and found[-1].form.endswith(POSSESSIVE):
        return frozenset()
    return frozenset(word.stem for word in found)


def _source(saying: Saying) -> Iterator[Word]:
    for span in saying.source:
        yield from words(saying.text, span.start, span.end)


def _adjoins(text: str, word: Word, following: Word) -> bool:
    return text[word.end : following.start] in {" ", "-", "\u00a0", ". "}


@lru_cache(maxsize=4096)
def _around(saying: Saying) -> tuple[str, ...]:
    """Return the stems from the source to the end of the content, or the other way round."""
    spans = (*saying.source, *saying.content)
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return tuple(word.stem for word in words(saying.text, start, min(end, start + LONGEST)))


@cache
def _titles() -> frozenset[str]:
    return frozenset(fold(part) for row in table("titles") for part in row["title"].split())
