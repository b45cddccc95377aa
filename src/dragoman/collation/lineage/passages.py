"""Aligned sentences joined into passages, for reading side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.model import Alignment, AlignmentKind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

# Characters that may lie between two alignments of one passage: a sentence or two that has no
# counterpart, or one too short to have been aligned.
WIDEST_GAP = 400
FURTHER = {AlignmentKind.VERBATIM: 0, AlignmentKind.EDITED: 1, AlignmentKind.REWRITTEN: 2}


def passages(alignments: Sequence[Alignment]) -> tuple[Alignment, ...]:
    """Join alignments that follow each other in both documents, in the derived one's order.

    A passage is of the kind of its most changed sentence.
    """
    joined: list[Alignment] = []
    for alignment in sorted(alignments, key=lambda found: (found.derived, found.origin)):
        if joined and _follows(joined[-1], alignment):
            joined[-1] = _joined(joined[-1], alignment)
        else:
            joined.append(alignment)
    return tuple(joined)


def _follows(before: Alignment, after: Alignment) -> bool:
    gap_derived = after.derived.start - before.derived.end
    gap_origin = after.origin.start - before.origin.end
    return 0 <= gap_derived <= WIDEST_GAP and 0 <= gap_origin <= WIDEST_GAP


def _joined(before: Alignment, after: Alignment) -> Alignment:
    return Alignment(
        Span(before.derived.start, after.derived.end),
        Span(before.origin.start, after.origin.end),
        max(before.kind, after.kind, key=FURTHER.__getitem__),
    )
