"""Offsets as browsers, Java and .NET count them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from dragoman.errors import SpanError

ASTRAL = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Utf16:
    """Turns code point offsets of one text into UTF-16 offsets, and back.

    chars: the text's length in code points. astral: offsets of its characters beyond U+FFFF,
    which take two code units each.
    """

    chars: int
    astral: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Utf16:
        """Return the offsets of a text."""
        return cls(len(text), tuple(match.start() for match in ASTRAL.finditer(text)))

    def from_code_points(self, offset: int) -> int:
        """Return the UTF-16 offset of a border between two code points.

        Raises:
            SpanError: the offset lies outside the text.
        """
        if not 0 <= offset <= self.chars:
            raise SpanError.inside_character(offset)
        return offset + bisect_left(self.astral, offset)

    def to_code_points(self, offset: int) -> int:
        """Return the code point offset of a UTF-16 offset.

        Raises:
            SpanError: the offset lies outside the text or inside a surrogate pair.
        """
        # Wide character k begins at UTF-16 offset astral[k] + k.
        wide = bisect_left(range(len(self.astral)), offset, key=lambda k: self.astral[k] + k)
        found = offset - wide
        if not 0 <= found <= self.chars or found + bisect_left(self.astral, found) != offset:
            raise SpanError.inside_character(offset)
        return found
