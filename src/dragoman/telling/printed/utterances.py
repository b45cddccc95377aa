"""Utterances in lines: each wording under the reference, changed words marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.telling.printed.pen import changed, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.telling.printed.pen import Pen
    from dragoman.telling.utterances import Utterance, Wording


def utterance_lines(utterance: Utterance, pen: Pen, *, only_altered: bool) -> Iterator[str]:
    """Yield the lines of an utterance.

    only_altered: leave out wordings whose words were not changed inside quotation marks.
    """
    speaker = f"{utterance.name} ({utterance.speaker})" if utterance.name else "Speaker unknown"
    families = "1 family" if utterance.families == 1 else f"{utterance.families} families"
    yield one_line(f"{speaker}, in {utterance.documents} documents of {families}:")
    told: set[str] = set()
    for wording in utterance.wordings:
        wanted = wording.is_reference or wording.altered or not only_altered
        # One statement may stand inside another, in the same words.
        if wanted and wording.receipt not in told:
            told.add(wording.receipt)
            yield from _lines(wording, pen)


def _lines(wording: Wording, pen: Pen) -> Iterator[str]:
    yield "  " + changed(wording.passages, wording.edits, pen)
    told = wording.document
    known = " · ".join(text for text in (told.outlet, told.published or "undated") if text)
    yield "    " + one_line(f"{wording.receipt} · {known} · {_change(wording)}")
    if first := _first(wording):
        yield "      " + one_line(first)


def _change(wording: Wording) -> str:
    if wording.is_reference:
        return "reference"
    speaker = f" to {wording.speaker}" if wording.change == "attribution-changed" else ""
    inside = ", inside quotation marks" if wording.altered else ""
    return f"{wording.change}{speaker}{inside}"


def _first(wording: Wording) -> str:
    """Say where in the tree the words first stood so."""
    if wording.is_reference:
        return ""
    if wording.appeared:
        edges = ", ".join(f"{parent} -> {wording.document.doc}" for parent in wording.parents)
        return f"first so on the way {edges}" if edges else "first so here; it has no parent"
    return f"as in {wording.taken_from}" if wording.taken_from else ""
