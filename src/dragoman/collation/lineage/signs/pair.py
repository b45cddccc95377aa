"""Two documents whose sentences have been matched."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dragoman.collation.lineage.edits import steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.collation.lineage.edits import Step
    from dragoman.collation.lineage.matching import Match
    from dragoman.collation.lineage.text import Sentence, Text
    from dragoman.collation.lineage.words import Word


@dataclass(frozen=True)
class Side:
    """One of the two: its sentences, and which of them (indexes) the other has as well."""

    text: Text
    sentences: Sequence[Sentence]
    shared: frozenset[int]

    @cached_property
    def length(self) -> int:
        """Words of all sentences."""
        return sum(len(sentence.words) for sentence in self.sentences)

    @cached_property
    def alone(self) -> tuple[Sentence, ...]:
        """Return the sentences that the other document does not have."""
        return tuple(s for i, s in enumerate(self.sentences) if i not in self.shared)

    @cached_property
    def coverage(self) -> float:
        """Share of its words in sentences that the other document has, 0 to 1."""
        return 1 - sum(len(s.words) for s in self.alone) / self.length if self.length else 0.0


@dataclass(frozen=True)
class Pair:
    """Two documents and their matching sentences (`a` of the first, `b` of the second)."""

    first: Side
    second: Side
    matches: Sequence[Match]

    @classmethod
    def of(
        cls,
        texts: tuple[Text, Text],
        sentences: tuple[Sequence[Sentence], Sequence[Sentence]],
        matches: Sequence[Match],
    ) -> Pair:
        """Set two documents side by side."""
        first = Side(texts[0], sentences[0], frozenset(match.a for match in matches))
        second = Side(texts[1], sentences[1], frozenset(match.b for match in matches))
        return cls(first, second, matches)

    @cached_property
    def aligned(self) -> tuple[tuple[tuple[Word, ...], tuple[Word, ...], tuple[Step, ...]], ...]:
        """The words of each matched sentence in both documents, and what changed between them."""
        found = []
        for match in self.matches:
            a, b = self.first.sentences[match.a].words, self.second.sentences[match.b].words
            found.append((a, b, steps(a, b)))
        return tuple(found)
