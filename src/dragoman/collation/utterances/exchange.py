"""Words of one wording that gave way to words of another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.collation.utterances.ruins import spelled_alike
from dragoman.model import Edit

if TYPE_CHECKING:
    from dragoman.collation.utterances.part import Part

# A passage in the place of another is no exchange of words when it has so many times the words,
# and more words than one sets in another's place.
OUT_OF_PROPORTION, MOST_EXCHANGED = 3, 6


class Exchange(NamedTuple):
    """`come` stands where `gone` stood; one of them may have no words."""

    gone: Part
    come: Part

    @property
    def immaterial(self) -> bool:
        """Whether only the spelling differs, or what an editor put in brackets."""
        return self.gone.is_gloss or self.come.is_gloss or spelled_alike(self.gone, self.come)

    @property
    def shows(self) -> bool:
        """Whether words were left out at the beginning or the end, or where a trace tells it.

        So too where a whole passage stands in the place of a few words.
        """
        counts = len(self.gone.words), len(self.come.words)
        if min(counts) and not _out_of_proportion(*counts):
            return False
        return self._at_edge or self.gone.is_gap or self.come.is_gap

    @property
    def _at_edge(self) -> bool:
        begins = self.gone.first == self.come.first == 0
        ends = (part.last == len(part.whole) for part in self)
        return begins or all(ends)

    @property
    def edit(self) -> Edit:
        """The exchange as it stands in the texts."""
        return Edit(self.gone.cut, self.come.cut, self.come.span, self.gone.span)


def _out_of_proportion(gone: int, come: int) -> bool:
    long, short = max(gone, come), min(gone, come)
    return long > MOST_EXCHANGED and long >= OUT_OF_PROPORTION * short
