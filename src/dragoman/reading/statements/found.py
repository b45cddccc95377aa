"""A statement that the encoder found, placed in its document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.reading.statements.links import Linked
    from dragoman.reading.statements.ranges import Range


@dataclass(slots=True)
class Found:
    """Where the parts of a statement stand in the document, and how it was found.

    linked: its parts and links as the encoder saw them; None for a quotation that nothing
    attributes. nested: whether it was found inside another's content.
    """

    source: list[Range]
    cue: list[Range]
    content: list[Range]
    linked: Linked | None = None
    nested: bool = False

    @property
    def place(self) -> Range:
        """Return where its cue stands; without one, its words."""
        return (self.cue or self.content)[0]
