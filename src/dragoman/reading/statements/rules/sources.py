"""Whose a cue is: the noun phrase that the parse, or the order of words, makes its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.reading.statements.lexicon import cues
from dragoman.reading.syntax import PASSIVE_SUBJECTS, SUBJECTS

if TYPE_CHECKING:
    from dragoman.reading.statements.ranges import Range
    from dragoman.reading.syntax import Syntax

# Longest chain of controllers: "X, wanting to be seen saying ..., " needs four.
LONGEST_CHAIN = 6
# Sources of more tokens are parse errors that swallowed a clause (1 % of PolNeAR's train).
LONGEST_SOURCE = 45
CONTROLLED = frozenset({"advcl", "xcomp", "conj", "pcomp", "prep", "dep", "ccomp", "parataxis"})
EMPTY = frozenset({"it", "there"})
STRIPPED = " ,;:—–-"


def subject_of(syntax: Syntax, verb: int) -> int | None:
    """Return the head token of the verb's understood subject, or None.

    A verb without one shares that of the verb it hangs on: "said X and added Y", "X left, saying",
    "issued a statement saying".
    """
    token = verb
    for _ in range(LONGEST_CHAIN):
        own = next((k for k in syntax.children[token] if _subject(syntax, k, token, verb)), None)
        if own is not None:
            return own
        dep, head = syntax.deps[token], syntax.heads[token]
        if dep in {"acl", "relcl"} and not syntax.verbal(head):
            issued = syntax.deps[head] == "dobj" and syntax.words[head] in cues("noun")
            if not issued or syntax.tags[token] != "VBG":
                return head
            head = syntax.heads[head]
            dep = "xcomp"
        if dep not in CONTROLLED or head == token:
            return None
        token = head
    return None


def _subject(syntax: Syntax, kid: int, token: int, verb: int) -> bool:
    dep = syntax.deps[kid]
    return dep in SUBJECTS or (dep in PASSIVE_SUBJECTS and token != verb)


def agent_of(syntax: Syntax, verb: int) -> int | None:
    """Return the head of "by ..." after a passive."""
    by = syntax.child(verb, "agent")
    return syntax.child(by, "pobj") if by is not None else None


def phrase(syntax: Syntax, head: int, cue: int) -> Range | None:
    """Return the characters of the whole noun phrase of `head`, apposition included.

    The part from the cue on is left out where the cue stands in the phrase (a relative clause).
    """
    left, right = syntax.left[head], syntax.right[head]
    if left <= cue <= right:
        if cue > head:
            clause = _clause_around(syntax, head, cue)
            right = max(head, clause - 1)
        else:
            left = min(head, cue + 1)
    if right - left > LONGEST_SOURCE:
        left, right = _core(syntax, head)
    return trimmed(syntax.text, (syntax.starts[left], syntax.ends[right]))


def _clause_around(syntax: Syntax, head: int, cue: int) -> int:
    inside = [kid for kid in syntax.children[head] if syntax.left[kid] <= cue <= syntax.right[kid]]
    return syntax.left[inside[0]] if inside else cue


def _core(syntax: Syntax, head: int) -> tuple[int, int]:
    near = [kid for kid in syntax.children[head] if syntax.deps[kid] in _NEAR and kid < head]
    return min([head, *(syntax.left[kid] for kid in near)]), head


_NEAR = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod"})


def trimmed(text: str, place: Range) -> Range | None:
    """Return the range without white space and separators at its edges, None if nothing is left."""
    start, end = place
    while start < end and (text[start].isspace() or text[start] in STRIPPED):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in STRIPPED):
        end -= 1
    return (start, end) if start < end else None
