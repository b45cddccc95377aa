"""Speakers of a document's statements, in the order of its text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.model import Form, Mention
from dragoman.reading.speakers.bodies import Bodies
from dragoman.reading.speakers.cast import Cast
from dragoman.reading.speakers.going_on import going_on
from dragoman.reading.speakers.history import History, place_of
from dragoman.reading.speakers.named import named
from dragoman.reading.speakers.nominals import Nominals
from dragoman.reading.speakers.offices import Offices
from dragoman.reading.speakers.pronouns import (
    FIRST,
    RELATIVES,
    of_first_person,
    of_pronoun,
    of_relative,
    pronouns,
)
from dragoman.reading.speakers.source import source_of
from dragoman.reading.speakers.through import through

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.model import Figure, Role, Span, Statement
    from dragoman.reading.parse import Paragraph
    from dragoman.reading.speakers.found import Found
    from dragoman.reading.speakers.source import Source


def link_speakers(
    statements: Sequence[Statement],
    figures: Sequence[Figure],
    mentions: Sequence[Mention],
    paragraphs: Sequence[Paragraph],
    roles: Sequence[Role],
) -> tuple[tuple[Statement, ...], tuple[Mention, ...]]:
    """Return the statements with their speakers, and mentions for the pronouns that speak.

    The speaker is the figure that the head of the source names, speaks for, or calls again by a
    noun or a pronoun; a quotation without a source takes over the speaker of the quotation that it
    goes on from. None rather than a guess. The score is that of the kind of evidence.
    """
    linker = Linker(statements, figures, mentions, paragraphs, roles)
    order = sorted(range(len(statements)), key=lambda i: place_of(statements[i]))
    linked = {index: linker.link(index, statements[index]) for index in order}
    pronouns = {(mention.span, mention.local): mention for mention in linker.pronouns}
    return tuple(linked[index] for index in range(len(statements))), tuple(pronouns.values())


class Linker:
    """Goes through the statements of one document in the order of the text.

    pronouns: the mentions of speakers found for pronouns.
    """

    def __init__(
        self,
        statements: Sequence[Statement],
        figures: Sequence[Figure],
        mentions: Sequence[Mention],
        paragraphs: Sequence[Paragraph],
        roles: Sequence[Role],
    ) -> None:
        self._cast = Cast(figures, mentions, paragraphs, roles)
        self._history = History(statements, self._cast)
        self._nominals = Nominals(
            self._cast, self._history, Offices(self._cast), Bodies(figures, mentions)
        )
        self.pronouns: list[Mention] = []

    def link(self, index: int, statement: Statement) -> Statement:
        """Return the statement with its speaker, if one is found."""
        source, found = None, None
        for span in statement.source:
            source = source_of(self._cast, span)
            if source:
                found = self._of_words(source)
                break
        if not statement.source:
            found = going_on(self._cast, self._history, statement)
        linked = replace(
            statement,
            speaker=found.local if found else None,
            speaker_score=found.score if found else None,
        )
        self._history.add(index, linked, source)
        return linked

    def _of_words(self, source: Source) -> Found | None:
        # Not the token's text: a lost space glues it to a mark (exclusive,’he said).
        word = self._cast.cut(source.span).casefold()
        if word in pronouns():
            return self._of_pronoun(source.span, word)
        if word in FIRST:
            return of_first_person(self._cast, self._history, source.span)
        if word in RELATIVES:
            return of_relative(self._cast, source.span, word)
        return (
            named(self._cast, source)
            or through(self._cast, source)
            or self._nominals.of_noun(source)
        )

    def _of_pronoun(self, span: Span, word: str) -> Found | None:
        found = of_pronoun(self._cast, self._history, span, word)
        if found:
            self.pronouns.append(Mention(span, found.local, Form.PRONOUN, found.score))
        return found
