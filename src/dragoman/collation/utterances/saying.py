"""A statement as its wording is compared."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from dragoman.collation.lineage.words import rarity, words
from dragoman.model import Span, StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.collation.lineage.words import Word

# Words of a statement that are compared; a longer one is a speech printed in full.
MOST_WORDS = 400


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement with what is needed to compare it.

    statement: its id. doc, text: the document that holds it. content: as `model.Statement`.
    quotations: spans inside quotation marks that overlap the content.
    speaker: actor, None if unknown. published: ISO date of the document, None if unknown.
    source: who is named as saying it, in the document's words. country: the speaker's (ISO
    3166-1 alpha-3), None if unknown.
    """

    statement: str
    doc: str = field(hash=False)
    text: str = field(hash=False)
    content: tuple[Span, ...] = field(hash=False)
    kind: StatementKind = field(hash=False)
    quotations: tuple[Span, ...] = field(default=(), hash=False)
    speaker: str | None = field(default=None, hash=False)
    published: str | None = field(default=None, hash=False)
    source: tuple[Span, ...] = field(default=(), hash=False)
    country: str | None = field(default=None, hash=False)

    @property
    def whole(self) -> Span:
        """From the first to the last character of the content."""
        return Span(self.content[0].start, self.content[-1].end)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a statement.

    content: all. words: those that stand for what was said: the quoted ones of a mixed statement,
    else all. frame: the others. stems: of all content. mass: summed rarity of the stems of `words`.
    in_marks: whether the words stand in quotation marks; those of a reported statement inside a
    quotation do.
    """

    content: tuple[Word, ...]
    words: tuple[Word, ...]
    frame: tuple[Word, ...]
    stems: frozenset[str]
    mass: int
    in_marks: bool


@lru_cache(maxsize=4096)
def wording(saying: Saying) -> Wording:
    """Return the words of a statement."""
    content = tuple(islice(_content(saying), MOST_WORDS))
    quoted = tuple(word for word in content if _quoted(word, saying.quotations))
    spoken = (quoted or content) if saying.kind is StatementKind.MIXED else content
    kept = frozenset(spoken)
    return Wording(
        content=content,
        words=spoken,
        frame=tuple(word for word in content if word not in kept),
        stems=frozenset(word.stem for word in content),
        mass=sum(map(rarity, {word.stem for word in spoken})),
        in_marks=saying.kind is not StatementKind.INDIRECT or len(quoted) == len(content) > 0,
    )


def _content(saying: Saying) -> Iterator[Word]:
    for span in saying.content:
        yield from words(saying.text, span.start, span.end)


def _quoted(word: Word, quotations: tuple[Span, ...]) -> bool:
    at = bisect_right(quotations, word.start, key=lambda span: span.start) - 1
    return at >= 0 and word.start < quotations[at].end
