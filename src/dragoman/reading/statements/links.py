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

    source: None where nobody is named.
    """

    source: Part | None
    cue: Part
    contents: tuple[Part, ...]
    to_source: float
    to_cue: float


def link(parts: Sequence[Part], seen: Seen) -> list[Linked]:
    """Return the statements of a stretch by their cues, which may have no content in it.

    Contents that lead to no cue are left out: what they quote is found again by its marks.
    """
    cues = [part for part in parts if part.role is Role.CUE]
    sources = [part for part in parts if part.role is Role.SOURCE]
    held: dict[int, list[tuple[Part, float]]] = {}
    for content in (part for part in parts if part.role is Role.CONTENT):
        chances = _chances(seen, content, cues)
        chosen = int(chances.argmax()) - 1
        held.setdefault(chosen, []).append((content, float(chances[chosen + 1])))
    return [_linked(cue, held.get(number, []), sources, seen) for number, cue in enumerate(cues)]


def _linked(
    cue: Part, contents: Sequence[tuple[Part, float]], sources: Sequence[Part], seen: Seen
) -> Linked:
    chances = _chances(seen, cue, sources)
    chosen = int(chances.argmax())
    return Linked(
        source=sources[chosen - 1] if chosen else None,
        cue=cue,
        contents=tuple(part for part, _ in contents),
        to_source=float(chances[chosen]),
        to_cue=min((chance for _, chance in contents), default=1.0),
    )


def _chances(seen: Seen, part: Part, targets: Sequence[Part]) -> NDArray[np.float32]:
    """Return how likely a part leads nowhere, and to each of the targets, by their first words."""
    words = [target.first for target in targets]
    ends = np.vstack([seen.nowhere, seen.reached[words]])
    scores = ends @ seen.leaving[part.first] / np.sqrt(len(seen.nowhere))
    odds = np.exp(scores - scores.max())
    chances: NDArray[np.float32] = odds / odds.sum()
    return chances
