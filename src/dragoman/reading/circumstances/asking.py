"""Whether a content is asked, or asked for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import listed
from dragoman.reading.circumstances.words import entries, rows_by_form, shapes

if TYPE_CHECKING:
    from dragoman.reading.circumstances.clause import Clause


def asks(clause: Clause, content: str) -> tuple[bool, bool]:
    """Say whether the content is a question, and whether it is demanded.

    The words of the cue and the shape of the content decide: "asked whether" is a question, "asked
    them to leave" a demand. A cue without a word of its own (a colon) asks what ends in "?".
    """
    syntax, shape = clause.syntax, shapes(clause, content)
    after = {syntax.words[token] for token in clause.cue} | shape | {"any"}
    question = demand = False
    for row in entries(clause, asking_words()):
        question = question or not after.isdisjoint(listed(row["question"]))
        demand = demand or not after.isdisjoint(listed(row["demand"]))
    wordless = not any(syntax.words[token].isalpha() for token in clause.cue)
    question = question or ("mark" in shape and wordless)
    return question, demand and not question


@cache
def asking_words() -> dict[str, dict[str, str]]:
    """Return the rows of asking_words.tsv by all forms of each word, in lower case."""
    return rows_by_form("asking_words", "noun") | rows_by_form("asking_words", "verb")
