"""Labelled coverage: PolNeAR, and what is held back of our own from training."""

from __future__ import annotations

import gzip
import json
import sys
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.model import Span, Statement, StatementKind
from shared import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from dragoman.model import Passage

TRAINING = ROOT / "training" / "statements"
sys.path.insert(0, str(TRAINING))
from markup import Part, pieces  # noqa: E402 - stands beside the labelled files
from prepare import HELD, passages  # noqa: E402 - likewise

Row = dict[str, Any]
ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document as it is read, and as the scorer wants it: doc, text, attributions."""

    passages: tuple[Passage, ...]
    gold: Row

    @property
    def text(self) -> str:
        return self.gold["text"]


def polnear(path: Path) -> list[Labelled]:
    """Return the articles of a PolNeAR file, each line of them a paragraph."""
    return [Labelled(tuple(passages(row["text"])), row) for row in read_rows(path)]


def read_rows(path: Path) -> list[Row]:
    """Return the objects of a file of JSON lines."""
    opened = gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open()
    with opened as lines:
        return [json.loads(line) for line in lines if line.strip()]


def own() -> Iterator[Labelled]:
    """Yield the held-back pieces of our own coverage, with their outer statements."""
    for path in sorted(TRAINING.glob("own/*.txt")):
        for order, piece in enumerate(pieces(path)):
            if order % HELD == HELD - 1:
                found = attributions(outer(labelled(piece.parts)))
                gold = {"doc": f"{path.stem} {order}", "text": piece.text, "attributions": found}
                yield Labelled(tuple(passages(piece.text, piece.headlines)), gold)


def labelled(parts: Iterable[Part]) -> list[Statement]:
    """Return a piece's statements; only their spans are filled in."""
    found: dict[int, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for part in parts:
        found[part.statement][part.role].append(Span(part.start, part.end))
    return [
        Statement(*(tuple(sorted(spans[role])) for role in ROLES), StatementKind.INDIRECT, 1.0)
        for spans in found.values()
    ]


def outer(statements: Iterable[Statement]) -> list[Statement]:
    """Leave out what stands inside others, and quotations without any words that attribute them.

    PolNeAR has neither: its attributions have a source or a cue, and nothing is nested.
    """
    known = list(statements)
    return [
        inner
        for inner in known
        if (inner.cue or inner.source)
        and not any(
            span.holds((inner.cue or inner.source)[0])
            for other in known
            if other is not inner
            for span in other.content
        )
    ]


def attributions(statements: Iterable[Statement]) -> list[Row]:
    """Return statements as the scorer wants them."""
    return [
        {role: [[span.start, span.end] for span in getattr(one, role)] for role in ROLES}
        for one in statements
    ]
