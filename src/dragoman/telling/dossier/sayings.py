"""Statements as the page speaks of them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.telling.dossier.wording import Piece, quoted

if TYPE_CHECKING:
    from dragoman.telling.dossier.papers import Paper, Pile
    from dragoman.telling.dossier.receipts import Chip

Spans = tuple[tuple[int, int], ...]
# Below this the reader itself thinks the row more likely wrong than right.
DOUBTFUL = 0.5
LONGEST_CHARS = 900


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement, its spans and what is known of it."""

    statement: str
    paper: Paper
    source: Spans
    cue: Spans
    content: Spans
    kind: str
    speaker: str | None
    denial: bool
    made_on: str | None
    addressee: str | None
    venue: str | None
    utterance: str
    score: float

    @property
    def doubtful(self) -> bool:
        """Say whether it is more likely wrong than right."""
        return self.score < DOUBTFUL

    def words(self, spans: Spans) -> str:
        """Return the words of several spans, gaps shown by an ellipsis."""
        return " … ".join(" ".join(self.paper.text[a:b].split()) for a, b in spans)

    @property
    def told(self) -> str:
        """What was said, at most `LONGEST_CHARS` code points of it."""
        told = self.words(self.content)
        return told if len(told) <= LONGEST_CHARS else told[:LONGEST_CHARS] + " …"

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What was said, words in quotation marks set apart."""
        return (Piece(self.told),) if self.kind == "indirect" else quoted(self.told)

    @property
    def span(self) -> tuple[int, int]:
        """First code point and one past the last of what was said."""
        return min(a for a, _ in self.content), max(b for _, b in self.content)

    def part_of(self, other: Saying) -> bool:
        """Say whether this is `other`, or nested in its words: "said he believes that ..."."""
        (start, end), (first, last) = self.span, other.span
        return self.paper is other.paper and first <= start and end <= last


def sayings(pile: Pile) -> tuple[Saying, ...]:
    """Load all statements, in reading order."""
    rows = pile.connection.execute("select * from statements")
    found = []
    for row in rows:
        spans = {key: _spans(row[key]) for key in ("source", "cue", "content")}
        if not spans["content"]:
            continue
        found.append(
            Saying(
                statement=row["statement"],
                paper=pile.papers[row["doc"]],
                **spans,
                kind=row["kind"],
                speaker=row["speaker"],
                denial=bool(row["denial"]),
                made_on=row["made_on"],
                addressee=row["addressee"],
                venue=row["venue"],
                utterance=row["utterance"] or row["statement"],
                score=row["score"],
            )
        )
    return tuple(sorted(found, key=lambda s: (s.paper.number, s.span, s.statement)))


def chip_of(pile: Pile, saying: Saying) -> Chip:
    """Return the receipt of what was said."""
    return pile.receipts.chip(saying.paper.doc, *saying.span)


def _spans(cell: str) -> Spans:
    return tuple((int(a), int(b)) for a, b in json.loads(cell))
