"""Wordings of one utterance: their words, changed ones marked in place, and who prints them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from dragoman.telling.dossier.sayings import Saying, chip_of
from dragoman.telling.dossier.wording import Piece

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dragoman.telling.dossier.actors import ActorCard
    from dragoman.telling.dossier.papers import Paper, Pile
    from dragoman.telling.dossier.receipts import Chip

CHANGES = {
    "meaning-changed": "the meaning changes",
    "attribution-changed": "it is given to someone else",
    "word-changed": "words are changed",
    "marks-added": "quotation marks are put around words that were not quoted",
    "marks-dropped": "quotation marks are dropped",
    "truncated": "it is cut short",
    "translated": "it is translated",
}
# The worst first. What changes words is grave only inside quotation marks.
GRAVE = ("meaning-changed", "attribution-changed", "word-changed", "marks-added")
ALTERING = ("meaning-changed", "word-changed")
UNCHANGED = ("same", "punctuation")
# Code points: longer replacements are not exchanges of words.
LONGEST_SWAP = 40
# Longer stretches that a wording lacks are cut short, not exchanged, and are not shown in place.
LONGEST_GONE = 120
LONGEST_SPEAKER = 80


# Of an edit as the archive stores it, what is shown.
Edit = TypedDict("Edit", {"from": str, "to": str, "span": list[int]})


@dataclass(frozen=True, slots=True)
class Printed:
    """One document's printing of a wording, and whether these words first appear there.

    told_from: the document it had the quotation from, as far as the family tree tells. pair: the
    page's anchor of the two side by side, "" if they are not shown so.
    """

    paper: Paper
    chip: Chip
    appeared: bool = False
    told_from: Paper | None = None
    pair: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording: its words, those marked that differ, and every document that prints it so.

    change: its class, "" for the reference wording. speaker: who is said to have said it. deeds:
    whether it denies, asks or demands.
    """

    pieces: tuple[Piece, ...]
    deeds: tuple[str, ...]
    direct: bool
    change: str
    inside_marks: bool
    speaker: str
    printed: tuple[Printed, ...]

    @property
    def grave(self) -> bool:
        """Say whether words stand changed inside quotation marks."""
        return self.inside_marks and self.change in ALTERING

    @property
    def chip(self) -> Chip:
        """The receipt of its first printing."""
        return self.printed[0].chip

    @property
    def weight(self) -> int:
        """Place among the classes of change, the worst first."""
        if self.change not in GRAVE or (self.change in ALTERING and not self.inside_marks):
            return len(GRAVE)
        return GRAVE.index(self.change)


@dataclass(frozen=True, slots=True)
class Known:
    """What wordings are made from."""

    pile: Pile
    sayings: Mapping[str, Saying]
    cards: Mapping[str, ActorCard]
    pairs: Mapping[tuple[str, str], str]


def differs(known: Known, row: sqlite3.Row) -> bool:
    """Say whether another document than the reference's words it otherwise."""
    own, reference = row["statement"], row["reference_statement"]
    other = known.sayings[own].paper is not known.sayings[reference].paper
    return other and row["change"] not in UNCHANGED


def reference(known: Known, saying: Saying, rows: Iterable[sqlite3.Row]) -> Wording:
    """Return the wording that the others are held against, with all who print the same words."""
    printed = {saying.paper.doc: Printed(saying.paper, chip_of(known.pile, saying))}
    for row in rows:
        if row["change"] in UNCHANGED:
            carrier = _printed(known, row)
            if row["statement"] == saying.statement:
                printed[saying.paper.doc] = carrier
            printed.setdefault(carrier.paper.doc, carrier)
    return Wording(
        pieces=_pieces(saying, ()),
        deeds=saying.deeds,
        direct=saying.kind != "indirect",
        change="",
        inside_marks=False,
        speaker=speaker_named(known, saying),
        printed=tuple(printed.values()),
    )


def other(known: Known, alike: Sequence[sqlite3.Row]) -> Wording:
    """Return a wording of rows that have the same words, by the first document that prints it."""
    printed: dict[str, Printed] = {}
    for carrier in sorted((_printed(known, row) for row in alike), key=lambda p: p.paper.number):
        printed.setdefault(carrier.paper.doc, carrier)
    row = alike[0]
    saying = known.sayings[row["statement"]]
    return Wording(
        pieces=_pieces(saying, json.loads(row["edits"])),
        deeds=saying.deeds,
        direct=saying.kind != "indirect",
        change=row["change"],
        inside_marks=bool(row["in_quotation_marks"]),
        speaker=speaker_named(known, saying),
        printed=tuple(printed.values()),
    )


def _printed(known: Known, row: sqlite3.Row) -> Printed:
    saying = known.sayings[row["statement"]]
    parent = known.sayings.get(row["parent_statement"] or "")
    told_from = parent.paper if parent else None
    pair = known.pairs.get((saying.paper.doc, told_from.doc), "") if told_from else ""
    return Printed(
        saying.paper, chip_of(known.pile, saying), bool(row["appeared"]), told_from, pair
    )


def speaker_named(known: Known, saying: Saying) -> str:
    """Return who says it: the actor's name, or the document's own words for the source."""
    card = known.cards.get(saying.speaker or "")
    return card.name if card else saying.words(saying.source)[:LONGEST_SPEAKER]


def _pieces(saying: Saying, edits: Iterable[Edit]) -> tuple[Piece, ...]:
    """Cut a wording, with its new words marked and the words they stand for before them."""
    changes = sorted((edit["span"][0], edit["span"][1], edit["from"]) for edit in edits)
    pieces: list[Piece] = []
    for start, end in saying.content:
        pieces += [Piece(" … ")] if pieces else []
        at = start
        for first, last, gone in changes:
            if at <= first <= last <= end and (first, last) != (end, end):
                pieces += _exchanged(saying.paper.text, at, first, last, gone)
                at = last
        pieces.append(Piece(saying.paper.text[at:end]))
    return tuple(piece for piece in pieces if piece.text)


def _exchanged(text: str, at: int, first: int, last: int, gone: str) -> Iterator[Piece]:
    yield Piece(text[at:first])
    if gone and len(gone) <= LONGEST_GONE:
        if first == last and not text[first - 1 : first].isspace():
            yield Piece(" ")
        yield Piece(gone, "del")
        if first < last or text[first - 1 : first].isspace():
            yield Piece(" ")
    yield Piece(text[first:last], "ins")
