"""The words of two wordings set against each other, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.collation.utterances.meaning import turns
from dragoman.collation.utterances.pieces import strange_words
from dragoman.collation.utterances.ruins import spelled_alike
from dragoman.collation.utterances.saying import wording
from dragoman.collation.utterances.sliding import slid_steps
from dragoman.model import Change, Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.collation.lineage.edits import Step
    from dragoman.collation.lineage.words import Word
    from dragoman.collation.utterances.saying import Saying

# A passage in the place of another is no exchange of words when it has so many times the words,
# and more words than one sets in another's place.
OUT_OF_PROPORTION, MOST_EXCHANGED = 3, 6
ELLIPSES = ("…", "..", ". .")


@dataclass(frozen=True, slots=True)
class Compared:
    """Words of a reference wording and of another.

    altering: steps that exchange, drop or add words where nothing shows it. showing: those that
    cut or add at an edge, or where an ellipsis or the writer's own words stand.
    """

    reference: Saying
    saying: Saying
    before: tuple[Word, ...]
    after: tuple[Word, ...]
    altering: tuple[Step, ...]
    showing: tuple[Step, ...]

    @property
    def altered(self) -> bool:
        """Whether words were exchanged, dropped or added."""
        return bool(self.altering)

    @property
    def shortened(self) -> bool:
        """Whether one of the wordings holds more of what was said."""
        return bool(self.showing)

    @property
    def change(self) -> Change:
        """How grave the alteration is."""
        turned = any(
            turns(self.reference.text, self.before, self.saying.text, self.after, step)
            for step in self.altering
        )
        return Change.MEANING_CHANGED if turned else Change.WORD_CHANGED

    @property
    def quoted(self) -> bool:
        """Whether some of the altered words stand in quotation marks in either wording."""
        first, second = _quoted(self.reference), _quoted(self.saying)
        return any(
            not first.isdisjoint(self.before[step.a : step.b])
            or not second.isdisjoint(self.after[step.c : step.d])
            for step in self.altering
        )

    @property
    def added(self) -> Iterator[Sequence[Word]]:
        """Words that one of the wordings has beyond the other."""
        return (self.after[step.c : step.d] for step in self.showing if step.a == step.b)

    @property
    def edits(self) -> Iterator[Edit]:
        """All steps, as they stand in the texts."""
        return (_edit(self, step) for step in (*self.altering, *self.showing))


def compared(
    reference: Saying, before: tuple[Word, ...], saying: Saying, after: tuple[Word, ...]
) -> Compared:
    """Compare words of two statements; other spellings, and glosses in brackets, alter nothing."""
    altering, showing = [], []
    found = slid_steps(before, after)
    gone = strange_words(before, reference.quotations, (range(s.a, s.b) for s in found))
    come = strange_words(after, saying.quotations, (range(s.c, s.d) for s in found))
    for step in found:
        if _immaterial(reference.text, before[step.a : step.b], saying.text, after[step.c : step.d]):
            continue
        strange = gone.issuperset(range(step.a, step.b)) and come.issuperset(range(step.c, step.d))
        shows = _one_sided(step) and (
            _at_edge(step, len(before), len(after))
            or _gap(reference.text, before, step.a, step.b)
            or _gap(saying.text, after, step.c, step.d)
        )
        (showing if shows or strange else altering).append(step)
    return Compared(reference, saying, before, after, tuple(altering), tuple(showing))


def _immaterial(text: str, before: Sequence[Word], other: str, after: Sequence[Word]) -> bool:
    """Say whether only the spelling differs, or an editor's brackets."""
    return (
        spelled_alike(text, before, other, after) or _glossed(text, before) or _glossed(other, after)
    )


def _one_sided(step: Step) -> bool:
    """Say whether words were cut or added, or a passage stands where a few words were."""
    gone, come = step.b - step.a, step.d - step.c
    long, short = max(gone, come), min(gone, come)
    return not short or (long > MOST_EXCHANGED and long >= OUT_OF_PROPORTION * short)


def _at_edge(step: Step, before: int, after: int) -> bool:
    return step.a == step.c == 0 or (step.b == before and step.d == after)


def _gap(text: str, words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether words left out at a place leave a trace there.

    That is an ellipsis, or words of the writer, where the statement stands in pieces.
    """
    if first < last or not 0 < first < len(words):
        return False
    between = text[words[first - 1].end : words[first].start]
    return any(mark in between for mark in ELLIPSES) or any(map(str.isalnum, between))


def _glossed(text: str, words: Sequence[Word]) -> bool:
    """Say whether words stand in square brackets, as what an editor adds does."""
    if not words:
        return False
    start, end = words[0].start, words[-1].end
    return text.startswith("[", start - 1) and text.startswith("]", end)


def _quoted(saying: Saying) -> frozenset[Word]:
    known = wording(saying)
    return frozenset(known.words) if known.in_marks else frozenset()


def _edit(compared: Compared, step: Step) -> Edit:
    reference_span = _place(compared.before, step.a, step.b)
    span = _place(compared.after, step.c, step.d)
    return Edit(
        before=compared.reference.text[slice(*reference_span)],
        after=compared.saying.text[slice(*span)],
        span=span,
        reference_span=reference_span,
    )


def _place(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """Return where `words[first:last]` stand; of no words, where they would."""
    if first < last:
        return words[first].start, words[last - 1].end
    if not words:
        return 0, 0
    at = words[first].start if first < len(words) else words[-1].end
    return at, at
