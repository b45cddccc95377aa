"""To whom it was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.reading.circumstances.lexicon import before, noun_kinds, receivers
from dragoman.reading.circumstances.phrases import extent
from dragoman.reading.circumstances.venues import hangs
from dragoman.reading.circumstances.words import QUOTES
from dragoman.reading.syntax import PASSIVE_SUBJECTS, SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.reading.circumstances.clause import Clause
    from dragoman.reading.circumstances.moments import Tokens
    from dragoman.reading.circumstances.phrases import Phrase

# Kinds of noun that "to" leads to without anybody being spoken to: "in reply to questions".
NOBODY = frozenset({"speech", "document", "line", "asking", "manner"})
# A receiver of more tokens is a parse error that swallowed the content.
LONGEST_RECEIVER = 14


def addressee_of(
    clause: Clause, phrases: Sequence[Phrase], times: Sequence[Tokens]
) -> Tokens | None:
    """Return the tokens that name to whom the words are said, without a preposition.

    In this order: subject of a passive ("they were told"), what follows the cue ("told reporters"),
    the receiver inside the content ("urged the council to act"), phrases with "to".
    """
    takes = _taken(clause)
    stops = {start for start, _ in times}
    if "object" in takes and (found := _passive(clause, stops)):
        return found
    if takes and (found := _after_cue(clause, stops) or _inside(clause)):
        return found
    return _prepositional(clause, phrases) or _participle(clause, stops)


def _taken(clause: Clause) -> frozenset[str]:
    """Return by which words the cue names a receiver, of those that are in the cue or need none."""
    words = {clause.syntax.words[token] for token in clause.cue} | {"object"}
    found: set[str] = set()
    for word in words:
        found |= receivers().get(word, frozenset()) & words
    return frozenset(found)


def _passive(clause: Clause, stops: set[int]) -> Tokens | None:
    syntax = clause.syntax
    for verb in clause.cue:
        if syntax.tags[verb] not in {"VBN", "VBD"} or "object" not in receivers().get(
            syntax.words[verb], ()
        ):
            continue
        subject = syntax.child(verb, *PASSIVE_SUBJECTS)
        if subject is None:
            subject = _after_content(clause, verb)
        if subject is not None and subject in clause.free:
            return _noun_phrase(clause, subject, stops)
    return None


def _after_content(clause: Clause, verb: int) -> int | None:
    """Return who answers: "Asked whether it was true, the minister shrugged"."""
    syntax = clause.syntax
    if verb != syntax.first[verb] or not clause.content:
        return None
    start = clause.content[-1] + 1
    start += start < len(syntax) and syntax.words[start] == ","
    for token in range(start, min(start + LONGEST_RECEIVER, len(syntax))):
        if token in clause.free and syntax.deps[token] in SUBJECTS | PASSIVE_SUBJECTS:
            return token
    return None


def _noun_phrase(clause: Clause, head: int, stops: set[int]) -> Tokens | None:
    start = head
    while start > clause.syntax.left[head] and start - 1 in clause.free:
        start -= 1
    places = {
        token for token in range(head + 1, clause.syntax.right[head]) if _place(clause, token)
    }
    end = extent(clause, start, clause.syntax.right[head], stops | places)
    return (start, end) if start <= head <= end else None


def _after_cue(clause: Clause, stops: set[int]) -> Tokens | None:
    """Return the noun phrase right after a part of the cue."""
    syntax = clause.syntax
    for token in clause.cue:
        start = token + 1
        if start not in clause.free or start in stops:
            continue
        heads = [
            head
            for head in range(start, min(start + LONGEST_RECEIVER, len(syntax)))
            if head in clause.free and _noun(clause, head) and syntax.left[head] == start
        ]
        if heads:
            head = max(heads, key=lambda head: syntax.right[head])
            return _noun_phrase(clause, head, stops)
    return None


def _place(clause: Clause, token: int) -> bool:
    """Say whether a preposition leads from the receiver to the place: "told reporters in Rome"."""
    preposition = clause.syntax.deps[token] == "prep"
    return preposition and before().get(clause.syntax.words[token]) in {"any", "named"}


def _noun(clause: Clause, token: int) -> bool:
    tag = clause.syntax.tags[token]
    return tag.startswith("NN") or tag in {"PRP", "WP", "DT", "CD", "WDT"}


def _inside(clause: Clause) -> Tokens | None:
    """Return the receiver with which a demand begins: "the council" of "the council to act"."""
    syntax, content = clause.syntax, clause.content
    leading = {token + 1 for token in clause.cue if syntax.words[token] != "for"}
    content = content[1:] if content and syntax.words[content[0]] in QUOTES else content
    if not content or not leading.intersection((content[0], content[0] - 1)):
        return None
    for place, token in enumerate(content[:LONGEST_RECEIVER]):
        if syntax.tags[token] == "TO" and place:
            end = token - 1 - (syntax.words[token - 1] == "not")
            return (content[0], end) if end >= content[0] and _noun(clause, end) else None
        if syntax.verbal(token) or syntax.words[token] == "that":
            return None
    return None


def _prepositional(clause: Clause, phrases: Sequence[Phrase]) -> Tokens | None:
    for phrase in phrases:
        if clause.syntax.words[phrase.preposition] != "to" or phrase.kind in NOBODY:
            continue
        if _to_somebody(clause, phrase) and hangs(clause, phrase):
            return phrase.nominal
    return None


def _to_somebody(clause: Clause, phrase: Phrase) -> bool:
    """Say whether "to" leads to hearers: "a letter to parliament", but not "a visit to Seoul"."""
    syntax, governor = clause.syntax, clause.syntax.heads[phrase.preposition]
    noun = syntax.tags[governor].startswith("NN") and governor not in clause.cue
    spoken = noun_kinds().get(syntax.words[governor]) in {"document", "speech"}
    return syntax.tags[phrase.head].startswith(("NN", "PRP")) and (spoken or not noun)


def _participle(clause: Clause, stops: set[int]) -> Tokens | None:
    """Return whom a participle beside the cue addresses: "..., addressing the council"."""
    syntax = clause.syntax
    for token in sorted(clause.free):
        audience = "audience" in receivers().get(syntax.words[token], ())
        told = audience and syntax.tags[token] == "VBG" and clause.hangs(token)
        receiver = syntax.child(token, "dobj") if told else None
        if receiver is not None and receiver in clause.free:
            return _noun_phrase(clause, receiver, stops)
    return None
