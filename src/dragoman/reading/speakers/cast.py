"""The figures of one document, and where it mentions them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from dragoman.model import ActorKind, Form
from dragoman.reading.speakers.genders import genders_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from dragoman.model import Figure, Mention, Role, Span
    from dragoman.reading.parse import Paragraph

SPEAKERS = frozenset(ActorKind) - {ActorKind.PLACE, ActorKind.EXERCISE}
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Whom an organisation's words may come from when it is called "it" or "they".
BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.STATE})


class Cast:
    """Finds the mentions of a document by place, and knows kinds, genders and roles."""

    def __init__(
        self,
        figures: Sequence[Figure],
        mentions: Sequence[Mention],
        paragraphs: Sequence[Paragraph],
        roles: Sequence[Role],
    ) -> None:
        self._figures = {figure.local: figure for figure in figures}
        self._mentions = sorted(mentions, key=lambda m: (m.span.start, -m.span.end, m.local))
        self._starts = [mention.span.start for mention in self._mentions]
        self._places: dict[str, list[int]] = defaultdict(list)
        for mention in self._mentions:
            self._places[mention.local].append(mention.span.start)
        self._families: dict[str, list[str]] = defaultdict(list)
        for figure in figures:
            if figure.kind is ActorKind.PERSON:
                self._families[figure.name.casefold().split()[-1]].append(figure.local)
        self._paragraphs = paragraphs
        self._firsts = [paragraph.span.start for paragraph in paragraphs]
        self._genders = genders_of(figures, self._mentions, roles, self)
        self.roles = sorted(roles, key=lambda role: role.span)

    def figure(self, local: str) -> Figure | None:
        """Return a figure by its key."""
        return self._figures.get(local)

    def kind(self, local: str) -> ActorKind | None:
        """Return what a figure is."""
        figure = self._figures.get(local)
        return figure.kind if figure else None

    def of_family(self, word: str) -> str | None:
        """Return the one person whose name ends in a word, which is in small letters."""
        bearers = self._families.get(word, [])
        return bearers[0] if len(bearers) == 1 else None

    def is_person(self, local: str) -> bool:
        """Say whether a figure is a person."""
        return self.kind(local) is ActorKind.PERSON

    def speaks(self, mention: Mention) -> bool:
        """Say whether a mention's figure is of a kind that can say something."""
        return self.kind(mention.local) in SPEAKERS

    def gender(self, local: str) -> str:
        """Return whether a person is a man (m) or a woman (f), empty where nothing tells."""
        return self._genders.get(local, "")

    def fits(self, local: str, gender: str) -> bool:
        """Say whether "he" (m), "she" (f) or a noun that does not tell ("") may mean a person."""
        return not gender or self._genders.get(local, gender) == gender

    def learn(self, local: str, gender: str) -> None:
        """Note the gender by which the document calls a person."""
        self._genders.setdefault(local, gender)

    def between(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that begin in a stretch of the document."""
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def inside(self, span: Span) -> list[Mention]:
        """Return the mentions that lie in a span."""
        return [m for m in self.between(span.start, span.end) if span.holds(m.span)]

    def last_named(self, local: str, before: int) -> int:
        """Return where a figure was last mentioned before an offset, -1 if nowhere."""
        places = self._places.get(local, [])
        at = bisect_left(places, before)
        return places[at - 1] if at else -1

    def number(self, offset: int) -> int:
        """Return which paragraph an offset is in."""
        return max(0, bisect_right(self._firsts, offset) - 1)

    def first(self, number: int) -> int:
        """Return where a paragraph begins."""
        return self._firsts[max(0, number)]

    def paragraph(self, offset: int) -> Paragraph:
        """Return the paragraph that an offset is in."""
        return self._paragraphs[self.number(offset)]

    def tokens(self, span: Span) -> Tokens | None:
        """Return the parsed words of a span, None where it leaves its paragraph."""
        paragraph = self.paragraph(span.start)
        if not paragraph.span.holds(span):
            return None
        start = paragraph.span.start
        return paragraph.parsed.char_span(
            span.start - start, span.end - start, alignment_mode="expand"
        )

    def cut(self, span: Span) -> str:
        """Return the words of a span, which lies in one paragraph."""
        paragraph = self.paragraph(span.start)
        return span.shifted(-paragraph.span.start).cut(paragraph.text)

    def is_subject(self, mention: Mention) -> bool:
        """Say whether a mention is the subject of a verb, or the agent of a passive one."""
        tokens = self.tokens(mention.span)
        if tokens is None or mention.form is Form.PRONOUN:
            return False
        head = _climb(tokens.root)
        # "by Jane Roe": the preposition bears the label of the agent.
        return head.dep_ in SUBJECTS or (head.dep_ == "pobj" and head.head.dep_ == "agent")


def _climb(token: Token) -> Token:
    return token.head if token.dep_ in {"appos", "compound", "flat"} else token
