"""Words of a document cut for showing: what is quoted, what was changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.collation.lineage.edits import Step, steps
from dragoman.collation.lineage.words import Word, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

OPENERS = {"“": "”", "«": "»", "„": "“”", '"': '"', "「": "」", "『": "』"}
# Changes with no more than so many letters kept between them read as one change.
LETTERS_BETWEEN = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words and its mark: "", "quoted", "del", "ins" or "hit"."""

    text: str
    mark: str = ""


def marked(
    text: str, start: int, end: int, marks: Iterable[tuple[int, int]], mark: str
) -> tuple[Piece, ...]:
    """Cut `text[start:end]`, with the spans of `marks` (sorted, apart) marked."""
    found: list[Piece] = []
    at = start
    for first, last in marks:
        a, b = max(first, at), min(last, end)
        if a < b:
            found += [Piece(text[at:a]), Piece(text[a:b], mark)]
            at = b
    found.append(Piece(text[at:end]))
    return tuple(piece for piece in found if piece.text)


def quoted(text: str) -> tuple[Piece, ...]:
    """Cut words where quotation marks open and close."""
    return marked(text, 0, len(text), quotations(text), "quoted")


def quotations(text: str) -> list[tuple[int, int]]:
    """Return the spans between quotation marks, marks included; linear in the text's length."""
    spans: list[tuple[int, int]] = []
    closers, start = "", -1
    for at, letter in enumerate(text):
        if closers and letter in closers:
            spans.append((start, at + 1))
            closers = ""
        elif not closers and letter in OPENERS:
            closers, start = OPENERS[letter], at
    if closers:
        spans.append((start, len(text)))
    return spans


def compared(
    origin: str, origin_span: tuple[int, int], derived: str, derived_span: tuple[int, int]
) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Cut two aligned passages, each with the words marked that the other does not have."""
    before, after = words(origin, *origin_span), words(derived, *derived_span)
    changes = _joined(steps(before, after), before)
    gone = [_stretch(before, step.a, step.b) for step in changes if step.a < step.b]
    come = [_stretch(after, step.c, step.d) for step in changes if step.c < step.d]
    return (
        marked(origin, *origin_span, gone, "del"),
        marked(derived, *derived_span, come, "ins"),
    )


def _joined(changes: Iterable[Step], before: Sequence[Word]) -> list[Step]:
    found: list[Step] = []
    for step in changes:
        if found:
            kept = before[found[-1].b : step.a]
            if sum(len(word.form) for word in kept) <= LETTERS_BETWEEN:
                found[-1] = Step(found[-1].a, step.b, found[-1].c, step.d)
                continue
        found.append(step)
    return found


def _stretch(listed: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    return listed[first].start, listed[last - 1].end
