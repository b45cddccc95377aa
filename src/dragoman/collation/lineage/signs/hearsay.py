"""A document that says it tells what others told."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.collation.lineage.signs.sign import Sign
from dragoman.knowledge import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.collation.lineage.signs.pair import Pair

SAYS_SO = (0.0, -1.5, -0.5)


def by_hearsay(pair: Pair) -> Iterator[Sign]:
    """Look for "reports say" or "first appeared in", in one of the two only."""
    a, b = pair.first.text, pair.second.text
    in_first, in_second = _phrase(a.text), _phrase(b.text)
    if in_second and not in_first:
        yield Sign.of(SAYS_SO, f"{b.doc} speaks at second hand (“{in_second}”)", derived=True)
    if in_first and not in_second:
        yield Sign.of(SAYS_SO, f"{a.doc} speaks at second hand (“{in_first}”)", derived=False)


def _phrase(text: str) -> str | None:
    folded = text.casefold()
    return next((phrase for phrase in _phrases() if phrase in folded), None)


@cache
def _phrases() -> tuple[str, ...]:
    told = [row["phrase"] for row in table("second_hand_phrases")]
    opens = [row["phrase"] for row in table("republication_phrases") if row["kind"] == "opens"]
    return tuple(dict.fromkeys((*told, *opens)))
