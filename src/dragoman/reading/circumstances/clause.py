"""The clause that a cue stands in, without what is said."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.reading.syntax import SUBJECTS, Syntax

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dragoman.model import Span, Statement
    from dragoman.reading.parse import Paragraph

# Longest way up from a phrase to the cue that it hangs on; deeper parses are errors.
LONGEST_WAY = 12


@dataclass(frozen=True, slots=True)
class Clause:
    """The tokens of one statement in the sentence of its cue.

    base: offset of the paragraph in the document. own: cue, source and content together. free:
    tokens that belong neither to the statement nor to what another says there. foreign: tokens of
    other statements' cues.
    """

    syntax: Syntax
    base: int
    cue: tuple[int, ...]
    source: frozenset[int]
    content: tuple[int, ...]
    own: frozenset[int]
    free: frozenset[int]
    foreign: frozenset[int]

    def hangs(self, token: int) -> bool:
        """Say whether a token of the sentence belongs to the cue by the parse.

        The way up leads through nouns, prepositions and participles. It ends at the cue, or at
        the source or the content, on which the parser hangs much that goes with the verb.
        """
        syntax = self.syntax
        for _ in range(LONGEST_WAY):
            if syntax.deps[token] == "relcl" or token in self.foreign:
                return False
            head = syntax.heads[token]
            if head in self.own:
                return True
            if head == token or _finite(syntax, head):
                return False
            token = head
        return False

    def run(self, start: int, end: int) -> int:
        """Return the last token up to `end` that free tokens lead to from `start`."""
        last = start
        while last < end and last + 1 in self.free:
            last += 1
        return last


def _finite(syntax: Syntax, token: int) -> bool:
    """Say whether a verb has a subject of its own or a finite form."""
    if not syntax.verbal(token):
        return False
    if syntax.child(token, *SUBJECTS) is not None:
        return True
    return syntax.tags[token] in {"VBD", "VBZ", "VBP"}


def clauses(
    statements: Sequence[Statement], paragraphs: Sequence[Paragraph]
) -> Iterator[Clause | None]:
    """Yield the clause of each statement, None where no paragraph holds its cue.

    A statement without a cue has none. Time is linear in the tokens of the statements.
    """
    firsts = [paragraph.span.start for paragraph in paragraphs]
    places = [bisect_right(firsts, s.cue[0].start) - 1 if s.cue else -1 for s in statements]
    fellows: dict[int, list[Statement]] = {}
    for place, statement in zip(places, statements, strict=True):
        fellows.setdefault(place, []).append(statement)
    told = {
        place: _clauses(paragraphs[place], fellows[place])
        for place in sorted(fellows)
        if place >= 0
    }
    for place in places:
        yield next(told[place]) if place >= 0 else None


def _clauses(paragraph: Paragraph, statements: Sequence[Statement]) -> Iterator[Clause | None]:
    """Yield the clauses of the statements of one paragraph."""
    syntax, base = paragraph.syntax, paragraph.span.start
    cues = [_tokens(syntax, base, statement.cue) for statement in statements]
    contents = [_tokens(syntax, base, statement.content) for statement in statements]
    around, called = _held(contents), _held(cues)
    for number, (statement, cue) in enumerate(zip(statements, cues, strict=True)):
        if not cue:
            yield None
            continue
        source = frozenset(_tokens(syntax, base, statement.source))
        own = source.union(cue, contents[number])
        sentence = range(syntax.first[cue[0]], syntax.last[cue[-1]] + 1)
        outer = around.get(cue[0], frozenset()) - {number}
        beside = [t for t in sentence if around.get(t, frozenset()) - {number} == outer]
        foreign = frozenset(t for t in sentence if called.get(t, frozenset()) - {number})
        yield Clause(
            syntax, base, cue, source, contents[number], own, frozenset(beside) - own,
            foreign.difference(cue),
        )  # fmt: skip


def _held(tokens: Sequence[Iterable[int]]) -> dict[int, frozenset[int]]:
    """Return, for each token, the numbers of those that hold it."""
    found: dict[int, set[int]] = {}
    for number, held in enumerate(tokens):
        for token in held:
            found.setdefault(token, set()).add(number)
    return {token: frozenset(numbers) for token, numbers in found.items()}


def _tokens(syntax: Syntax, base: int, spans: Iterable[Span]) -> tuple[int, ...]:
    """Return the tokens that spans of the document touch, in order."""
    found: set[int] = set()
    for span in spans:
        low = bisect_right(syntax.ends, span.start - base)
        found.update(range(low, bisect_left(syntax.starts, span.end - base)))
    return tuple(sorted(found))
