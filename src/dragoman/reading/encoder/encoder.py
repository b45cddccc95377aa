"""The encoder: words in, what its heads see of each word out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from dragoman.reading.encoder.pieces import Cutter
from dragoman.reading.encoder.weights import weights

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from dragoman.reading.encoder.pieces import Window
    from dragoman.reading.encoder.weights import Weights
    from dragoman.reading.encoder.words import Words

LABELS, ACTS, ARC = 7, 4, 64


@dataclass(frozen=True, slots=True)
class Seen:
    """What the heads see of the words of one window; the arrays are (words, width).

    first: the number in the paragraph of the window's first word. labels and acts: logits.
    leaving, reached: the two ends of arcs. nowhere: what stands for "to no word here", (width,).
    """

    first: int
    labels: NDArray[np.float32]
    acts: NDArray[np.float32]
    leaving: NDArray[np.float32]
    reached: NDArray[np.float32]
    nowhere: NDArray[np.float32]


class Encoder:
    """Reads windows one by one, so that none changes another's answer.

    The graph scales its bytes anew in each run, over all that is run together; windows side by
    side would answer otherwise in other company. One by one costs 8 % (measured).
    """

    def __init__(self, loaded: Weights) -> None:
        self._weights = loaded
        self._cutter = Cutter(loaded.tokenizer)

    def read(self, words: Words, rules: Sequence[int]) -> Iterator[Seen]:
        """Yield what is seen of a paragraph, window by window.

        rules: what the rules take each word for, as a label plus one.
        """
        tags = _numbers(words.tags, self._weights.tags)
        deps = _numbers(words.deps, self._weights.deps)
        for window in self._cutter.windows(words):
            told = (tags, deps, words.quoted, rules)
            yield self._run(window, told)

    def _run(self, window: Window, told: Sequence[Sequence[int]]) -> Seen:
        low = window.first_word
        high = low + len(window.places)
        owners = np.array(window.words)
        inputs = {"pieces": np.array(window.pieces)[None]}
        for name, known in zip(("tags", "deps", "quoted", "rules"), told, strict=True):
            # The last number, 0, is that of the marks, whose owner is -1.
            inputs[name] = np.array([*known[low:high], 0])[owners][None]
        (out,) = self._weights.session.run(None, inputs)
        ends = np.cumsum([LABELS, ACTS, ARC])
        labels, acts, leaving, reached = np.split(out[0][list(window.places)], ends, axis=-1)
        return Seen(low, labels, acts, leaving, reached, out[0, 0, -ARC:])


def _numbers(names: Sequence[str], known: dict[str, int]) -> list[int]:
    return [known.get(name, 0) for name in names]


@cache
def encoder() -> Encoder:
    """Return the encoder, loaded once.

    Raises:
        WeightsError: the package's weights are not those that it was built with.
    """
    return Encoder(weights())
