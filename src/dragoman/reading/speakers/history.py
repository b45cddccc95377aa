"""What was said so far in a document, and by whom."""

from __future__ import annotations

import sys
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import table
from dragoman.model import Span, Statement
from dragoman.reading.speakers.genders import gendered_nouns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.reading.speakers.cast import Cast
    from dragoman.reading.speakers.source import Source

# Contents that may begin between the start of an outer content and a span inside it.
NESTED = 4
# Where a content begins, a paper may be named: its first words, in its first characters.
OPENING_WORDS, OPENING = 3, 60
PRONOUNS = {"he": "m", "she": "f"}


@dataclass(frozen=True, slots=True)
class Said:
    """A statement already linked, the paragraph where it begins, and where its last span ends."""

    statement: Statement
    paragraph: int
    at: int

    @property
    def speaker(self) -> str | None:
        """Who says it, as far as we know."""
        return self.statement.speaker


class History:
    """The statements linked so far. Those inside another's content are not its last ones.

    last: the last statement.
    """

    def __init__(self, statements: Sequence[Statement], cast: Cast) -> None:
        self._cast = cast
        self._contents = sorted(
            (span, index) for index, s in enumerate(statements) for span in s.content
        )
        self._linked: dict[int, Statement] = {}
        self._called: dict[str, Said] = {}
        self._issued: dict[str, Said] = {}
        self.last: Said | None = None
        self._persons: dict[str, Said] = {}

    def add(self, index: int, statement: Statement, source: Source | None) -> None:
        """Note a statement now linked."""
        self._linked[index] = statement
        said = Said(statement, self._cast.number(place_of(statement)), _end(statement))
        if source:
            self._called.update(dict.fromkeys(_nouns(source), said))
        if any(self.around(span, but=index) for span in statement.source):
            return
        self.last = said
        self._issued.update(dict.fromkeys(self._papers(statement), said))
        if source and self._by_person(statement, source):
            self._persons[self._gender(statement, source)] = said

    def by_person(self, gender: str) -> Said | None:
        """Return the last statement by one person, named or not, whom a gender fits."""
        fitting = {gender, ""} if gender else set(self._persons)
        said = [said for key, said in self._persons.items() if key in fitting]
        return max(said, key=lambda said: said.at, default=None)

    def called(self, noun: str) -> Said | None:
        """Return the last statement in whose source a noun stands."""
        return self._called.get(noun)

    def issued(self, noun: str) -> Said | None:
        """Return the last statement that was made in a paper called so: "a joint statement"."""
        return self._issued.get(noun)

    def around(self, span: Span, but: int | None = None) -> Statement | None:
        """Return the innermost statement, linked already, in whose content a span lies."""
        for _, index in reversed(self._holding(span)):
            if index in self._linked and index != but:
                return self._linked[index]
        return None

    def quoted(self, span: Span, around: Span | None = None) -> bool:
        """Say whether a span lies inside what somebody says, and `around` does not."""
        contents = self._holding(span)
        return any(around is None or not content.holds(around) for content, _ in contents)

    def _holding(self, span: Span) -> list[tuple[Span, int]]:
        """Return the contents in which a span lies, with their statements' numbers."""
        at = bisect_right(self._contents, (Span(span.start, sys.maxsize), sys.maxsize))
        return [
            (c, index) for c, index in self._contents[max(0, at - NESTED) : at] if c.holds(span)
        ]

    def _by_person(self, statement: Statement, source: Source) -> bool:
        if statement.speaker:
            return self._cast.is_person(statement.speaker)
        noun = source.head.lower_
        return noun in PRONOUNS or (not source.plural and noun in person_nouns())

    def _gender(self, statement: Statement, source: Source) -> str:
        known = self._cast.gender(statement.speaker) if statement.speaker else ""
        noun = source.head.lower_
        return known or PRONOUNS.get(noun, "") or gendered_nouns().get(noun, "")

    def _papers(self, statement: Statement) -> list[str]:
        """Return the papers named where a statement is introduced, or where its content begins.

        "They released a joint statement that ..." may have the paper on either side.
        """
        spans = [*statement.cue, *([statement.medium] if statement.medium else [])]
        words = {word for span in spans for word in self._cast.cut(span).casefold().split()}
        opening = self._cast.cut(statement.content[0])[:OPENING].casefold().split()
        return sorted((words | set(opening[:OPENING_WORDS])) & paper_nouns())


def _nouns(source: Source) -> list[str]:
    """Return the nouns that call a source; "the envoy" is not called by "Roe and the envoy"."""
    alone = [token for token in source.words if token.dep_ != "conj"]
    return [token.lower_ for token in alone if token.lower_ in callable_()]


def place_of(statement: Statement) -> int:
    """Return where a statement begins."""
    return min(span.start for span in (*statement.source, *statement.cue, *statement.content))


def _end(statement: Statement) -> int:
    return max(span.end for span in (*statement.source, *statement.cue, *statement.content))


@cache
def person_nouns() -> frozenset[str]:
    """Return the nouns for one person: the last words of titles, and others."""
    titles = {row["title"].casefold().replace("-", " ").split()[-1] for row in table("titles")}
    return frozenset(
        titles | {row["noun"] for row in table("person_nouns")} | set(gendered_nouns())
    )


@cache
def paper_nouns() -> frozenset[str]:
    """Return the nouns for what people write and others quote."""
    return frozenset(row["noun"] for row in table("paper_nouns"))


@cache
def callable_() -> frozenset[str]:
    """Return the nouns by which a document may call again who spoke before."""
    bodies = {row["noun"] for row in table("body_nouns")}
    return person_nouns() | paper_nouns() | bodies
