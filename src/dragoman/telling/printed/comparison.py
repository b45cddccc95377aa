"""Two documents side by side, one passage a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.telling.printed.edge import edge_in_words, reason
from dragoman.telling.printed.pen import changed, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.telling.comparison import Comparison, Counterpart
    from dragoman.telling.printed.pen import Pen

# Code points of a passage that stands alone or is the same in both; the receipt leads to the rest.
LONGEST_SHOWN = 300


def comparison_lines(compared: Comparison, pen: Pen) -> Iterator[str]:
    """Yield the lines of a comparison: how the one goes back to the other, then the passages."""
    origin, derived = compared.origin, compared.derived
    if compared.derivation is None:
        yield f"Neither of {origin} and {derived} is known to go back to the other."
    else:
        yield f"{derived} {edge_in_words(compared.derivation)}"
        yield f"  {reason(compared.derivation)}"
    if compared.utterances:
        yield f"Utterances that both carry: {compared.utterances}"
    for counterpart in compared:
        yield ""
        yield from _lines(counterpart, pen)


def _lines(counterpart: Counterpart, pen: Pen) -> Iterator[str]:
    origin, derived = counterpart.origin, counterpart.derived
    moved = f", moved {counterpart.moved}" if counterpart.moved else ""
    places = " -> ".join(str(side) for side in (origin, derived) if side)
    yield f"{counterpart.kind}{moved}  {places}"
    if counterpart.edits and derived:
        yield "  " + changed([(derived.start, derived.words)], counterpart.edits, pen)
    elif counterpart.kind in {"replaced", "left out", "added"}:
        before, after = (_short(side.words) if side else "" for side in (origin, derived))
        yield "  " + pen.write(before, after)
    elif derived:
        yield "  " + one_line(_short(derived.words))


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_SHOWN else f"{words[:LONGEST_SHOWN].rstrip()} …"
