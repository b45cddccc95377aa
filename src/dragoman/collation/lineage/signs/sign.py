"""A sign of who had it from whom."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    """A fact and its log likelihood under each story, up to a constant.

    second: that the second document is derived from the first. first: that the first is derived
    from the second. apart: that neither is, and both have it from elsewhere.
    """

    second: float
    first: float
    apart: float
    reason: str

    @classmethod
    def of(cls, likelihoods: tuple[float, float, float], reason: str, *, derived: bool) -> Sign:
        """Make a sign of log likelihoods: of the one story, of its reverse, of neither.

        derived: whether the one story is that the second document is derived from the first.
        """
        one, reverse, apart = likelihoods
        return cls(one, reverse, apart, reason) if derived else cls(reverse, one, apart, reason)
