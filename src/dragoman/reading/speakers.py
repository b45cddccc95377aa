"""Whose words a statement gives."""

from __future__ import annotations

import sys
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import table
from dragoman.model import ActorKind, Form, Mention, Span, StatementKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from dragoman.model import Figure, Statement
    from dragoman.reading.parse import Paragraph

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
RELATIVES = frozenset({"who", "which", "that"})
LINKS = frozenset({"of", "for", "to", "by", "with", "from", "under", "about", "on"})
CLOSING = frozenset("\"”’'»“」』›")
# Contents that may begin between the start of an outer content and a span inside it.
NESTED = 4
# A pronoun looks back no further than this many paragraphs.
REACH = 2
# Characters between a name and the noun that speaks for it ("Kyodo news service"), or "who".
NOUN_GAP, RELATIVE_GAP, RELATIVE_REACH = 10, 2, 80
# Scores of a pronoun after its speaker, after the only subject, after the only person named.
AFTER_SPEAKER, AFTER_SUBJECT, AFTER_NAME = 0.8, 0.7, 0.5


def link_speakers(
    statements: Sequence[Statement],
    figures: Sequence[Figure],
    mentions: Sequence[Mention],
    paragraphs: Sequence[Paragraph],
) -> tuple[tuple[Statement, ...], tuple[Mention, ...]]:
    """Return the statements with their speakers, and mentions for the pronouns that speak.

    The speaker is the figure that the head of the source names. A pronoun goes to the last
    speaker, subject or person before it, if exactly one fits. A quotation without a source takes
    over the speaker of the quotation that it goes on from. None rather than a guess.
    """
    linker = _Linker(statements, figures, mentions, paragraphs)
    order = sorted(range(len(statements)), key=lambda i: _place(statements[i]))
    linked = {index: linker.link(statements[index]) for index in order}
    pronouns = {(mention.span, mention.local): mention for mention in linker.pronouns}
    return tuple(linked[index] for index in range(len(statements))), tuple(pronouns.values())


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement already linked, the paragraph where it begins, and where its last span ends."""

    statement: Statement
    paragraph: int
    at: int


class _Linker:
    """Goes through the statements of one document in the order of the text."""

    def __init__(
        self,
        statements: Sequence[Statement],
        figures: Sequence[Figure],
        mentions: Sequence[Mention],
        paragraphs: Sequence[Paragraph],
    ) -> None:
        self._kinds = {figure.local: figure.kind for figure in figures}
        self._mentions = sorted(mentions, key=lambda m: (m.span.start, -m.span.end))
        self._starts = [mention.span.start for mention in self._mentions]
        self._paragraphs = paragraphs
        self._firsts = [paragraph.span.start for paragraph in paragraphs]
        self._contents = sorted(span for s in statements for span in s.content)
        self._said: _Said | None = None
        self._person_said: _Said | None = None
        self._genders: dict[str, str] = {}
        self.pronouns: list[Mention] = []

    def link(self, statement: Statement) -> Statement:
        """Return the statement with its speaker, if one is found."""
        speaker = self._of_source(statement) if statement.source else self._carried(statement)
        linked = replace(statement, speaker=speaker)
        self._said = _Said(linked, self._paragraph_at(_place(statement)), _end(statement))
        nested = any(self._inside_content(span) for span in statement.source)
        if speaker and not nested and self._kinds.get(speaker) is ActorKind.PERSON:
            self._person_said = self._said
        return linked

    def _of_source(self, statement: Statement) -> str | None:
        for span in statement.source:
            paragraph = self._paragraphs[self._paragraph_at(span.start)]
            tokens = _tokens(paragraph, span)
            if tokens is not None:
                return self._of_words(paragraph, span, tokens)
        return None

    def _of_words(self, paragraph: Paragraph, span: Span, tokens: Tokens) -> str | None:
        # Not the token's text: a lost space glues it to a mark (exclusive,’he said).
        word = span.shifted(-paragraph.span.start).cut(paragraph.text).casefold()
        if word in _pronouns():
            return self._of_pronoun(span, word)
        if word in RELATIVES:
            return self._antecedent(span, word)
        inside = [m for m in self._between(span.start, span.end) if span.holds(m.span)]
        head = paragraph.place(tokens.root)
        at_head = [m for m in inside if m.span.holds(head) and self._speaks(m)]
        if at_head:
            return max(at_head, key=lambda m: len(m.span)).local
        return self._spoken_for(tokens.root, inside, paragraph) or self._only_person(
            paragraph, tokens, inside
        )

    def _spoken_for(
        self, head: Token, inside: Sequence[Mention], paragraph: Paragraph
    ) -> str | None:
        """Return whom a noun like "agency" or "government" speaks for: the name right before it."""
        takes = _speaking().get(head.lower_)
        start = paragraph.place(head).start
        before = [m for m in inside if m.span.end <= start and m.form is Form.NAME]
        fits = [m for m in before if self._kinds.get(m.local) == takes]
        near = bool(fits) and start - fits[-1].span.end <= NOUN_GAP
        return fits[-1].local if near else None

    def _only_person(
        self, paragraph: Paragraph, tokens: Tokens, inside: Sequence[Mention]
    ) -> str | None:
        """Return the one person in a source, unless a preposition leads to the name."""
        persons = [m for m in inside if self._kinds.get(m.local) is ActorKind.PERSON]
        if len({m.local for m in persons}) != 1:
            return None
        first = persons[0].span.start - paragraph.span.start
        before = [token.lower_ for token in tokens if token.idx < first]
        if "," in before:  # an apposition: "the chief of staff of the air force, General Roe"
            before = before[len(before) - before[::-1].index(",") :]
        return None if LINKS & set(before) or "'s" in before[-1:] else persons[0].local

    def _of_pronoun(self, span: Span, word: str) -> str | None:
        number, gender = _pronouns()[word]
        found = self._person(span, gender) if gender in {"m", "f"} else self._body(span, number)
        if found is None:
            return None
        local, score = found
        if gender in {"m", "f"}:
            self._genders.setdefault(local, gender)
        self.pronouns.append(Mention(span, local, Form.PRONOUN, score))
        return local

    def _person(self, span: Span, gender: str) -> tuple[str, float] | None:
        """Return the person whom "he" or "she" may be: speaker, subject, or only one named."""
        here = self._paragraph_at(span.start)
        since = self._firsts[max(0, here - REACH)]
        seen = [
            m
            for m in self._between(since, span.start)
            if m.form is not Form.PRONOUN
            and self._is_person(m, gender)
            and not self._inside_content(m.span, around=span)
        ]
        subjects = [m for m in seen if self._is_subject(m)]
        said = self._person_said
        last = said.statement.speaker if said and said.paragraph >= here - REACH else None
        if said and last and self._fits(last, gender):
            newer = [m for m in subjects if m.span.start > said.at and m.local != last]
            if not newer:
                return last, AFTER_SPEAKER
        if subjects:
            return subjects[-1].local, AFTER_SUBJECT
        return (seen[-1].local, AFTER_NAME) if len({m.local for m in seen}) == 1 else None

    def _body(self, span: Span, number: str) -> tuple[str, float] | None:
        """Return the state or organisation that "it" may be: the one that spoke just before."""
        said = self._said
        last = said.statement.speaker if said else None
        if said is None or last is None or said.paragraph < self._paragraph_at(span.start) - 1:
            return None
        kind = self._kinds.get(last)
        fits = {ActorKind.ORGANISATION, ActorKind.GROUP} | (
            {ActorKind.STATE} if number == "one" else set()
        )
        return (last, AFTER_NAME) if kind in fits else None

    def _antecedent(self, span: Span, word: str) -> str | None:
        """Return the figure named right before "who", else the last person shortly before it.

        Between the two may stand where the person belongs: "Roe of King's College, London, who".
        """
        here = self._paragraphs[self._paragraph_at(span.start)].span.start
        since = max(here, span.start - RELATIVE_REACH)
        before = [m for m in self._between(since, span.start) if m.span.end <= span.start]
        near = [m for m in before if span.start - m.span.end <= RELATIVE_GAP and self._speaks(m)]
        persons = [m for m in before if self._kinds.get(m.local) is ActorKind.PERSON]
        found = near or (persons if word == "who" else [])
        return found[-1].local if found else None

    def _carried(self, statement: Statement) -> str | None:
        """Return the last speaker where a quotation without a source goes on from his."""
        said, start = self._said, statement.content[0].start
        if said is None or said.statement.speaker is None or statement.cue:
            return None
        if StatementKind.INDIRECT in {statement.kind, said.statement.kind}:
            return None
        here, last = self._paragraph_at(start), said.statement.content[-1]
        if self._paragraph_at(last.start) == here:
            end = max(s.end for s in (last, *said.statement.source, *said.statement.cue))
            other = [m for m in self._between(end, start) if m.local != said.statement.speaker]
            return None if other else said.statement.speaker
        return said.statement.speaker if self._unclosed(last, here) else None

    def _unclosed(self, last: Span, here: int) -> bool:
        """Say whether the paragraph before ends inside its quotation."""
        index = self._paragraph_at(last.start)
        paragraph = self._paragraphs[index]
        ends = paragraph.span.end - last.end <= 1
        words = last.shifted(-paragraph.span.start).cut(paragraph.text) if ends else ""
        return index == here - 1 and bool(words) and words[-1] not in CLOSING

    def _between(self, start: int, end: int) -> list[Mention]:
        low, high = bisect_right(self._starts, start - 1), bisect_right(self._starts, end - 1)
        return self._mentions[low:high]

    def _paragraph_at(self, offset: int) -> int:
        return max(0, bisect_right(self._firsts, offset) - 1)

    def _speaks(self, mention: Mention) -> bool:
        return self._kinds.get(mention.local) in SPEAKERS

    def _is_person(self, mention: Mention, gender: str) -> bool:
        person = self._kinds.get(mention.local) is ActorKind.PERSON
        return person and self._fits(mention.local, gender)

    def _fits(self, local: str, gender: str) -> bool:
        return self._genders.get(local, gender) == gender

    def _inside_content(self, span: Span, around: Span | None = None) -> bool:
        """Say whether a span lies inside what somebody says, and `around` does not."""
        at = bisect_right(self._contents, Span(span.start, sys.maxsize))
        contents = [c for c in self._contents[max(0, at - NESTED) : at] if c.holds(span)]
        return any(around is None or not content.holds(around) for content in contents)

    def _is_subject(self, mention: Mention) -> bool:
        paragraph = self._paragraphs[self._paragraph_at(mention.span.start)]
        tokens = _tokens(paragraph, mention.span)
        if tokens is None:
            return False
        head = _climb(tokens.root)
        # "by Jane Roe": the preposition bears the label of the agent.
        return head.dep_ in SUBJECTS or (head.dep_ == "pobj" and head.head.dep_ == "agent")


SPEAKERS = frozenset(ActorKind) - {ActorKind.PLACE, ActorKind.EXERCISE}


def _climb(token: Token) -> Token:
    return token.head if token.dep_ in {"appos", "compound", "flat"} else token


def _place(statement: Statement) -> int:
    return min(span.start for span in (*statement.source, *statement.cue, *statement.content))


def _end(statement: Statement) -> int:
    return max(span.end for span in (*statement.source, *statement.cue, *statement.content))


def _tokens(paragraph: Paragraph, span: Span) -> Tokens | None:
    if not paragraph.span.holds(span):
        return None
    start = paragraph.span.start
    return paragraph.parsed.char_span(span.start - start, span.end - start, alignment_mode="expand")


@cache
def _pronouns() -> dict[str, tuple[str, str]]:
    return {row["pronoun"]: (row["number"], row["gender"]) for row in table("pronouns")}


@cache
def _speaking() -> dict[str, str]:
    return {row["noun"]: row["takes"] for row in table("speaking_nouns")}
