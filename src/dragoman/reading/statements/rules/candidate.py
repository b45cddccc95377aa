"""What a rule proposes: a statement still in the paragraph's own offsets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.reading.statements.lexicon import Cue
    from dragoman.reading.statements.ranges import Range


@dataclass(slots=True)
class Candidate:
    """A statement as a rule found it.

    anchor: the cue's token. rule: which rule found it. source, cue and content: ranges of
    characters, in the paragraph until the paragraph is done, then in the document.
    """

    anchor: int
    word: Cue | None
    rule: str
    source: list[Range]
    cue: list[Range]
    content: list[Range]

    @property
    def place(self) -> Range:
        """Return where its cue stands."""
        return self.cue[0]

    @property
    def spoken(self) -> bool:
        """Say whether its content is in words that could be quoted."""
        return self.word is None or self.word.spoken

    def shift(self, by: int) -> None:
        """Move all places `by` characters further on."""
        self.source = [(start + by, end + by) for start, end in self.source]
        self.cue = [(start + by, end + by) for start, end in self.cue]
        self.content = [(start + by, end + by) for start, end in self.content]
