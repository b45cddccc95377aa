"""How one wording became another, word by word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Levenshtein

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dragoman.collation.lineage.words import Word

# Longer replacements are rewriting, not exchange of words.
LONGEST_SWAP = 3


class Step(NamedTuple):
    """Words `before[a:b]` stand where `after[c:d]` stand; one side may be empty."""

    a: int
    b: int
    c: int
    d: int


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the words of a passage.

    kept: words that stand in both wordings, in order. swapped: words that replace as many others,
    at most three in a row. cut, added: all others, of the one and of the other wording.
    """

    kept: int = 0
    swapped: int = 0
    cut: int = 0
    added: int = 0

    @property
    def likeness(self) -> float:
        """Share of words kept, both wordings taken together, 0 to 1."""
        total = 2 * self.kept + 2 * self.swapped + self.cut + self.added
        return 2 * self.kept / total if total else 1.0


def total(tallies: Iterable[Tally]) -> Tally:
    """Sum the tallies of several passages."""
    kept = swapped = cut = added = 0
    for tally in tallies:
        kept, swapped = kept + tally.kept, swapped + tally.swapped
        cut, added = cut + tally.cut, added + tally.added
    return Tally(kept, swapped, cut, added)


def steps(before: Sequence[Word], after: Sequence[Word]) -> tuple[Step, ...]:
    """Return what changed between two wordings, in order (least edits over folded words)."""
    codes = Levenshtein.opcodes([word.form for word in before], [word.form for word in after])
    found: list[Step] = []
    for code in codes:
        if code.tag == "equal":
            continue
        step = Step(code.src_start, code.src_end, code.dest_start, code.dest_end)
        if found and found[-1].b == step.a and found[-1].d == step.c:
            step = Step(found[-1].a, step.b, found[-1].c, step.d)
            found.pop()
        found.append(step)
    return tuple(found)


def tally(words: int, found: Iterable[Step]) -> Tally:
    """Count what changed between two wordings.

    words: of the wording before. found: all steps from it to the other.
    """
    swapped = cut = added = 0
    for step in found:
        gone, come = step.b - step.a, step.d - step.c
        if gone == come <= LONGEST_SWAP:
            swapped += gone
        else:
            cut, added = cut + gone, added + come
    return Tally(words - swapped - cut, swapped, cut, added)
