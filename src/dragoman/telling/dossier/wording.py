"""Words of a document cut for showing: what is quoted, what was changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.collation.lineage.edits import Step, steps
from dragoman.collation.lineage.words import Word, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Span = tuple[int, int]
OPENERS = {"“": "”", "«": "»", "„": "“”", '"': '"', "「": "」", "『": "』", "‘": "’"}
SINGLE = "‘’"
# Changes with no more than so many letters kept between them read as one change.
LETTERS_BETWEEN = 3
COMPARED = ("edited", "rewritten")
# Code points: a longer passage is not one sentence, and costs more than it tells.
LONGEST_COMPARED = 20_000


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
    """Return the spans between quotation marks, marks included; linear in the text's length.

    A single closing mark before a letter is an apostrophe, a single opening one that nothing
    closes is none.
    """
    last = max((at for at in range(len(text)) if _closes(text, at, "’")), default=-1)
    spans: list[tuple[int, int]] = []
    closers, start = "", -1
    for at, letter in enumerate(text):
        if closers and _closes(text, at, closers):
            spans.append((start, at + 1))
            closers = ""
        elif not closers and letter in OPENERS and (letter not in SINGLE or at < last):
            closers, start = OPENERS[letter], at
    if closers:
        spans.append((start, len(text)))
    return spans


def _closes(text: str, at: int, closers: str) -> bool:
    return text[at] in closers and not (text[at] in SINGLE and text[at + 1 : at + 2].isalnum())


def compared(
    origin: str, origin_span: Span | None, derived: str, derived_span: Span | None, kind: str
) -> tuple[tuple[Word, ...], tuple[Word, ...], tuple[Step, ...]]:
    """Return the words of two aligned passages, and what changed between them.

    Nothing in what is verbatim or stands alone, nor in a passage too long to be read word by word.
    """
    if kind not in COMPARED or origin_span is None or derived_span is None:
        return (), (), ()
    if max(b - a for a, b in (origin_span, derived_span)) > LONGEST_COMPARED:
        return (), (), ()
    before, after = words(origin, *origin_span), words(derived, *derived_span)
    return before, after, steps(before, after)


def differences(
    origin: str, origin_span: Span | None, derived: str, derived_span: Span | None, kind: str
) -> tuple[list[Span], list[Span]]:
    """Return the words of two aligned passages that the other does not have, as spans.

    Nothing where a passage stands alone or all of it stands for all of the other ("replaced"), nor
    in a passage too long to be read word by word.
    """
    before, after, found = compared(origin, origin_span, derived, derived_span, kind)
    changes = _joined(found, before)
    return (
        [_stretch(before, step.a, step.b) for step in changes if step.a < step.b],
        [_stretch(after, step.c, step.d) for step in changes if step.c < step.d],
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
