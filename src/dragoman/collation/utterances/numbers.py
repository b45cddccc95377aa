"""Numbers in a wording, in digits or words, as values that can be compared."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.collation.lineage.words import Word

PERCENT_SIGN = "%"
HUNDRED = 100
# Digits beyond which a string of them is no number to reckon with (an account, a serial number).
MOST_DIGITS = 18


def numbers(text: str, words: Sequence[Word]) -> tuple[Fraction, ...]:
    """Return the values of the numbers that stand in the words, in ascending order.

    "5 million", "5,000,000" and "five million" are one value, "half" and "50 per cent" are; a
    number between two words that are none is a value of its own. text: what the words are cut from.
    """
    return tuple(sorted(_value(text, run) for run in _runs(words)))


def _runs(words: Sequence[Word]) -> Iterator[list[Word]]:
    run: list[Word] = []
    for word in words:
        if _unit(word.form) is not None or _multiplies(word.form, alone=not run):
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _multiplies(form: str, *, alone: bool) -> bool:
    """Say whether a word is a magnitude that may stand there: "million" alone, "per cent" not."""
    scale = _scale(form)
    return scale is not None and (scale > 1 or not alone)


def _value(text: str, run: Sequence[Word]) -> Fraction:
    """Reckon a run: units add up, a magnitude multiplies what stands before it."""
    total = part = Fraction(0)
    share = text[run[-1].end : run[-1].end + 1] == PERCENT_SIGN
    for word in run:
        unit, scale = _unit(word.form), _scale(word.form)
        if scale and scale < 1:
            share = True
        elif scale == HUNDRED:
            part = (part or Fraction(1)) * scale
        elif scale:
            total, part = total + (part or Fraction(1)) * scale, Fraction(0)
        elif unit is not None:
            part += unit
    return (total + part) / (HUNDRED if share else 1)


@cache
def _unit(form: str) -> Fraction | None:
    """Return what a word adds to a number: its digits, or what the table says."""
    plain = form.replace(",", "")
    if plain.replace(".", "", 1).isdecimal():
        return Fraction(plain) if len(plain) <= MOST_DIGITS else None
    return _numerals("unit").get(form)


def _scale(form: str) -> Fraction | None:
    """Return what a word multiplies a number by."""
    return _numerals("magnitude").get(form)


@cache
def _numerals(kind: str) -> dict[str, Fraction]:
    rows = table("numerals")
    return {row["word"]: Fraction(row["value"]) for row in rows if row["kind"] == kind}
