"""Adverbial cues: "according to X", "in his view", and headlines of the form "X: ..."."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import listed, table
from dragoman.reading.statements.rules.candidate import Candidate
from dragoman.reading.statements.rules.sources import phrase, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.reading.statements.ranges import Range
    from dragoman.reading.syntax import Syntax

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
    last = max(syntax.right[head], marker)
    cue = (syntax.starts[token], syntax.ends[marker])
    source = phrase(syntax, head, token)
    yield Candidate(
        token, None, "according", [source] if source else [], [cue], _rest(syntax, token, last)
    )


def _in_view(syntax: Syntax, token: int) -> Iterator[Candidate]:
    noun = syntax.child(token, "pobj")
    owner = _owner(syntax, token, noun) if noun is not None else None
    if noun is None or owner is None:
        return
    last = max(noun, syntax.right[noun])
    cue = (syntax.starts[token], syntax.ends[noun])
    source = phrase(syntax, owner, token)
    yield Candidate(
        token, None, "in view", [source] if source else [], [cue], _rest(syntax, token, last)
    )


def _owner(syntax: Syntax, token: int, noun: int) -> int | None:
    owners = _phrases().get((syntax.words[token], syntax.words[noun]), frozenset())
    if "possessive" in owners and (owner := syntax.child(noun, "poss")) is not None:
        return owner
    by = syntax.child(noun, "prep")
    if "of" in owners and by is not None and syntax.words[by] == "of":
        return syntax.child(by, "pobj")
    return None


def _rest(syntax: Syntax, token: int, last: int) -> list[Range]:
    """Return what the clause says without the phrase, which stands on tokens `token` to `last`."""
    head = syntax.heads[token]
    left, right = syntax.left[head], syntax.right[head]
    if syntax.heads[head] == head:
        left, right = syntax.first[token], syntax.last[token]
    around = ((left, token - 1), (last + 1, right))
    return [(syntax.starts[a], syntax.ends[b]) for a, b in around if a <= b]


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
