"""Which cue a content belongs to, and which source a cue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dragoman.reading.statements.parts import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dragoman.reading.statements.parts import Part


@dataclass(frozen=True, slots=True)
class Ends:
    """The two ends of arcs that the encoder gives each word, of shape (words, width).

    leaving: of a word that leads somewhere. reached: of a word that is led to. nowhere: what
    stands for "to no word here", of shape (width,).
    """

    leaving: NDArray[np.float32]
    reached: NDArray[np.float32]
    nowhere: NDArray[np.float32]

    def chances(self, part: Part, targets: Sequence[Part]) -> NDArray[np.float32]:
        """Return how likely a part leads nowhere, and to each of the targets."""
        words = [target.first for target in targets]
        ends = np.vstack([self.nowhere, self.reached[words]])
        scores = ends @ self.leaving[part.first] / np.sqrt(len(self.nowhere))
        odds = np.exp(scores - scores.max())
        return odds / odds.sum()


@dataclass(frozen=True, slots=True)
class Linked:
    """Parts that make one statement, and how sure the links are.

    cue: None for contents that lead to none in reach. source: None where nobody is named.
    """

    source: Part | None
    cue: Part | None
    contents: tuple[Part, ...]
    to_source: float
    to_cue: float


def link(parts: Sequence[Part], ends: Ends) -> list[Linked]:
    """Return the statements of a stretch, in the order of their cues; loose contents last."""
    cues = [part for part in parts if part.role is Role.CUE]
    sources = [part for part in parts if part.role is Role.SOURCE]
    held: dict[int, list[tuple[Part, float]]] = {}
    for content in (part for part in parts if part.role is Role.CONTENT):
        chances = ends.chances(content, cues)
        chosen = int(chances.argmax()) - 1
        held.setdefault(chosen, []).append((content, float(chances[chosen + 1])))
    return [
        _linked(cues[number] if number >= 0 else None, held[number], sources, ends)
        for number in sorted(held, key=lambda number: (number < 0, number))
    ]


def _linked(
    cue: Part | None, contents: Sequence[tuple[Part, float]], sources: Sequence[Part], ends: Ends
) -> Linked:
    source, to_source = None, 1.0
    if cue is not None:
        chances = ends.chances(cue, sources)
        chosen = int(chances.argmax())
        source = sources[chosen - 1] if chosen else None
        to_source = float(chances[chosen])
    parts = tuple(part for part, _ in contents)
    return Linked(source, cue, parts, to_source, min(chance for _, chance in contents))
