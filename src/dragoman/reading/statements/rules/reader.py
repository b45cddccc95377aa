"""From paragraphs to candidates: rules propose, quotations widen and are given to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.model import PassageKind
from dragoman.reading.encoder.words import words_of
from dragoman.reading.quotations import read_quotations
from dragoman.reading.statements.own_voice import own_voice
from dragoman.reading.statements.rules.attach import Attacher
from dragoman.reading.statements.rules.propose import propose
from dragoman.reading.statements.rules.quoted import quoted, widen
from dragoman.reading.statements.rules.trim import trim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.reading.encoder.words import Words
    from dragoman.reading.parse import Paragraph
    from dragoman.reading.quotations import Quotation
    from dragoman.reading.statements.rules.candidate import Candidate
    from dragoman.reading.statements.rules.quoted import Quoted


@dataclass(frozen=True, slots=True)
class Ruled:
    """A paragraph, its quotations of every depth, its outer ones with its syntax."""

    paragraph: Paragraph
    quotations: tuple[Quotation, ...]
    quotes: Quoted

    def words(self) -> Words:
        """Return its words as the encoder is given them."""
        places = [(q.span.start, q.span.end, q.depth) for q in self.quotations]
        return words_of(self.quotes.syntax, places)


def read_by_rules(paragraphs: Sequence[Paragraph]) -> tuple[list[Ruled], list[Candidate]]:
    """Return the paragraphs with their quotations, and the candidates, placed in the document."""
    marked = read_quotations([paragraph.text for paragraph in paragraphs])
    attacher = Attacher()
    ruled, found = [], []
    for paragraph, quotations in zip(paragraphs, marked, strict=True):
        quotes = quoted(paragraph.syntax, quotations)
        ruled.append(Ruled(paragraph, tuple(quotations), quotes))
        titled = paragraph.kind is PassageKind.HEADLINE or _announced(quotes)
        found += _read_paragraph(quotes, attacher, paragraph.span.start, titled=titled)
    return ruled, found


def _read_paragraph(
    quotes: Quoted, attacher: Attacher, start: int, *, titled: bool
) -> list[Candidate]:
    """Return a paragraph's candidates, placed in the document."""
    proposed = propose(quotes.syntax, headline=titled)
    for candidate in proposed:
        widen(candidate, quotes)
    candidates = attacher.attach(quotes, proposed, start)
    kept = [candidate for candidate in candidates if not _own_voice(candidate, quotes)]
    for candidate in candidates:
        trim(candidate, quotes)
        candidate.shift(start)
    return kept


def _announced(quotes: Quoted) -> bool:
    """Say whether the first quotation follows a colon, as in an interview: "Roe: 'We agree.'"."""
    first = quotes.starts[0] if quotes.starts else 0
    return quotes.syntax.text[max(0, first - 2) : first].rstrip().endswith(":")


def _own_voice(candidate: Candidate, quotes: Quoted) -> bool:
    """Say whether it is nobody's; inside quotations only rules that tell of speech are followed."""
    told = candidate.spoken and candidate.rule in {"clause", "quotation", "according"}
    untold = not told and quotes.around(candidate.place[0]) is not None
    return untold or own_voice(candidate, quotes, 0)
