"""A text in blocks: paragraphs, headings, single lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.model import PassageKind, Span
from dragoman.sources.imprint.wrapping import Wrapping

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.model import Passage

# Whatever `str.splitlines` takes for the end of a line.
LINE_ENDS = str.maketrans(dict.fromkeys("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch without white space at its edges.

    words: the stretch with line ends as spaces, so that offsets into it are offsets into the
    stretch. marked: the kind that the format told.
    """

    span: Span
    words: str
    marked: PassageKind | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text: where it begins, its words bare of white space at the edges."""

    start: int
    words: str
    indent: int

    @property
    def end(self) -> int:
        """Return where the words end."""
        return self.start + len(self.words)


def blocks_of(text: str, marked: Sequence[Passage]) -> tuple[Block, ...]:
    """Return the blocks of a text; together they hold all that is no white space.

    Lines are blocks, except where the text is hard-wrapped: there the lines of a paragraph are
    joined. Passages that the format marked are blocks of their own.
    """
    blocks: list[Block] = []
    for start, end, kind in _stretches(len(text), marked):
        lines = list(_lines(text, start, end))
        wrapping = Wrapping([line.words for line in lines], [line.indent for line in lines])
        blocks.extend(_joined(text, lines, wrapping, kind))
    return tuple(blocks)


def _stretches(
    length: int, marked: Sequence[Passage]
) -> Iterator[tuple[int, int, PassageKind | None]]:
    """Yield the marked stretches and those between them; of two that overlap, the rest of one."""
    place = 0
    for passage in marked:
        start, end = max(place, passage.span.start), passage.span.end
        if start > place:
            yield place, start, None
        if end > start:
            yield start, end, passage.kind
        place = max(place, end)
    if length > place:
        yield place, length, None


def _lines(text: str, start: int, end: int) -> Iterator[Line]:
    for line in text[start:end].splitlines(keepends=True):
        words = line.strip()
        indent = len(line) - len(line.lstrip()) if words else 0
        yield Line(start + indent, words, indent)
        start += len(line)


def _joined(
    text: str, lines: list[Line], wrapping: Wrapping, kind: PassageKind | None
) -> Iterator[Block]:
    first: Line | None = None
    for number, line in enumerate(lines):
        if not line.words:
            continue
        first = first or line
        if wrapping.joins(number):
            continue
        span = Span(first.start, line.end)
        yield Block(span, span.cut(text).translate(LINE_ENDS), kind)
        first = None
