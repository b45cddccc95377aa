"""Adverbial cues: "according to X", "in his view", and headlines of the form "X: ..."."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import listed, table
from dragoman.reading.statements.candidate import Candidate
from dragoman.reading.statements.sources import phrase, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.reading.statements.candidate import Range
    from dragoman.reading.statements.syntax import Syntax

# "Foreign ministry: ..." names its source in few words; a longer start is a sentence.
LONGEST_NAME = 5


def read_phrases(syntax: Syntax) -> Iterator[Candidate]:
    """Yield the clauses that an adverbial phrase attributes."""
    for token, word in enumerate(syntax.words):
        if word == "according" and syntax.words[token + 1 : token + 2] == ["to"]:
            yield from _according(syntax, token)
        elif word in _prepositions():
            yield from _in_view(syntax, token)


def _according(syntax: Syntax, token: int) -> Iterator[Candidate]:
    marker = token + 1
    head = syntax.child(marker, "pobj", "pcomp", "dep")
    if head is None:
        return
    source = phrase(syntax, head, token)
    cue = (syntax.starts[token], syntax.ends[marker])
    end = max(syntax.right[head], marker)
    yield _clause(syntax, "according", token, end, source, cue)


def _in_view(syntax: Syntax, token: int) -> Iterator[Candidate]:
    noun = syntax.child(token, "pobj")
    owners = _phrases().get((syntax.words[token], syntax.words[noun])) if noun else None
    if noun is None or owners is None:
        return
    owner = syntax.child(noun, "poss") if "possessive" in owners else None
    if owner is None and "of" in owners:
        by = syntax.child(noun, "prep")
        owner = syntax.child(by, "pobj") if by and syntax.words[by] == "of" else None
    if owner is None:
        return
    cue = (syntax.starts[token], syntax.ends[noun])
    end = max(noun, syntax.right[noun])
    yield _clause(syntax, "in view", token, end, phrase(syntax, owner, token), cue)


def _clause(
    syntax: Syntax, rule: str, token: int, end: int, source: Range | None, cue: Range
) -> Candidate:
    """Return what the clause says without the phrase, which stands on tokens `token` to `end`."""
    head = syntax.heads[token]
    left, right = syntax.left[head], syntax.right[head]
    if syntax.heads[head] == head:
        left, right = syntax.first[token], syntax.last[token]
    content = [
        (syntax.starts[a], syntax.ends[b])
        for a, b in ((left, token - 1), (end + 1, right))
        if a <= b
    ]
    return Candidate(token, None, rule, [source] if source else [], [cue], content)


def read_headline(syntax: Syntax) -> Iterator[Candidate]:
    """Yield the statement of a headline of the form "Ministry: ..."."""
    for token in range(1, min(LONGEST_NAME + 1, len(syntax) - 1)):
        if syntax.words[token] != ":":
            continue
        source = trimmed(syntax.text, (0, syntax.ends[token - 1]))
        content = trimmed(syntax.text, (syntax.starts[token + 1], len(syntax.text)))
        named = all(tag[:2] in {"NN", "JJ", "DT", "PO"} for tag in syntax.tags[:token])
        if source and content and named:
            cue = (syntax.starts[token], syntax.ends[token])
            yield Candidate(token, None, "headline", [source], [cue], [content])
        return


@cache
def _phrases() -> dict[tuple[str, str], frozenset[str]]:
    rows = table("attributing_phrases")
    return {(row["preposition"], row["noun"]): frozenset(listed(row["owner"])) for row in rows}


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(preposition for preposition, _ in _phrases())
