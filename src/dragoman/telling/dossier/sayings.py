"""Statements as the page speaks of them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.model import DOUBTFUL
from dragoman.telling.dossier.dates import days
from dragoman.telling.dossier.wording import Piece, quoted

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from dragoman.telling.dossier.papers import Paper, Pile
    from dragoman.telling.dossier.receipts import Chip

Span = tuple[int, int]
Spans = tuple[Span, ...]
LONGEST_CHARS = 900
# Code points of a source or of a circumstance; their place in the text has the rest.
LONGEST_NAME = 80
DEEDS = ("denial", "question", "demand")
CIRCUMSTANCES = {"addressee": "to", "venue": "occasion", "medium": "carried by", "when": "when"}


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement, its spans and what is known of it.

    told: where the words stand that tell its circumstances, by the keys of `CIRCUMSTANCES`.
    deeds: which of `DEEDS` it is.
    """

    statement: str
    paper: Paper
    source: Spans
    cue: Spans
    content: Spans
    kind: str
    act: str
    deeds: tuple[str, ...]
    speaker: str | None
    made_on: str | None
    circumstances: dict[str, Span]
    utterance: str
    score: float
    speaker_score: float | None

    @property
    def denial(self) -> bool:
        """Say whether what it tells is what is denied."""
        return "denial" in self.deeds

    @property
    def misread(self) -> bool:
        """Say whether the reader is too unsure of it to state it."""
        return self.score < DOUBTFUL

    @property
    def misheard(self) -> bool:
        """Say whether the reader is too unsure of who speaks to state it."""
        return self.speaker_score is not None and self.speaker_score < DOUBTFUL

    @property
    def doubtful(self) -> bool:
        """Say whether the reader is too unsure of it, or of who speaks."""
        return self.misread or self.misheard

    def words(self, spans: Spans) -> str:
        """Return the words of several spans, what stands between them shown by an ellipsis."""
        found = ""
        end = 0
        for a, b in spans:
            if found:
                found += " … " if self.paper.text[end:a].strip() else " "
            found += " ".join(self.paper.text[a:b].split())
            end = b
        return found

    @property
    def told(self) -> str:
        """What was said, at most `LONGEST_CHARS` code points of it."""
        return shortened(self.words(self.content), LONGEST_CHARS)

    @property
    def named(self) -> str:
        """Who says it, in the document's words; "" if it names no one."""
        return shortened(self.words(self.source), LONGEST_NAME)

    @property
    def attribution(self) -> str:
        """The words that say who says it and that it is said, in the text's order."""
        return shortened(self.words(joined((*self.source, *self.cue))), 2 * LONGEST_NAME)

    @property
    def attributed_first(self) -> bool:
        """Say whether all of these words stand before what was said."""
        ends = [end for _, end in (*self.source, *self.cue)]
        return bool(ends) and max(ends) <= self.span[0]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What was said, words in quotation marks set apart."""
        return (Piece(self.told),) if self.kind == "indirect" else quoted(self.told)

    @property
    def when(self) -> str:
        """The day it was made, "" if it is not known."""
        known = days(self.made_on)
        return known.words if known else ""

    @property
    def span(self) -> Span:
        """First code point and one past the last of what was said."""
        return hull(self.content)

    def overlaps(self, other: Saying) -> bool:
        """Say whether what was said stands where `other` does, or in part: "said he believes"."""
        (start, end), (first, last) = self.span, other.span
        return self.paper is other.paper and start < last and first < end


def hull(spans: Spans) -> Span:
    """Return the first code point of several spans, and one past the last."""
    return min(a for a, _ in spans), max(b for _, b in spans)


def joined(spans: Iterable[Span]) -> Spans:
    """Return spans in the text's order, those that overlap as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return tuple(found)


def shortened(words: str, most: int) -> str:
    """Return words, cut after so many code points."""
    return words if len(words) <= most else words[:most] + " …"


def sayings(pile: Pile) -> tuple[Saying, ...]:
    """Load all statements, in reading order."""
    rows = pile.connection.execute("select * from statements")
    found = [_saying(pile, row) for row in rows if row["content"] != "[]"]
    return tuple(sorted(found, key=lambda s: (s.paper.number, s.span, s.statement)))


def chip_of(pile: Pile, saying: Saying) -> Chip:
    """Return the receipt of what was said."""
    return pile.receipts.chip(saying.paper.doc, *saying.span)


def _saying(pile: Pile, row: sqlite3.Row) -> Saying:
    told = json.loads(row["circumstances"])
    return Saying(
        statement=row["statement"],
        paper=pile.papers[row["doc"]],
        source=_spans(row["source"]),
        cue=_spans(row["cue"]),
        content=_spans(row["content"]),
        kind=row["kind"],
        act=row["act"],
        deeds=tuple(deed for deed in DEEDS if row[deed]),
        speaker=row["speaker"],
        made_on=row["made_on"],
        circumstances={key: tuple(told[key]) for key in CIRCUMSTANCES if key in told},
        utterance=row["utterance"] or row["statement"],
        score=row["score"],
        speaker_score=row["speaker_score"],
    )


def _spans(cell: str) -> Spans:
    return tuple((int(a), int(b)) for a, b in json.loads(cell))
