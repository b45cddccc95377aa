"""Quotations that documents word differently: all wordings stacked, the worst first."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.telling.dossier.wordings import (
    ALTERING,
    CHANGES,
    GRAVE,
    LONGEST_SWAP,
    UNCHANGED,
    Known,
    Wording,
    differs,
    other,
    reference,
    speaker_named,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dragoman.telling.dossier.actors import ActorCard
    from dragoman.telling.dossier.papers import Pile
    from dragoman.telling.dossier.sayings import Saying


@dataclass(frozen=True, slots=True)
class Altered:
    """An utterance whose wordings differ: the reference wording, and the others against it.

    swaps: words that stand for others, short ones only.
    """

    anchor: str
    speaker: ActorCard | None
    reference: Wording
    others: tuple[Wording, ...]
    swaps: tuple[tuple[str, str], ...]

    @property
    def altering(self) -> bool:
        """Say whether words stand changed inside quotation marks."""
        return any(wording.grave for wording in self.others)

    @property
    def weight(self) -> int:
        """Place of its worst wording among the classes of change."""
        return min(wording.weight for wording in self.others)

    @property
    def grave(self) -> bool:
        """Say whether it stands among the worst, and not folded behind them."""
        return self.weight < len(GRAVE)

    @property
    def spoken_by(self) -> str:
        """Name of the speaker, or the documents' words for who speaks; "" where no one is named."""
        named = (w.speaker for w in (self.reference, *self.others) if w.speaker)
        return self.speaker.name if self.speaker else next(named, "")

    @property
    def classes(self) -> tuple[str, ...]:
        """Classes of change among its wordings, the worst first."""
        return tuple(change for change in CHANGES if any(w.change == change for w in self.others))

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who prints any of its wordings."""
        wordings = (self.reference, *self.others)
        return tuple(sorted({p.paper.label for wording in wordings for p in wording.printed}))


def altered(
    pile: Pile,
    said: Iterable[Saying],
    cards: Mapping[str, ActorCard],
    pairs: Mapping[tuple[str, str], str],
) -> tuple[Altered, ...]:
    """Return the utterances that documents word differently, the worst first.

    pairs: anchors of the side-by-side views, by derived document and origin.
    """
    known = Known(pile, {saying.statement: saying for saying in said}, cards, pairs)
    groups: defaultdict[str, list[sqlite3.Row]] = defaultdict(list)
    for row in pile.connection.execute(
        "select * from variants where utterance in (select utterance from variants"
        f" where change not in ({', '.join('?' * len(UNCHANGED))})) order by utterance, statement",
        UNCHANGED,
    ):
        if row["statement"] in known.sayings and row["reference_statement"] in known.sayings:
            groups[row["utterance"]].append(row)
    listed = [rows for rows in groups.values() if any(differs(known, row) for row in rows)]
    found = [_altered(known, f"q{number}", rows) for number, rows in enumerate(listed, 1)]
    return tuple(sorted(found, key=_place))


def _place(found: Altered) -> tuple[int, int, int, str]:
    return found.weight, -len(found.outlets), found.reference.printed[0].paper.number, found.anchor


def _altered(known: Known, anchor: str, rows: Sequence[sqlite3.Row]) -> Altered:
    first = known.sayings[rows[0]["reference_statement"]]
    changed = [row for row in rows if differs(known, row)]
    groups: defaultdict[tuple[str, str, str], list[sqlite3.Row]] = defaultdict(list)
    for row in changed:
        saying = known.sayings[row["statement"]]
        spoken_by = speaker_named(known, saying) if row["change"] == "attribution-changed" else ""
        groups[row["change"], saying.words(saying.content), spoken_by].append(row)
    others = [other(known, alike) for alike in groups.values()]
    others.sort(key=lambda w: (w.weight, w.printed[0].paper.number, w.chip.start))
    told = [first.speaker, *(known.sayings[row["statement"]].speaker for row in changed)]
    return Altered(
        anchor=anchor,
        speaker=next((known.cards[s] for s in told if s and s in known.cards), None),
        reference=reference(known, first, rows),
        others=tuple(others),
        swaps=tuple(dict.fromkeys(swap for row in changed for swap in _swaps(row))),
    )


def _swaps(row: sqlite3.Row) -> Iterator[tuple[str, str]]:
    for edit in json.loads(row["edits"]):
        before, after = edit["from"], edit["to"]
        short = max(len(before), len(after)) <= LONGEST_SWAP
        if row["change"] in ALTERING and before and after and short:
            yield before, after
