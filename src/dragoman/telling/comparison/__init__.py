"""Any two documents side by side: what one took from the other, and what it made of it."""

from dragoman.telling.comparison.comparison import Comparison, Counterpart, Side, compare

__all__ = ["Comparison", "Counterpart", "Side", "compare"]
