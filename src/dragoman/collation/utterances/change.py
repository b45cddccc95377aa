"""What happened to an utterance's words between the reference wording and another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dragoman.collation.lineage.edits import steps
from dragoman.collation.lineage.words import fold, stem
from dragoman.collation.utterances.saying import wording
from dragoman.knowledge import table
from dragoman.model import Change, Edit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.collation.lineage.edits import Step
    from dragoman.collation.lineage.words import Word
    from dragoman.collation.utterances.saying import Saying

CONTRACTED_NOT = "n't"


@dataclass(frozen=True, slots=True)
class Changed:
    """How a wording differs from the reference: the gravest change, and all edits."""

    change: Change
    edits: tuple[Edit, ...]


def changed(reference: Saying, saying: Saying) -> Changed:
    """Compare a statement with the reference wording of the same utterance."""
    before, after = wording(reference).words, wording(saying).words
    found = steps(before, after)
    edits = tuple(_edit(reference, saying, before, after, step) for step in found)
    return Changed(_change(reference, saying, before, after, found), edits)


def _change(
    reference: Saying,
    saying: Saying,
    before: Sequence[Word],
    after: Sequence[Word],
    found: Sequence[Step],
) -> Change:
    if reference.speaker and saying.speaker and reference.speaker != saying.speaker:
        return Change.ATTRIBUTION_CHANGED
    marked, now_marked = wording(reference).in_marks, wording(saying).in_marks
    if marked != now_marked:
        return Change.MARKS_DROPPED if marked else Change.MARKS_ADDED
    if not found:
        alike = _characters(reference, before) == _characters(saying, after)
        return Change.SAME if alike else Change.PUNCTUATION
    inner = [step for step in found if not _at_edge(step, len(before), len(after))]
    if any(_turns(before[s.a : s.b], after[s.c : s.d]) for s in inner):
        return Change.MEANING_CHANGED
    one_sided = all(s.a == s.b for s in found) or all(s.c == s.d for s in found)
    return Change.TRUNCATED if one_sided or not inner else Change.WORD_CHANGED


def _at_edge(step: Step, before: int, after: int) -> bool:
    """Say whether a step only cuts or adds words at the beginning or the end."""
    one_sided = step.a == step.b or step.c == step.d
    return one_sided and (step.a == step.c == 0 or (step.b == before and step.d == after))


def _characters(saying: Saying, words: Sequence[Word]) -> str:
    """Return what stands from the first to the last word, typing apart."""
    if not words:
        return ""
    cut = saying.text[words[0].start : words[-1].end]
    return " ".join(fold(piece) for piece in cut.split())


def _turns(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """Say whether an edit changes a negation, a number, a modality, or says the opposite."""
    if _meanings(before) != _meanings(after):
        return True
    gone, come = ({word.stem for word in words} for words in (before, after))
    pairs = _opposites()
    return any((first, second) in pairs for first in gone for second in come)


def _meanings(words: Sequence[Word]) -> list[str]:
    return sorted(meaning for word in words for meaning in _meaning(word.form))


@cache
def _meaning(form: str) -> tuple[str, ...]:
    """Return what a word contributes of negation, number and modality."""
    known = _meaning_words()
    if form.endswith(CONTRACTED_NOT):
        base = known.get(form.removesuffix(CONTRACTED_NOT))
        return (*((base,) if base else ()), known[CONTRACTED_NOT])
    if form[:1].isdigit():
        return (f"number {form}",)
    return (known[form],) if form in known else ()


@cache
def _meaning_words() -> dict[str, str]:
    rows = table("meaning_words")
    return {row["word"]: f"{row['kind']} {row['group'] or row['word']}" for row in rows}


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    pairs = {(stem(row["first"]), stem(row["second"])) for row in table("antonyms")}
    return frozenset(pairs | {(second, first) for first, second in pairs})


def _edit(
    reference: Saying, saying: Saying, before: Sequence[Word], after: Sequence[Word], step: Step
) -> Edit:
    reference_span = _place(before, step.a, step.b)
    span = _place(after, step.c, step.d)
    return Edit(
        before=reference.text[slice(*reference_span)],
        after=saying.text[slice(*span)],
        span=span,
        reference_span=reference_span,
    )


def _place(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """Return where `words[first:last]` stand; of no words, where they would."""
    if first < last:
        return words[first].start, words[last - 1].end
    at = words[first].start if first < len(words) else words[-1].end
    return at, at
