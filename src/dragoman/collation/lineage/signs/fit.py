"""What only one of two documents has belongs to the story, or was put in by somebody.

What a copier leaves out still speaks of what he keeps. What he puts in is furniture, filler, or
another story around the excerpt. So the document whose own text has more in common with the
shared text is the older.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.collation.lineage.signs.sign import Sign
from dragoman.collation.lineage.words import rarity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.collation.lineage.signs.pair import Pair, Side

# Words of own text below which nothing is said, and the fit then supposed: between that of what
# was cut (0.33 on average in the planted families) and of what was put in (0.15).
LEAST_WORDS, SUPPOSED = 25, 0.22
# Log odds by difference in fit, and the most that is claimed.
STEEPNESS, MOST = 6.0, 1.5
# Below, the reason would not convince anybody.
LEAST_TOLD = 0.3


def by_fit(pair: Pair) -> Iterator[Sign]:
    """Compare how well each document's own text fits what they share."""
    first, second = _fit(pair.first), _fit(pair.second)
    odds = max(-MOST, min(MOST, STEEPNESS * (first - second)))
    if abs(odds) >= LEAST_TOLD:
        fits = ((first, pair.first.text.doc), (second, pair.second.text.doc))
        (low, newer), (high, older) = fits if odds < 0 else fits[::-1]
        if abs(high - SUPPOSED) >= abs(low - SUPPOSED):
            reason = f"what only {older} has belongs to the story"
        else:
            reason = f"what only {newer} has is foreign to the story"
        yield Sign(odds / 2, -odds / 2, 0.0, reason)


def _fit(side: Side) -> float:
    """Return the share of the own text's content words that the shared text has, by rarity."""
    if sum(len(sentence.words) for sentence in side.alone) < LEAST_WORDS:
        return SUPPOSED
    shared = frozenset[str]().union(*(side.sentences[i].content for i in sorted(side.shared)))
    own = [stem for sentence in side.alone for stem in sentence.content]
    mass = sum(map(rarity, own))
    return sum(rarity(stem) for stem in own if stem in shared) / mass if mass else SUPPOSED
