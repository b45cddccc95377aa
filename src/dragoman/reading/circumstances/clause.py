"""The clause that a cue stands in, without what is said."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.reading.statements.syntax import SUBJECTS, Syntax, read_syntax

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dragoman.model import Span, Statement
    from dragoman.reading.parse import Paragraph

# Longest way up from a phrase to the cue that it hangs on; deeper parses are errors.
LONGEST_WAY = 12


@dataclass(frozen=True, slots=True)
class Clause:
    """The tokens of one statement in the sentence of its cue.

    base: offset of the paragraph in the document. free: tokens, in order, that belong neither to
    the statement nor to what another says there. foreign: tokens of other statements' cues.
    """

    syntax: Syntax
    base: int
    cue: tuple[int, ...]
    source: frozenset[int]
    content: tuple[int, ...]
    free: frozenset[int]
    foreign: frozenset[int]

    def hangs(self, token: int) -> bool:
        """Say whether a token of the sentence belongs to the cue by the parse.

        The way up leads through nouns, prepositions and participles. It ends at the cue, or at
        the source or the content, on which the parser hangs much that goes with the verb.
        """
        syntax, own = self.syntax, {*self.cue, *self.source, *self.content}
        for _ in range(LONGEST_WAY):
            if syntax.deps[token] == "relcl" or token in self.foreign:
                return False
            head = syntax.heads[token]
            if head in own:
                return True
            if head == token or _finite(syntax, head):
                return False
            token = head
        return False

    def fronted(self, token: int) -> bool:
        """Say whether a token stands before source and cue."""
        return token < min([*self.cue, *self.source])

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

    A statement without a cue has none.
    """
    firsts = [paragraph.span.start for paragraph in paragraphs]
    parses: dict[int, Syntax] = {}
    places = [bisect_right(firsts, s.cue[0].start) - 1 if s.cue else -1 for s in statements]
    fellows: dict[int, list[Statement]] = {}
    for place, statement in zip(places, statements, strict=True):
        fellows.setdefault(place, []).append(statement)
    for place, statement in zip(places, statements, strict=True):
        if place < 0 or not paragraphs[place].span.holds(statement.cue[0]):
            yield None
            continue
        if place not in parses:
            parses[place] = read_syntax(paragraphs[place].parsed)
        yield _clause(parses[place], firsts[place], statement, fellows[place])


def _clause(
    syntax: Syntax, base: int, statement: Statement, fellows: Iterable[Statement]
) -> Clause | None:
    cue = _tokens(syntax, base, statement.cue)
    if not cue:
        return None
    source = _tokens(syntax, base, statement.source)
    content = _tokens(syntax, base, statement.content)
    region = set(range(syntax.first[cue[0]], syntax.last[cue[-1]] + 1))
    foreign: set[int] = set()
    for other in fellows:
        if other is statement:
            continue
        said = set(_tokens(syntax, base, other.content))
        region = region & said if said.issuperset(cue) else region - said
        foreign.update(_tokens(syntax, base, other.cue))
    free = region.difference(cue, source, content)
    return Clause(
        syntax, base, cue, frozenset(source), content, frozenset(free), frozenset(foreign - {*cue})
    )


def _tokens(syntax: Syntax, base: int, spans: Iterable[Span]) -> tuple[int, ...]:
    """Return the tokens that spans of the document touch, in order."""
    found: list[int] = []
    for span in spans:
        low = bisect_right(syntax.ends, span.start - base)
        high = bisect_left(syntax.starts, span.end - base)
        found += range(low, high)
    return tuple(sorted(set(found)))
