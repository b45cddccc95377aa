"""Texts outside the pile that several documents go back to: what can be said of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.telling.dossier.dates import Days, days

if TYPE_CHECKING:
    from dragoman.telling.dossier.papers import Paper, Pile
    from dragoman.telling.dossier.receipts import Chip

# Code points: of a longer passage the page shows the beginning; its receipt leads to the rest.
LONGEST_PASSAGE = 600


@dataclass(frozen=True, slots=True)
class Rest:
    """A passage in which the hidden text's words stand, in one of its documents."""

    paper: Paper
    words: str
    chip: Chip


@dataclass(frozen=True, slots=True)
class Hidden:
    """A text outside the pile. before: the day it is not younger than. children: who has it."""

    number: int
    note: str
    agency: str | None
    before: Days | None
    children: tuple[Paper, ...]
    passages: tuple[Rest, ...]

    @property
    def anchor(self) -> str:
        """The page's anchor of the text."""
        return f"h{self.number}"

    @property
    def label(self) -> str:
        """What it is called."""
        return f"lost text {self.number}"


def hidden_texts(pile: Pile) -> dict[str, Hidden]:
    """Return the texts outside the pile by their ids, in the order of their first documents."""
    children: defaultdict[str, list[Paper]] = defaultdict(list)
    for name, doc in pile.connection.execute(
        "select hidden_source, derived from lineage where hidden_source is not null"
    ):
        children[name].append(pile.papers[doc])
    for listed in children.values():
        listed.sort(key=lambda paper: paper.number)
    passages: defaultdict[str, list[Rest]] = defaultdict(list)
    for name, doc, start, end in pile.connection.execute(
        'select hidden_source, doc, start, "end" from hidden_passages order by 1, number'
    ):
        passages[name].append(_rest(pile, doc, start, end))
    rows = pile.connection.execute("select * from hidden_sources").fetchall()
    rows.sort(key=lambda row: (_first(children[row["hidden_source"]]), row["hidden_source"]))
    return {
        row["hidden_source"]: Hidden(
            number=number,
            note=row["source_note"],
            agency=row["agency"],
            before=days(row["before"]),
            children=tuple(children[row["hidden_source"]]),
            passages=tuple(passages[row["hidden_source"]]),
        )
        for number, row in enumerate(rows, 1)
    }


def _first(children: list[Paper]) -> int:
    return children[0].number if children else 0


def _rest(pile: Pile, doc: str, start: int, end: int) -> Rest:
    paper = pile.papers[doc]
    words = " ".join(paper.text[start : min(end, start + LONGEST_PASSAGE)].split())
    if end - start > LONGEST_PASSAGE:
        words += " …"
    return Rest(paper, words, pile.receipts.chip(doc, start, end))
