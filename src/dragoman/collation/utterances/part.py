"""The words of a wording that an edit touches, among the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.collation.lineage.words import Word

ELLIPSES = ("…", "..", ". .")


class Part(NamedTuple):
    """Words `whole[first:last]`, none where an edit only adds; text: what they are cut from."""

    text: str
    whole: Sequence[Word]
    first: int
    last: int

    @property
    def words(self) -> Sequence[Word]:
        """The words of the part."""
        return self.whole[self.first : self.last]

    @property
    def span(self) -> tuple[int, int]:
        """From the first to the last of them, code points; of none, where they would stand."""
        if self.first < self.last:
            return self.whole[self.first].start, self.whole[self.last - 1].end
        at = self.whole[0].start if self.whole else 0
        if self.first:
            at = self.whole[self.first - 1].end
        return at, at

    @property
    def cut(self) -> str:
        """The text from the first to the last of them."""
        return self.text[slice(*self.span)]

    @property
    def is_gap(self) -> bool:
        """Whether there are none, and a trace of words left out stands in their place.

        That is an ellipsis, or words of the writer, where a statement stands in pieces.
        """
        if self.words or not 0 < self.first < len(self.whole):
            return False
        between = self.text[self.whole[self.first - 1].end : self.whole[self.first].start]
        return any(mark in between for mark in ELLIPSES) or any(map(str.isalnum, between))

    @property
    def is_gloss(self) -> bool:
        """Whether they stand in square brackets, as what an editor adds does."""
        start, end = self.span
        return (
            start < end and self.text.startswith("[", start - 1) and self.text.startswith("]", end)
        )
