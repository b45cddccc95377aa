"""Prepositional phrases and objects of a clause, with their extent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.reading.circumstances.lexicon import noun_kinds, outlet_nouns, outlets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.reading.circumstances.clause import Clause
    from dragoman.reading.circumstances.moments import Tokens

STOPS = frozenset({",", ";", ":", "(", ")", "–", "—", "--", "“", "”", '"', "but", "while", "who"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Tokens of the longest phrase; longer ones are parse errors that swallowed a clause.
LONGEST_PHRASE = 40
PREPOSITIONS = frozenset({"IN", "TO", "RP"})
LETTER_AND_STOP = len("X.")
DETERMINERS = frozenset({"DT", "PRP$"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A preposition, the head noun it leads to, and its last token; all are tokens.

    kind: what occasion_nouns.tsv calls the head, or "outlet", "name", or nothing.
    """

    preposition: int
    head: int
    end: int
    kind: str

    @property
    def nominal(self) -> Tokens:
        """Return the phrase without its preposition."""
        return self.preposition + 1, self.end


def phrases_of(clause: Clause, times: list[Tokens]) -> Iterator[Phrase]:
    """Yield the prepositional phrases among the free tokens, whatever they hang on, in order.

    They end before a time, a comma or a bracket.
    """
    syntax, starts = clause.syntax, {start for start, _ in times}
    inside = {token for start, end in times for token in range(start, end + 1)}
    for token in sorted(clause.free - inside):
        if syntax.tags[token] not in PREPOSITIONS and syntax.deps[token] != "prep":
            continue
        head = syntax.child(token, "pobj", "dobj")
        if head is None or head not in clause.free or head in inside:
            continue
        end = extent(clause, token + 1, syntax.right[head], starts)
        if end >= head:
            yield Phrase(token, head, end, kind_of(clause, head, token + 1, end))


def extent(clause: Clause, start: int, end: int, stops: set[int]) -> int:
    """Return where a noun phrase ends that begins at `start`: before a stop, at most at `end`."""
    last, end = start - 1, min(end, start + LONGEST_PHRASE)
    for token in range(start, clause.run(start, end) + 1):
        if token in stops or (token > start and _stops(clause, token, end)):
            break
        last = token
    while last > start and clause.syntax.tags[last] == "IN":
        last -= 1
    return last


def _stops(clause: Clause, token: int, end: int) -> bool:
    """Say whether a phrase ends before a token; "and" ends it if a verb follows."""
    syntax = clause.syntax
    if syntax.words[token] == "and":
        return any(syntax.tags[later] in FINITE for later in range(token, end + 1))
    return syntax.words[token] in STOPS


def kind_of(clause: Clause, head: int, start: int, end: int) -> str:
    """Return what a noun phrase names."""
    syntax = clause.syntax
    known = noun_kinds().get(syntax.words[head], "")
    name = syntax.text[syntax.starts[head]].isupper()
    if name and known != "place" and _outlet(clause, start, end):
        return "outlet"
    return known or ("name" if name else "")


def _outlet(clause: Clause, start: int, end: int) -> bool:
    """Say whether words name an outlet: one of the tables, or a name that ends like one."""
    syntax = clause.syntax
    while start < end and syntax.tags[start] in DETERMINERS:
        start += 1
    words = place_of(clause, (start, end))
    last = start
    while last < end and syntax.tags[last + 1] in {"NNP", "NNPS"}:
        last += 1
    named = place_of(clause, (start, last))
    ends = last > start and syntax.words[last] in outlet_nouns()
    return ends or any(syntax.text[a:b] in outlets() for a, b in (words, named))


def place_of(clause: Clause, tokens: Tokens) -> tuple[int, int]:
    """Return where tokens stand in the paragraph, without the full stop of "in a post on X."."""
    syntax, (first, last) = clause.syntax, tokens
    start, end = syntax.starts[first], syntax.ends[last]
    word = syntax.words[last]
    ends_sentence = last == syntax.last[last] and len(word) == LETTER_AND_STOP
    return start, end - (ends_sentence and word.endswith("."))
