"""Noun and adjective cues: "his warning that ...", "is confident that ...", "calls for ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.reading.statements.lexicon import cues
from dragoman.reading.statements.rules.candidate import Candidate
from dragoman.reading.statements.rules.sources import phrase, subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.reading.statements.lexicon import Cue
    from dragoman.reading.syntax import Syntax

CLAUSES = frozenset({"acl", "ccomp", "xcomp", "relcl", "advcl"})
OWNERS = ("by", "from", "among")


def read_nouns(syntax: Syntax) -> Iterator[Candidate]:
    """Yield what the nouns and adjectives of a paragraph attribute."""
    nouns, adjectives = cues("noun"), cues("adjective")
    for token, tag in enumerate(syntax.tags):
        word = syntax.words[token]
        if tag.startswith("NN") and (cue := nouns.get(word)):
            yield from _read(syntax, token, cue, _owner(syntax, token))
        elif tag.startswith(("JJ", "VBN")) and (cue := adjectives.get(word)):
            yield from _read(syntax, token, cue, _bearer(syntax, token))


def _read(syntax: Syntax, token: int, cue: Cue, owner: int | None) -> Iterator[Candidate]:
    found = _complement(syntax, token, cue)
    if found is None:
        return
    start, end, marker = found
    if owner is not None and start <= owner <= end:
        owner = None
    place = phrase(syntax, owner, token) if owner is not None else None
    if place is None and marker != token:
        return
    content = (syntax.starts[start], syntax.ends[end])
    named = [(syntax.starts[token], syntax.ends[marker])]
    source = [place] if place else []
    rule = f"{cue.part} {'preposition' if marker != token else 'clause'}"
    yield Candidate(token, cue, rule, source, named, [content])


def _complement(syntax: Syntax, token: int, cue: Cue) -> tuple[int, int, int] | None:
    for kid in syntax.children[token]:
        if kid < token:
            continue
        if syntax.deps[kid] in CLAUSES and _taken(syntax, kid, cue):
            return syntax.left[kid], syntax.right[kid], token
        wanted = syntax.deps[kid] == "prep" and syntax.words[kid] in cue.takes
        if wanted and kid == token + 1 and syntax.right[kid] > kid:
            return kid + 1, syntax.right[kid], kid
    return _stranded(syntax, token, cue)


def _stranded(syntax: Syntax, token: int, cue: Cue) -> tuple[int, int, int] | None:
    """Return the that-clause right after a cue, which the parser has hung on another word."""
    that = token + 1
    if that >= len(syntax) or syntax.words[that] != "that" or syntax.deps[that] != "mark":
        return None
    clause = syntax.heads[that]
    starts_here = syntax.left[clause] == that
    return (that, syntax.right[clause], token) if "clause" in cue.takes and starts_here else None


def _taken(syntax: Syntax, clause: int, cue: Cue) -> bool:
    if syntax.infinitive(clause):
        return "infinitive" in cue.takes
    marked = syntax.words[syntax.left[clause]] == "that"
    stated = cue.part == "adjective" or marked
    relative = any(
        syntax.words[kid] == "that" and syntax.deps[kid] != "mark"
        for kid in syntax.children[clause]
    )
    return "clause" in cue.takes and stated and not relative and syntax.tags[clause] != "VBG"


def _bearer(syntax: Syntax, token: int) -> int | None:
    """Return whose an adjective is: the subject of its copula, or the noun that it qualifies."""
    head = syntax.heads[token]
    if syntax.verbal(head) or syntax.deps[token] in {"conj", "advcl"}:
        return subject_of(syntax, head)
    return head if syntax.deps[token] in {"amod", "acl", "appos"} else None


def _owner(syntax: Syntax, token: int) -> int | None:
    """Return whose a noun is: "his claim", "a claim by X", "X made the claim", "X's claim"."""
    own = syntax.child(token, "poss")
    if own is not None:
        return own
    for kid in syntax.children[token]:
        if kid > token and syntax.words[kid] in OWNERS:
            return syntax.child(kid, "pobj")
    if syntax.deps[token] in {"dobj", "pobj", "attr"}:
        head = syntax.heads[token]
        verb = head if syntax.verbal(head) else syntax.heads[head]
        return subject_of(syntax, verb) if syntax.verbal(verb) else None
    return None
