"""The statements of stretches of words, as the encoder sees them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from dragoman.reading.encoder.encoder import Encoder, encoder
from dragoman.reading.kept import Kept
from dragoman.reading.statements.found import Found
from dragoman.reading.statements.links import Linked, link
from dragoman.reading.statements.parts import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.reading.encoder.encoder import Told
    from dragoman.reading.encoder.words import Words
    from dragoman.reading.statements.parts import Part
    from dragoman.reading.statements.ranges import Range

# What was read in so many windows is kept: copies repeat whole paragraphs.
WINDOWS_KEPT = 4096
# Chances take up to 300 kB a window, so a huge document is not decoded all at once.
SIDE_BY_SIDE = 64


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph, or a part of one, that is read by itself.

    rules: the label that the rules give each word. start: the paragraph's place in the document.
    """

    words: Words
    rules: Sequence[int]
    start: int


def tagged(stretches: Sequence[Stretch]) -> list[list[Found]]:
    """Return the statements of each stretch; a cue that has no content in it comes without one."""
    read = _reader()
    windows = [
        (number, low, told)
        for number, stretch in enumerate(stretches)
        for low, told in read.encoder.windows(stretch.words, stretch.rules)
    ]
    found: list[list[Found]] = [[] for _ in stretches]
    linked = read.linked([told for _, _, told in windows])
    for (number, low, _), statements in zip(windows, linked, strict=True):
        found[number].extend(_found(stretches[number], low, one) for one in statements)
    return found


class _Reader:
    """Reads windows; what was read in the latest of them is kept."""

    def __init__(self, loaded: Encoder) -> None:
        self.encoder = loaded
        self._kept = Kept["Told", tuple[Linked, ...]](WINDOWS_KEPT)

    def linked(self, windows: Sequence[Told]) -> list[tuple[Linked, ...]]:
        return self._kept.values(windows, self._read)

    def _read(self, windows: Sequence[Told]) -> Iterator[tuple[Linked, ...]]:
        for first in range(0, len(windows), SIDE_BY_SIDE):
            seen = [self.encoder.see(told) for told in windows[first : first + SIDE_BY_SIDE]]
            chain = self.encoder.chain
            logits = [one.labels.astype(np.float64) for one in seen]
            for one, labels, follows in zip(
                seen, chain.best(logits), chain.follows(logits), strict=True
            ):
                yield tuple(link(list(parts_of(labels, follows)), one))


@cache
def _reader() -> _Reader:
    return _Reader(encoder())


def _found(stretch: Stretch, low: int, linked: Linked) -> Found:
    return Found(
        source=_places(stretch, [linked.source], low),
        cue=_places(stretch, [linked.cue], low),
        content=_places(stretch, linked.contents, low),
        linked=linked,
    )


def _places(stretch: Stretch, parts: Sequence[Part | None], low: int) -> list[Range]:
    start, words = stretch.start, stretch.words
    return [
        (start + words.starts[low + part.first], start + words.ends[low + part.last])
        for part in parts
        if part is not None
    ]
