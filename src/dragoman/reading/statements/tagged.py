"""The statements of a stretch of words, as the encoder sees them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.reading.encoder.encoder import encoder
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


def tagged(words: Words, rules: Sequence[int], start: int) -> Iterator[Found]:
    """Yield the statements of a paragraph or of a part of it; start: its place in the document.

    rules: the label that the rules give each word. A cue that has no content in the stretch comes
    without one.
    """
    for low, told in encoder().windows(words, rules):
        for linked in _linked(told):
            yield Found(
                source=_places(words, [linked.source], low, start),
                cue=_places(words, [linked.cue], low, start),
                content=_places(words, linked.contents, low, start),
                linked=linked,
            )


@lru_cache(maxsize=WINDOWS_KEPT)
def _linked(told: Told) -> tuple[Linked, ...]:
    seen, chain = encoder().see(told), encoder().chain
    parts = list(parts_of(chain.best(seen.labels), chain.follows(seen.labels)))
    return tuple(link(parts, seen))


def _places(words: Words, parts: Sequence[Part | None], low: int, start: int) -> list[Range]:
    return [
        (start + words.starts[low + part.first], start + words.ends[low + part.last])
        for part in parts
        if part is not None
    ]
