"""A document that breaks off where the other goes on was cut from the end.

Papers cut agency copy from below; writers seldom lengthen a text they copy by its end alone.
"""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from dragoman.collation.lineage.signs.sign import Sign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.collation.lineage.signs.pair import Pair, Side

# All but this share of the shorter document stands in the longer.
WHOLE = 0.9
# Share of the longer after the last shared sentence, and the most that may be missing before it.
LEAST_TAIL, MOST_BEFORE = 0.15, 0.1
# How often such a pair is met among documents cut from the other, lengthened from the other, and
# both cut or edited from a third (planted families: 18 and 2 of 174 direct pairs, 9 of 20).
CUT = (log(0.12), log(0.02), log(0.25))


def by_cut(pair: Pair) -> Iterator[Sign]:
    """Say which document is the beginning of the other."""
    for derived, short, long in (
        (True, pair.second, pair.first),
        (False, pair.first, pair.second),
    ):
        if short.coverage >= WHOLE and _begins(long):
            reason = f"{short.text.doc} breaks off where {long.text.doc} goes on"
            yield Sign.of(CUT, reason, derived=derived)


def _begins(side: Side) -> bool:
    """Say whether all that is shared is the document's beginning."""
    last = max(side.shared)
    lengths = [len(sentence.words) for sentence in side.sentences]
    before = sum(n for i, n in enumerate(lengths[:last]) if i not in side.shared)
    tail = sum(lengths[last + 1 :])
    return tail >= LEAST_TAIL * side.length and before <= MOST_BEFORE * side.length
