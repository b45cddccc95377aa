"""The words of two wordings set against each other, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.collation.utterances.exchange import Exchange
from dragoman.collation.utterances.meaning import turns
from dragoman.collation.utterances.part import Part
from dragoman.collation.utterances.pieces import strange_words
from dragoman.collation.utterances.saying import wording
from dragoman.collation.utterances.sliding import slid_steps
from dragoman.model import Change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.collation.lineage.words import Word
    from dragoman.collation.utterances.saying import Saying
    from dragoman.model import Edit


@dataclass(frozen=True, slots=True)
class Compared:
    """Words of a reference wording and of another.

    altering: where words were exchanged, dropped or added and nothing shows it. showing: where
    words were left out openly, or stand in a piece that the other wording does not have.
    """

    reference: Saying
    saying: Saying
    before: tuple[Word, ...]
    after: tuple[Word, ...]
    altering: tuple[Exchange, ...]
    showing: tuple[Exchange, ...]

    @property
    def change(self) -> Change:
        """How grave the alteration is."""
        turned = any(turns(exchange.gone, exchange.come) for exchange in self.altering)
        return Change.MEANING_CHANGED if turned else Change.WORD_CHANGED

    @property
    def quoted(self) -> bool:
        """Whether some of the altered words stand in quotation marks in either wording."""
        first, second = _quoted(self.reference), _quoted(self.saying)
        return any(
            not first.isdisjoint(exchange.gone.words) or not second.isdisjoint(exchange.come.words)
            for exchange in self.altering
        )

    @property
    def edits(self) -> Iterator[Edit]:
        """All exchanges, as they stand in the texts."""
        return (exchange.edit for exchange in (*self.altering, *self.showing))


def compared(
    reference: Saying, before: tuple[Word, ...], saying: Saying, after: tuple[Word, ...]
) -> Compared:
    """Compare words of two statements; other spellings, and glosses in brackets, alter nothing."""
    steps = slid_steps(before, after)
    gone = strange_words(before, reference.quotations, [range(s.a, s.b) for s in steps])
    come = strange_words(after, saying.quotations, [range(s.c, s.d) for s in steps])
    altering: list[Exchange] = []
    showing: list[Exchange] = []
    for step in steps:
        exchange = Exchange(
            Part(reference.text, before, step.a, step.b), Part(saying.text, after, step.c, step.d)
        )
        if exchange.immaterial:
            continue
        strange = gone.issuperset(range(step.a, step.b)) and come.issuperset(range(step.c, step.d))
        (showing if strange or exchange.shows else altering).append(exchange)
    return Compared(reference, saying, before, after, tuple(altering), tuple(showing))


def _quoted(saying: Saying) -> frozenset[Word]:
    known = wording(saying)
    return frozenset(known.words) if known.in_marks else frozenset()
