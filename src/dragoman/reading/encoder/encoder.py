"""The encoder: words in, what its heads see of each word out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from dragoman.reading.encoder.pieces import Cutter
from dragoman.reading.encoder.weights import weights

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from dragoman.reading.encoder.chain import Chain
    from dragoman.reading.encoder.pieces import Window
    from dragoman.reading.encoder.weights import Weights
    from dragoman.reading.encoder.words import Words

LABELS, ARC = 7, 64


@dataclass(frozen=True, slots=True)
class Told:
    """A window with what is told of each of its words, as numbers."""

    window: Window
    tags: tuple[int, ...]
    deps: tuple[int, ...]
    quoted: tuple[int, ...]
    rules: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """What the heads see of the words of one window; the arrays are (words, width).

    labels: logits. leaving, reached: the two ends of arcs. nowhere: what stands for "to
    no word here", (width,).
    """

    labels: NDArray[np.float32]
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

    @property
    def chain(self) -> Chain:
        """Return what its labels are decoded with."""
        return self._weights.chain

    @property
    def calibration(self) -> tuple[float, ...]:
        """Return the weights that turn what it sees of a statement into a score."""
        return self._weights.calibration

    def windows(self, words: Words, rules: Sequence[int]) -> Iterator[tuple[int, Told]]:
        """Yield a paragraph's windows, each with the number of its first word.

        rules: the label that the rules give each word.
        """
        tags = _numbers(words.tags, self._weights.tags)
        deps = _numbers(words.deps, self._weights.deps)
        told = (tags, deps, words.quoted, [label + 1 for label in rules])
        for low, window in self._cutter.windows(words):
            high = low + len(window.places)
            yield low, Told(window, *(tuple(known[low:high]) for known in told))

    def see(self, told: Told) -> Seen:
        """Return what the heads see of a window."""
        owners = np.array(told.window.owners)
        inputs = {"pieces": np.array(told.window.pieces)[None]}
        for name in ("tags", "deps", "quoted", "rules"):
            # The last number, 0, is that of the marks, whose owner is -1.
            inputs[name] = np.array([*getattr(told, name), 0])[owners][None]
        (out,) = self._weights.session.run(None, inputs)
        words = out[0][list(told.window.places)]
        labels, leaving, reached = np.split(words, [LABELS, LABELS + ARC], axis=-1)
        return Seen(labels, leaving, reached, out[0, 0, -ARC:])


def _numbers(names: Sequence[str], known: Mapping[str, int]) -> list[int]:
    return [known.get(name, 0) for name in names]


@cache
def encoder() -> Encoder:
    """Return the encoder, loaded once.

    Raises:
        WeightsError: the package's weights are not those that it was built with.
    """
    return Encoder(weights())
