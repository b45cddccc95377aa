"""A page, taken apart: its blocks, what part each is, and the facts its lines tell."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dragoman.model import Span
    from dragoman.sources.imprint.blocks import Block
    from dragoman.sources.imprint.facts import Fact


class Part(Enum):
    """What a block is to its page."""

    TITLE = auto()
    DECK = auto()
    HEADING = auto()
    AUTHOR_LINE = auto()
    AUTHOR_NOTE = auto()
    CREDIT = auto()
    DATE = auto()
    BODY = auto()
    CAPTION = auto()
    LABEL = auto()
    SECTION = auto()
    FURNITURE = auto()
    NOTE = auto()
    REFERENCE = auto()
    MARKED = auto()


@dataclass(frozen=True, slots=True)
class Page:
    """A text with its parts. `parts` has one entry per block; `facts` stand in the text's order.

    first, last: the first and the last block of the running text; where there is none, both
    are the number of blocks.
    """

    text: str
    blocks: tuple[Block, ...]
    parts: tuple[Part, ...]
    facts: tuple[Fact, ...]
    first: int
    last: int
    stated: Mapping[str, str]

    def of(self, *parts: Part) -> Iterator[Block]:
        """Yield the blocks that are one of these parts."""
        return (b for b, part in zip(self.blocks, self.parts, strict=True) if part in parts)

    def said(self, *fields: str) -> Iterator[Fact]:
        """Yield the facts of these fields."""
        return (fact for fact in self.facts if fact.field in fields)


@dataclass(frozen=True, slots=True)
class Found:
    """A value and the span that says so; without a span, the format stated it."""

    value: str
    span: Span | None = None
