"""Pieces of a quotation: what stands in one pair of marks, with the writer's words between."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from dragoman.collation.lineage.words import rarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dragoman.collation.lineage.words import Word
    from dragoman.model import Span

# Share of a piece that has to be found in the other wording for it to be the same piece.
LEAST_KEPT = 0.34


def strange_words(
    words: Sequence[Word], quotations: Sequence[Span], changed: Iterable[range]
) -> frozenset[int]:
    """Return which of the words stand in pieces that the other wording does not have.

    changed: what of the words the other wording lacks. A quotation in one piece has no such
    words, whatever became of it: it is all that is compared.
    """
    if len(quotations) < 2:  # noqa: PLR2004 - one piece is not several
        return frozenset()
    placed: defaultdict[int, list[int]] = defaultdict(list)
    for index, word in enumerate(words):
        placed[bisect_right(quotations, word.start, key=lambda span: span.start)].append(index)
    if len(placed) == 1:
        return frozenset()
    lost = {index for part in changed for index in part}
    return frozenset(
        index for piece in placed.values() if _strange(words, piece, lost) for index in piece
    )


def _strange(words: Sequence[Word], piece: Sequence[int], lost: set[int]) -> bool:
    whole = sum(rarity(words[index].stem) for index in piece)
    kept = sum(rarity(words[index].stem) for index in piece if index not in lost)
    return kept < LEAST_KEPT * whole
