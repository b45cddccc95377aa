"""From paragraphs to statements: the encoder reads, told what the rules make of the words."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from dragoman.model import Span, Statement
from dragoman.reading.encoder.encoder import encoder
from dragoman.reading.statements.alone import alone
from dragoman.reading.statements.carried import Carrier
from dragoman.reading.statements.kinds import QuotedWords
from dragoman.reading.statements.nested import Holder, nested
from dragoman.reading.statements.own_voice import own_voice
from dragoman.reading.statements.rules.labels import labels_by_rules
from dragoman.reading.statements.rules.reader import read_by_rules
from dragoman.reading.statements.scores import score
from dragoman.reading.statements.tagged import Stretch, tagged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dragoman.reading.parse import Paragraph
    from dragoman.reading.statements.found import Found
    from dragoman.reading.statements.ranges import Range
    from dragoman.reading.statements.rules.candidate import Candidate
    from dragoman.reading.statements.rules.reader import Ruled


def read_statements(paragraphs: Sequence[Paragraph]) -> tuple[Statement, ...]:
    """Return the statements of a document in the order of their cues, or of their words if none.

    What the article's author says in his own voice is none. A statement inside another's content
    is given too; its cue then lies in that content.
    """
    found, words = find_statements(paragraphs)
    return tuple(_statement(one, words) for one in found)


def find_statements(paragraphs: Sequence[Paragraph]) -> tuple[list[Found], QuotedWords]:
    """Return what was found, in order and not yet scored, and which words are quoted."""
    ruled, candidates = read_by_rules(paragraphs)
    found = [one for own in _attributed(ruled, candidates) for one in own]
    found += alone(ruled, found)
    words = QuotedWords()
    for told in ruled:
        outer = [(q.span.start, q.span.end) for q in told.quotes.outer]
        words.add(told.paragraph.span.start, told.paragraph.text, outer)
    return sorted((one for one in found if one.content), key=_order), words


def _attributed(ruled: Sequence[Ruled], candidates: Iterable[Candidate]) -> Iterator[list[Found]]:
    """Yield each paragraph's statements that have a cue."""
    own = _by_paragraph(ruled, candidates)
    stretches = []
    for told, ruling in zip(ruled, own, strict=True):
        words, start = told.words(), told.paragraph.span.start
        stretches.append(Stretch(words, labels_by_rules(words, start, ruling), start))
    seen = tagged(stretches)
    carrier = Carrier()
    for told, found in zip(ruled, seen, strict=True):
        carrier.carry(told.quotes, found, told.paragraph.span.start)
    holders = [Holder(*row) for row in zip(stretches, own, seen, strict=True)]
    for told, found, inner in zip(ruled, seen, nested(holders), strict=True):
        start = told.paragraph.span.start
        yield [one for one in (*found, *inner) if not own_voice(one, told.quotes, start)]


def _by_paragraph(ruled: Sequence[Ruled], candidates: Iterable[Candidate]) -> list[list[Candidate]]:
    """Return for each paragraph the candidates that have a part in it."""
    starts = [told.paragraph.span.start for told in ruled]
    found: list[list[Candidate]] = [[] for _ in ruled]
    for candidate in candidates:
        places = (*candidate.source, *candidate.cue, *candidate.content)
        for at in sorted({bisect_right(starts, start) - 1 for start, _ in places}):
            found[at].append(candidate)
    return found


def _order(found: Found) -> tuple[Range, Range]:
    return found.place, found.content[0]


def _statement(found: Found, words: QuotedWords) -> Statement:
    kind = words.kind(found.content)
    return Statement(
        source=_spans(found.source),
        cue=_spans(found.cue),
        content=_spans(found.content),
        kind=kind,
        score=score(found, kind, encoder().calibration),
    )


def _spans(ranges: Sequence[Range]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in sorted(ranges))
