"""Paragraphs, parsed. The one place that loads spaCy."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from dragoman.errors import UsageError
from dragoman.model import PassageKind, Span
from dragoman.reading.kept import Kept
from dragoman.reading.syntax import read_syntax

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc, Token

    from dragoman.model import Passage
    from dragoman.reading.syntax import Syntax

# Our own cue table holds the verb forms, and nobody asks for coarse parts of speech, so the time of
# the lemmatizer and of the ruler that maps tags to them is saved (measured: a quarter).
UNUSED_COMPONENTS = ("lemmatizer", "attribute_ruler")
PARSES_KEPT = 4096
# spaCy's parser is quadratic in memory on one huge sentence; a longer paragraph is cut at spaces.
LONGEST_PARSE = 20_000


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One passage of the article's own words with its parse.

    `parsed` and `syntax`, which is the same as plain lists, have their own offsets, from 0; add
    `span.start` to place them in the document.
    """

    span: Span
    kind: PassageKind
    text: str
    parsed: Doc
    syntax: Syntax

    def place(self, token: Token) -> Span:
        """Return where a token of the parse stands in the document."""
        start = self.span.start + token.idx
        return Span(start, start + len(token))

    def sentences(self) -> Iterator[Span]:
        """Yield the sentences' places in the document, without white space at their edges."""
        for sentence in self.parsed.sents:
            words = [token for token in sentence if not token.is_space]
            if words:
                yield Span(self.place(words[0]).start, self.place(words[-1]).end)


@lru_cache(maxsize=2)
def pipeline(name: str) -> Language:
    """Return the spaCy pipeline called `name`, loaded once.

    Raises:
        UsageError: it is not installed. Nothing is ever downloaded.
    """
    import spacy  # noqa: PLC0415 - 2.7 s; only who reads pays it

    try:
        return spacy.load(name, exclude=list(UNUSED_COMPONENTS))
    except OSError as error:
        raise UsageError.unknown_pipeline(name) from error


class Parser:
    """Parses paragraphs; the same words are parsed once while they stay among the latest."""

    def __init__(self, name: str) -> None:
        self._nlp = pipeline(name)
        self._kept = Kept[bytes, tuple["Doc", "Syntax"]](PARSES_KEPT)

    def paragraphs(self, text: str, passages: Sequence[Passage]) -> tuple[Paragraph, ...]:
        """Parse the passages of a document that are its own words (all but boilerplate)."""
        own = [passage for passage in passages if passage.kind is not PassageKind.BOILERPLATE]
        pieces = [(p.kind, span) for p in own for span in _bearable(text, p.span)]
        parses = self._parses([span.cut(text) for _, span in pieces])
        return tuple(
            Paragraph(span, kind, span.cut(text), *parsed)
            for (kind, span), parsed in zip(pieces, parses, strict=True)
        )

    def _parses(self, texts: Sequence[str]) -> list[tuple[Doc, Syntax]]:
        keys = [sha256(text.encode("utf-8", "surrogatepass")).digest() for text in texts]
        known = dict(zip(keys, texts, strict=True))
        return self._kept.values(keys, lambda new: self._parsed(known[key] for key in new))

    def _parsed(self, texts: Iterable[str]) -> Iterator[tuple[Doc, Syntax]]:
        for doc in self._nlp.pipe(texts, batch_size=64):
            yield doc, read_syntax(doc)


def _bearable(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > LONGEST_PARSE:
        cut = text.rfind(" ", start + 1, start + LONGEST_PARSE)
        cut = cut if cut > start else start + LONGEST_PARSE
        yield Span(start, cut)
        start = cut
    yield Span(start, span.end)
