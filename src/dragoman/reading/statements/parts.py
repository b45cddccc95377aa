"""Sources, cues and contents as the encoder marks them, not yet linked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.reading.encoder.chain import Follows


class Role(Enum):
    """What a part is; the value is the label that opens it, the next one goes on with it."""

    SOURCE = 1
    CUE = 3
    CONTENT = 5


OPENS = {role.value: role for role in Role}


@dataclass(frozen=True, slots=True)
class Part:
    """A run of words in one role: the numbers of its first and last word.

    certainty: how likely it stands exactly there. presence: how likely a word of it is in that
    role at all, on average.
    """

    role: Role
    first: int
    last: int
    certainty: float
    presence: float


def parts_of(labels: Sequence[int], follows: Follows) -> Iterator[Part]:
    """Yield the parts of a sequence of labels in their order."""
    first: int | None = None
    for at, label in enumerate([*labels, 0]):
        if first is not None and label != labels[first] + 1:
            yield _part(labels, first, at - 1, follows)
            first = None
        if label in OPENS:
            first = at


def _part(labels: Sequence[int], first: int, last: int, follows: Follows) -> Part:
    """Return a part; its certainty is the chance of opening, going on so long, and ending."""
    opens = labels[first]
    certainty = float(follows.likely[first, opens])
    for at in range(first, last):
        certainty *= float(follows.steps[at, labels[at], opens + 1])
    if last < len(follows.steps):
        certainty *= 1.0 - float(follows.steps[last, labels[last], opens + 1])
    within = follows.likely[first : last + 1, [opens, opens + 1]]
    return Part(OPENS[opens], first, last, certainty, float(within.sum(-1).mean()))
