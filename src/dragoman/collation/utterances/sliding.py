"""Steps between two wordings, moved to where they read best.

Where words were left out behind a word that also ends what was left out, the step may as well
stand before it: "that [they say that] happened" is "[that they say] that happened". Two steps that
so come to touch are one (the diff slider of text comparison tools).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.collation.lineage.edits import Step, steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.collation.lineage.words import Word


def slid_steps(before: Sequence[Word], after: Sequence[Word]) -> tuple[Step, ...]:
    """Return what changed between two wordings, in order, in as few steps as sliding allows.

    A step that slides to the beginning or the end of the words stands there. Where words were
    exchanged beside a cut at the beginning or the end, cut and exchange are two steps: of
    "[I urge you to step] up" and "[move] up", as many words as the shorter has are the exchange.
    """
    found = [Step(0, 0, 0, 0)]
    end = Step(len(before), len(before), len(after), len(after))
    for step in (*steps(before, after), end):
        joined = _joined(found[-1], step, before, after)
        if joined:
            found[-1] = joined
        else:
            found.append(step)
    return tuple(
        part for step in found for part in _parted(step, end) if part.a < part.b or part.c < part.d
    )


def _joined(last: Step, step: Step, before: Sequence[Word], after: Sequence[Word]) -> Step | None:
    """Return both steps as one where the later slides back to the other, or that one forward."""
    shift = step.a - last.b
    kept = [word.form for word in before[last.b : step.a]]
    if not shift or _slides([*kept, *_run(step, before, after)], shift):
        return Step(last.a, step.b - shift, last.c, step.d - shift)
    if _slides([*_run(last, before, after), *kept], shift):
        return Step(last.a + shift, step.b, last.c + shift, step.d)
    return None


def _parted(step: Step, end: Step) -> tuple[Step, ...]:
    """Part a step at an edge into what was cut there and what was exchanged."""
    shorter = min(step.b - step.a, step.d - step.c)
    if step.a == step.c == 0:
        a, c = step.b - shorter, step.d - shorter
        return Step(0, a, 0, c), Step(a, step.b, c, step.d)
    if step.b == end.a and step.d == end.c:
        b, d = step.a + shorter, step.c + shorter
        return Step(step.a, b, step.c, d), Step(b, step.b, d, step.d)
    return (step,)


def _run(step: Step, before: Sequence[Word], after: Sequence[Word]) -> list[str]:
    """Return the words that a step only adds or only takes away, none where it exchanges."""
    if step.a < step.b and step.c < step.d:
        return []
    return [word.form for word in (*before[step.a : step.b], *after[step.c : step.d])]


def _slides(words: Sequence[str], shift: int) -> bool:
    """Say whether a run and the kept words beside it read the same when they change places."""
    return len(words) > shift and words[:shift] == words[len(words) - shift :]
