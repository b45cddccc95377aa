"""Quotations that go on with the statement of the paragraph before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.reading.statements.rules.beside import alone, opens, speech

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dragoman.reading.quotations import Quotation
    from dragoman.reading.statements.found import Found
    from dragoman.reading.statements.ranges import Range
    from dragoman.reading.statements.rules.quoted import Quoted


class Carrier:
    """Remembers who spoke last in the paragraph before, in quotation marks or before a colon."""

    def __init__(self) -> None:
        self._latest: Found | None = None

    def carry(self, quotes: Quoted, found: Sequence[Found], start: int) -> None:
        """Give quotations at a paragraph's head that nothing in it attributes to who spoke last.

        found: the paragraph's statements, without nested ones; some have a cue but no content.
        start: where it stands in the document.
        """
        owner = self._latest
        latest: Found | None = None
        for quotation in quotes.outer:
            place = start + quotation.span.start, start + quotation.span.end
            holder = _holder(place, found)
            if holder is not None:
                latest = holder
            elif latest is None and owner is not None and _goes_on(quotes, quotation):
                owner.content.append(place)
                latest = owner
        self._latest = _announced(quotes, found) or latest


def _holder(place: Range, found: Iterable[Found]) -> Found | None:
    """Return the statement whose content has characters of a quotation."""
    for one in found:
        if any(low < place[1] and place[0] < high for low, high in one.content):
            return one
    return None


def _goes_on(quotes: Quoted, quotation: Quotation) -> bool:
    if not (opens(quotes.syntax, quotation) and speech(quotes.syntax, quotation)):
        return False
    return quotation.continues or alone(quotes.syntax, quotation)


def _announced(quotes: Quoted, found: Sequence[Found]) -> Found | None:
    """Return the statement at whose end a paragraph breaks off with a colon."""
    if not quotes.syntax.text.rstrip().endswith(":"):
        return None
    return max(found, key=lambda one: one.place, default=None)
