"""What became of the words of a passage, as edits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.model import Edit
from dragoman.telling.dossier.wording import compared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.collation.lineage.words import Word

Span = tuple[int, int]


def edits(
    origin: str, origin_span: Span | None, derived: str, derived_span: Span | None, kind: str
) -> tuple[Edit, ...]:
    """Return the words exchanged, dropped and added between two aligned passages, in order.

    None in what is verbatim or stands alone, nor in a passage too long to be read word by word.
    Spelling, case and typing apart, as everywhere.
    """
    if origin_span is None or derived_span is None:
        return ()
    before, after, steps = compared(origin, origin_span, derived, derived_span, kind)
    found = []
    for step in steps:
        gone = _place(before, step.a, step.b, origin_span)
        come = _place(after, step.c, step.d, derived_span)
        found.append(Edit(origin[slice(*gone)], derived[slice(*come)], come, gone))
    return tuple(found)


def _place(listed: Sequence[Word], first: int, last: int, within: Span) -> Span:
    """Return where `listed[first:last]` stand; of no words, where they would."""
    if first < last:
        return listed[first].start, listed[last - 1].end
    if first < len(listed):
        return listed[first].start, listed[first].start
    at = listed[-1].end if listed else within[0]
    return at, at
