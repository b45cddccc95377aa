"""What tells which of two dependent documents had it from the other, each kind by itself.

A sign says how likely it would be under each of three stories: the second document goes back to
the first, the first to the second, or both to a text that is neither. `direction` weighs them.
Length is no sign, and neither is the rarity of words: on human paraphrases they are right half of
the time.
"""

from dragoman.collation.lineage.signs.pair import Pair, Side
from dragoman.collation.lineage.signs.sign import Sign
from dragoman.collation.lineage.signs.signs import signs

__all__ = ["Pair", "Side", "Sign", "signs"]
