"""The words of a cue and the shape of a content."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeVar

from dragoman.knowledge import listed, table
from dragoman.reading.statements.lexicon import forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dragoman.reading.circumstances.clause import Clause

QUOTES = frozenset({"“", "”", "‘", "’", '"', "'", "«", "»", "``", "''", "…"})
# Tokens at the start of a content within which the "to" of an infinitive is sought.
OPENING = 14


Entry = TypeVar("Entry")


def entries(clause: Clause, known: Mapping[str, Entry]) -> Iterator[Entry]:
    """Yield what a table knows of each word of a cue, in order; two-word entries go first."""
    syntax = clause.syntax
    others = [syntax.words[token] for token in clause.cue]
    for token in clause.cue:
        word = syntax.words[token]
        both = (f"{word} {other}" for other in others if f"{word} {other}" in known)
        if (key := next(both, word)) in known:
            yield known[key]


def rows_by_form(name: str, *parts: str) -> dict[str, dict[str, str]]:
    """Return the rows of a table of words by all forms of each word, in lower case."""
    found: dict[str, dict[str, str]] = {}
    for row in table(name):
        if row["part"] in parts:
            for form in forms(row["word"], row["part"], listed(row["forms"])):
                found.setdefault(form, row)
    return found


def shapes(clause: Clause, content: str) -> frozenset[str]:
    """Return what a content is: whether, mark, infinitive, that, gerund; else noun."""
    words = bare(clause)
    first = clause.syntax.words[words[0]] if words else ""
    found = set()
    if first in question_words() or _piped(clause, words):
        found.add("whether")
    if content.rstrip(" \n”’\"'»").endswith("?"):
        found.add("mark")
    if first == "that":
        found.add("that")
    if words and clause.syntax.tags[words[0]] == "VBG":
        found.add("gerund")
    if _infinitive(clause, words):
        found.add("infinitive")
    return frozenset(found or {"noun"})


def bare(clause: Clause) -> Sequence[int]:
    """Return the first tokens of a content without quotation marks at its start."""
    words = clause.content[:OPENING]
    start = next((i for i, t in enumerate(words) if clause.syntax.words[t] not in QUOTES), 0)
    return words[start:]


def _piped(clause: Clause, words: Sequence[int]) -> bool:
    """Say whether a preposition stands before the question word: "to whom it was sent"."""
    syntax = clause.syntax
    return (
        len(words) > 1
        and syntax.tags[words[0]] in {"IN", "TO"}
        and (syntax.words[words[1]] in question_words())
    )


def _infinitive(clause: Clause, words: Sequence[int]) -> bool:
    syntax = clause.syntax
    for token in words:
        if syntax.tags[token] == "TO":
            return token + 1 < len(syntax) and syntax.verbal(syntax.heads[token])
        if syntax.verbal(token) or syntax.words[token] in {"that", "which", "who"}:
            return False
    return False


@cache
def question_words() -> frozenset[str]:
    """Return the words with which questions begin."""
    return frozenset(row["word"] for row in table("question_words"))
