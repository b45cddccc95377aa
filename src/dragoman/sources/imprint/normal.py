"""Unicode NFC before offsets exist, and marked passages carried over."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.errors import SpanError
from dragoman.model import Passage, Span
from dragoman.sources.wording import stored

if TYPE_CHECKING:
    from dragoman.model import Draft


def normal(draft: Draft) -> tuple[str, tuple[Passage, ...]]:
    """Return a draft's text in NFC with its marked passages placed in it, in order.

    Raises:
        SpanError: a marked passage leaves the text or cuts a composed character in two.
    """
    text = stored(draft.text)[0]
    marked = sorted(draft.marked, key=lambda passage: passage.span)
    if text == draft.text:
        _within(marked, len(text))
        return text, tuple(marked)
    places = _places(draft.text, marked, text)
    return text, tuple(
        Passage(Span(places[p.span.start], places[p.span.end]), p.kind) for p in marked
    )


def _within(marked: list[Passage], length: int) -> None:
    for passage in marked:
        if passage.span.end > length:
            raise SpanError.inside_character(passage.span.end)


def _places(given: str, marked: list[Passage], text: str) -> dict[int, int]:
    """Return where the borders of marked passages stand in the text as stored."""
    _within(marked, len(given))
    borders = sorted({0, len(given), *(b for p in marked for b in (p.span.start, p.span.end))})
    places, pieces = {0: 0}, list[str]()
    length = 0
    for start, end in pairwise(borders):
        pieces.append(stored(given[start:end])[0])
        length += len(pieces[-1])
        places[end] = length
    if "".join(pieces) != text:
        wrong = next(b for b in borders if not text.startswith(stored(given[:b])[0]))
        raise SpanError.inside_character(wrong)
    return places
