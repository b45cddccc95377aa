"""What the lineage needs to know of a document, and its words once they are cut."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.collation.lineage.words import hashed, rarity, words
from dragoman.model import Precision, Span, union

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dragoman.collation.lineage.words import Word

# A sentence of fewer words ("He said so.") is no evidence and no passage.
LEAST_WORDS = 4
# A longer one (a list, an unpunctuated text) is cut, so that comparing two stays bounded.
MOST_WORDS = 120
# Rarity from which a word says what a sentence is about ("people" 480, "after" 330).
LEAST_CONTENT = 400
# Fewer words in lower case do not tell one sentence from another.
LEAST_SKELETON = 5


@dataclass(frozen=True, slots=True)
class Text:
    """A document as the lineage sees it.

    sentences: its own words, boilerplate left out, in order. quotations: direct quotations.
    published: ISO date, cut to `precision`; None where unknown. published_at: ISO 8601 date and
    time, with the offset from UTC if stated; None where no time of day is known.
    agency, outlet, republished_from: as in `model.Document`.
    house_names: other names of the outlet ("DW" for Deutsche Welle).
    """

    doc: str
    text: str = field(hash=False)
    sentences: tuple[Span, ...] = field(hash=False)
    quotations: tuple[Span, ...] = field(default=(), hash=False)
    published: str | None = field(default=None, hash=False)
    precision: Precision = field(default=Precision.NONE, hash=False)
    published_at: str | None = field(default=None, hash=False)
    agency: str | None = field(default=None, hash=False)
    outlet: str | None = field(default=None, hash=False)
    republished_from: str | None = field(default=None, hash=False)
    house_names: tuple[str, ...] = field(default=(), hash=False)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its words.

    stems: of all its words. content: the stems that are no function words.
    told: stems of the words outside quotation marks, the narrative.
    mass: summed rarity of `told`. skeleton: hash of its words without names and numbers, which
    pages vary in the same stock sentence; None where too few are left.
    """

    span: Span
    words: tuple[Word, ...]
    stems: frozenset[str]
    content: frozenset[str]
    told: frozenset[str]
    mass: int
    skeleton: int | None


# Asked for twice in a row: for the keys and for the sentences.
@lru_cache(maxsize=2)
def sentence_words(text: Text) -> tuple[tuple[Word, ...], ...]:
    """Return the words of each of a document's sentences, in order."""
    return tuple(words(text.text, span.start, span.end) for span in sorted(text.sentences))


@lru_cache(maxsize=1024)
def sentences(text: Text) -> tuple[Sentence, ...]:
    """Return the sentences of a document that are long enough to say something."""
    marked = union(text.quotations)
    pieces = (piece for sentence in sentence_words(text) for piece in _cut(sentence))
    return tuple(
        _sentence(text.text, piece, marked) for piece in pieces if len(piece) >= LEAST_WORDS
    )


def _cut(sentence: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    for at in range(0, len(sentence), MOST_WORDS):
        yield sentence[at : at + MOST_WORDS]


def _sentence(text: str, cut: tuple[Word, ...], marked: Sequence[Span]) -> Sentence:
    stems = frozenset(word.stem for word in cut)
    told = frozenset(word.stem for word in _outside(cut, marked))
    return Sentence(
        span=Span(cut[0].start, cut[-1].end),
        words=cut,
        stems=stems,
        content=frozenset(stem for stem in stems if rarity(stem) >= LEAST_CONTENT),
        told=told,
        mass=sum(map(rarity, told)),
        skeleton=_skeleton(text, cut),
    )


def _skeleton(text: str, cut: Iterable[Word]) -> int | None:
    plain = [word.form for word in cut if text[word.start].islower()]
    return hashed(" ".join(plain)) if len(plain) >= LEAST_SKELETON else None


def _outside(cut: Iterable[Word], marked: Sequence[Span]) -> Iterator[Word]:
    """Yield the words that do not begin inside one of the disjoint spans."""
    for word in cut:
        at = bisect_right(marked, word.start, key=lambda span: span.start) - 1
        if at < 0 or word.start >= marked[at].end:
            yield word
