"""The words of a statement's source, taken apart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import table
from dragoman.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.model import Mention
    from dragoman.reading.speakers.cast import Cast

PLURALS = frozenset({"NNS", "NNPS"})
NAMES = frozenset({"NNP", "NNPS"})
NOUNS = NAMES | {"NN", "NNS"}
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
# Words that open what qualifies the noun before them.
OPENING = frozenset({"who", "which", "that", "whose", "whom", ",", "(", "–", "—"})
SHORT_WORDS = frozenset({"IN", "TO"})
# A source is looked at no further than this many words.
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Source:
    """A source: where it stands, its parsed words, the noun it is built on, figures named in it.

    core: its words before a comma, a preposition or a relative clause; the head is their last noun
    if the parse has it elsewhere. root: where the parse has it, if that is a name.
    """

    span: Span
    words: tuple[Token, ...]
    head: Token
    root: Token
    core: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    offset: int

    def place(self, token: Token) -> Span:
        """Return where a token stands in the document."""
        return Span(self.offset + token.idx, self.offset + token.idx + len(token))

    @property
    def definite(self) -> bool:
        """Whether it means something told already: "the minister", "this agency"."""
        return self.words[0].lower_ in DEFINITE

    @property
    def plural(self) -> bool:
        """Whether it means several."""
        return self.head.tag_ in PLURALS

    def qualifiers(self) -> frozenset[str]:
        """Return the words before the head that tell which one: "supreme" of "the Supreme Court".

        In small letters. Of adjectives only those of an office ("foreign") or a
        name tell that.
        """
        before = [t for t in self.core if t.i < self.head.i and t.is_alpha]
        telling = {t.lower_ for t in before if t.tag_ in NOUNS or t.lower_ in title_words()}
        names = {t.lower_ for t in before[1:] if t.is_title}
        return frozenset((telling | names) - DEFINITE)

    def called(self) -> str:
        """Return the words right before the head that go with it, and the head, in small letters.

        "the Japanese foreign minister" gives "japanese foreign minister".
        """
        before = [t for t in self.core if t.i <= self.head.i and t.is_alpha]
        return " ".join(token.lower_ for token in before)


@cache
def title_words() -> frozenset[str]:
    """Return the words of all titles, in small letters."""
    return frozenset(word for row in table("titles") for word in row["title"].casefold().split())


def source_of(cast: Cast, span: Span) -> Source | None:
    """Take a source apart; None where it leaves its paragraph or has no words."""
    tokens = cast.tokens(span)
    words = tuple(token for token in tokens[:LONGEST] if not token.is_space) if tokens else ()
    if tokens is None or not words:
        return None
    core = _core(words)
    nouns = [token for token in core if token.tag_ in NOUNS]
    head = tokens.root if tokens.root in core or not nouns else nouns[-1]
    root = tokens.root if tokens.root.tag_ in NAMES else head
    offset = cast.paragraph(span.start).span.start
    return Source(span, words, head, root, core, tuple(cast.inside(span)), offset)


def _core(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the words before the first that opens a qualification; all if there is none."""
    for index, token in enumerate(words):
        if index and (token.lower_ in OPENING or token.tag_ in SHORT_WORDS):
            return words[:index]
    return words
