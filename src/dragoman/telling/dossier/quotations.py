"""Quotations that documents word differently: the wordings stacked, changed words marked."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.telling.dossier.sayings import Saying, chip_of
from dragoman.telling.dossier.wording import Piece, marked

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from dragoman.telling.dossier.actors import ActorCard
    from dragoman.telling.dossier.papers import Paper, Pile
    from dragoman.telling.dossier.receipts import Chip

Spans = list[tuple[int, int]]
CHANGES = {
    "meaning-changed": "the meaning changes",
    "word-changed": "words are changed",
    "attribution-changed": "it is given to someone else",
    "marks-added": "quotation marks are added",
    "marks-dropped": "quotation marks are dropped",
    "truncated": "it is cut short",
}
# Code points: longer replacements are not exchanges of words.
LONGEST_SWAP = 40
ALTERING = ("meaning-changed", "word-changed")


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording: whose, its words with those marked that differ, and its receipt."""

    paper: Paper
    pieces: tuple[Piece, ...]
    direct: bool
    chip: Chip
    change: str
    inside_marks: bool

    @property
    def grave(self) -> bool:
        """Say whether words stand changed inside quotation marks."""
        return self.inside_marks and self.change in ALTERING


@dataclass(frozen=True, slots=True)
class Altered:
    """An utterance whose wordings differ: the reference wording, and the others against it.

    swaps: words that stand for others, short ones only. weight: the graver sorts first.
    """

    anchor: str
    speaker: ActorCard | None
    reference: Wording
    others: tuple[Wording, ...]
    swaps: tuple[tuple[str, str], ...]
    weight: tuple[bool, bool, int]

    @property
    def altering(self) -> bool:
        """Say whether words stand changed inside quotation marks."""
        return any(w.grave for w in self.others)

    @property
    def words_changed(self) -> bool:
        """Say whether words are changed at all, in or out of quotation marks."""
        return any(w.change in ALTERING for w in self.others)


def altered(
    pile: Pile, said: Iterable[Saying], cards: Mapping[str, ActorCard]
) -> tuple[Altered, ...]:
    """Return the utterances that documents word differently, the graver first."""
    by_id = {saying.statement: saying for saying in said}
    groups: defaultdict[tuple[str, str], list[sqlite3.Row]] = defaultdict(list)
    marks = ", ".join("?" * len(CHANGES))
    query = f"select * from variants where change in ({marks}) order by utterance, statement"
    for row in pile.connection.execute(query, tuple(CHANGES)):
        own, reference = by_id.get(row["statement"]), by_id.get(row["reference_statement"])
        if own and reference and own.paper is not reference.paper:
            groups[row["utterance"], row["reference_statement"]].append(row)
    found = [
        _altered(pile, number, by_id, rows, cards) for number, rows in enumerate(groups.values(), 1)
    ]
    return tuple(sorted(found, key=lambda a: (a.weight, a.reference.chip.anchor)))


def _altered(
    pile: Pile,
    number: int,
    by_id: Mapping[str, Saying],
    rows: list[sqlite3.Row],
    cards: Mapping[str, ActorCard],
) -> Altered:
    reference = by_id[rows[0]["reference_statement"]]
    replaced: Spans = []
    others: dict[tuple[str, tuple[Piece, ...]], Wording] = {}
    for row in rows:
        edits = json.loads(row["edits"])
        replaced += [_pair(e["reference_span"]) for e in edits if _tells(e)]
        new = sorted(_pair(e["span"]) for e in edits)
        wording = _wording(pile, by_id[row["statement"]], new, "ins", row)
        others.setdefault((wording.paper.doc, wording.pieces), wording)
    told = [reference.speaker, *(by_id[row["statement"]].speaker for row in rows)]
    speaker = next((cards[s] for s in told if s and s in cards), None)
    inside = any(w.grave for w in others.values())
    meaning = any(w.change == "meaning-changed" for w in others.values())
    return Altered(
        anchor=f"q{number}",
        speaker=speaker,
        reference=_wording(pile, reference, sorted(replaced), "del", None),
        others=tuple(others.values()),
        swaps=tuple(dict.fromkeys(swap for row in rows for swap in _swaps(row))),
        weight=(not inside, not meaning, reference.paper.number),
    )


def _pair(span: list[int]) -> tuple[int, int]:
    return int(span[0]), int(span[1])


def _tells(edit: Mapping[str, str]) -> bool:
    """Say whether the words it takes away are worth marking: not the sentences cut from the end."""
    return bool(edit["to"]) or len(edit["from"]) <= LONGEST_SWAP


def _swaps(row: sqlite3.Row) -> Iterator[tuple[str, str]]:
    for edit in json.loads(row["edits"]):
        before, after = edit["from"], edit["to"]
        short = max(len(before), len(after)) <= LONGEST_SWAP
        if row["change"] in ALTERING and before and after and short:
            yield before, after


def _wording(
    pile: Pile, saying: Saying, marks: Spans, mark: str, row: sqlite3.Row | None
) -> Wording:
    pieces: list[Piece] = []
    for start, end in saying.content:
        pieces += [Piece(" … ")] if pieces else []
        pieces += marked(saying.paper.text, start, end, marks, mark)
    return Wording(
        paper=saying.paper,
        pieces=tuple(pieces),
        direct=saying.kind != "indirect",
        chip=chip_of(pile, saying),
        change=row["change"] if row else "",
        inside_marks=bool(row["in_quotation_marks"]) if row else False,
    )
