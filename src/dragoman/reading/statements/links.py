"""Which cue a content belongs to, and which source a cue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dragoman.reading.statements.parts import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dragoman.reading.encoder.encoder import Seen
    from dragoman.reading.statements.parts import Part


@dataclass(frozen=True, slots=True)
class Linked:
    """Parts that make one statement, and how likely their links are.

    cue: None for contents that lead to none in reach. source: None where nobody is named.
    """

    source: Part | None
    cue: Part | None
    contents: tuple[Part, ...]
    to_source: float
    to_cue: float


def link(parts: Sequence[Part], seen: Seen) -> list[Linked]:
    """Return the statements of a stretch, in the order of their cues; loose contents last."""
    cues = [part for part in parts if part.role is Role.CUE]
    sources = [part for part in parts if part.role is Role.SOURCE]
    held: dict[int, list[tuple[Part, float]]] = {}
    for content in (part for part in parts if part.role is Role.CONTENT):
        chances = _chances(seen, content, cues)
        chosen = int(chances.argmax()) - 1
        held.setdefault(chosen, []).append((content, float(chances[chosen + 1])))
    return [
        _linked(cues[number] if number >= 0 else None, held[number], sources, seen)
        for number in sorted(held, key=lambda number: (number < 0, number))
    ]


def _linked(
    cue: Part | None, contents: Sequence[tuple[Part, float]], sources: Sequence[Part], seen: Seen
) -> Linked:
    source, to_source = None, 1.0
    if cue is not None:
        chances = _chances(seen, cue, sources)
        chosen = int(chances.argmax())
        source = sources[chosen - 1] if chosen else None
        to_source = float(chances[chosen])
    parts = tuple(part for part, _ in contents)
    return Linked(source, cue, parts, to_source, min(chance for _, chance in contents))


def _chances(seen: Seen, part: Part, targets: Sequence[Part]) -> NDArray[np.float32]:
    """Return how likely a part leads nowhere, and to each of the targets, by their first words."""
    words = [target.first for target in targets]
    ends = np.vstack([seen.nowhere, seen.reached[words]])
    scores = ends @ seen.leaving[part.first] / np.sqrt(len(seen.nowhere))
    odds = np.exp(scores - scores.max())
    chances: NDArray[np.float32] = odds / odds.sum()
    return chances
