"""The receipts that the page shows: each has a place in the documents' texts to jump to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chip:
    """A receipt as a link: `doc#start-end`, and the page's anchor of these characters."""

    doc: str
    start: int
    end: int
    anchor: str


class Receipts:
    """Gives out chips, and remembers which places of which text need an anchor."""

    def __init__(self, numbers: dict[str, int]) -> None:
        self._numbers = numbers
        self._asked: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)

    def chip(self, doc: str, start: int, end: int) -> Chip:
        """Return the chip of `doc#start-end`, in code points."""
        self._asked[doc].add((start, end))
        return Chip(doc, start, end, f"d{self._numbers[doc]}-{start}-{end}")

    def places(self, doc: str) -> list[tuple[int, int]]:
        """Return the places asked for in a document, in order."""
        return sorted(self._asked[doc])
