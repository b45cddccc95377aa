"""Quotations that no rule has claimed are given to the cue beside them, or to the last speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.reading.statements.rules.beside import adjacent_cue, alone, direct, opens, speech
from dragoman.reading.statements.rules.verbs import cue_of

if TYPE_CHECKING:
    from dragoman.reading.quotations import Quotation
    from dragoman.reading.statements.rules.candidate import Candidate
    from dragoman.reading.statements.rules.quoted import Quoted


class Attacher:
    """Remembers who spoke last, for a quotation without a cue that opens the next paragraph."""

    def __init__(self) -> None:
        self._latest: Candidate | None = None

    def attach(self, quotes: Quoted, found: list[Candidate], start: int) -> list[Candidate]:
        """Return the paragraph's candidates with its quotations attached.

        start: where the paragraph stands in the document. A quotation that goes on with a
        statement of the paragraph before is added to that one.
        """
        by_anchor = {candidate.anchor: candidate for candidate in found}
        claims = _claims(quotes, found)
        latest: Candidate | None = None
        for number, quotation in enumerate(quotes.outer):
            owner = claims.get(number)
            if owner is not None:
                latest = owner
            elif speech(quotes.syntax, quotation):
                latest = self._place(quotes, quotation, by_anchor, latest, start)
        announced = _announced(quotes, by_anchor)
        self._latest = announced or latest
        if announced is not None:
            by_anchor.setdefault(announced.anchor, announced)
        return [by_anchor[anchor] for anchor in sorted(by_anchor)]

    def _place(
        self,
        quotes: Quoted,
        quotation: Quotation,
        by_anchor: dict[int, Candidate],
        latest: Candidate | None,
        start: int,
    ) -> Candidate | None:
        place = quotation.span.start, quotation.span.end
        verb = adjacent_cue(quotes, quotation)
        if verb is not None:
            if verb not in by_anchor:
                by_anchor[verb] = direct(quotes, verb, quotation)
            by_anchor[verb].content.append(place)
            return by_anchor[verb]
        if not quotation.continues and not alone(quotes.syntax, quotation):
            return latest
        if latest is None and opens(quotes.syntax, quotation):
            latest = self._latest
        if latest is not None:
            by = start if latest is self._latest else 0
            latest.content.append((place[0] + by, place[1] + by))
        return latest


def _claims(quotes: Quoted, found: list[Candidate]) -> dict[int, Candidate]:
    """Return for each quotation the first candidate outside it whose content takes it."""
    claims: dict[int, Candidate] = {}
    numbers = {start: number for number, start in enumerate(quotes.starts)}
    for candidate in found:
        place = quotes.syntax.starts[candidate.anchor]
        for begin, end in candidate.content:
            for quotation in quotes.touching(begin, end):
                if not quotation.span.start <= place < quotation.span.end:
                    claims.setdefault(numbers[quotation.span.start], candidate)
    return claims


def _announced(quotes: Quoted, by_anchor: dict[int, Candidate]) -> Candidate | None:
    """Return the speaker whom a paragraph that ends in a colon announces."""
    syntax = quotes.syntax
    if not len(syntax) or syntax.words[-1] != ":":
        return None
    for token in range(len(syntax) - 1, syntax.first[len(syntax) - 1] - 1, -1):
        cue = cue_of(syntax, token)
        if cue is not None and cue.spoken:
            return by_anchor.get(token) or direct(quotes, token, None)
    return None
