"""A paragraph while its actors are being found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.model import Span
from dragoman.reading.actors.words import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from dragoman.model import Figure
    from dragoman.reading.actors.gazetteer import Entry
    from dragoman.reading.actors.words import Words
    from dragoman.reading.parse import Paragraph

# Articles, prepositions, conjunctions: small in a headline too. Of the other words, more than this
# share has a capital in one; fewer words than this may as well be a list of names.
SMALL_TAGS = frozenset({"IN", "DT", "CC", "TO", "RP", "POS"})
HEADLINE_SHARE, HEADLINE_WORDS = 0.9, 5


@dataclass(slots=True)
class Find:
    """A name found: words `[start, end)` of its page.

    figure: None where a shared name fits nobody, or several. entry: the table's row it came from.
    score: 0 to 1, how likely the name names this figure.
    """

    start: int
    end: int
    figure: Figure | None
    score: float
    entry: Entry | None = None


@dataclass(slots=True)
class Page:
    """A paragraph, its words, and the names found in it.

    finds: may nest ("South Korean" in "South Korean Foreign Ministry").
    taken: for each word, whether a name covers it.
    """

    paragraph: Paragraph
    words: Words
    finds: list[Find] = field(default_factory=list)
    taken: list[Find | None] = field(default_factory=list)

    @property
    def headline(self) -> bool:
        """Whether capitals mean little here: nearly all full words have one, as in headlines."""
        texts, tokens, parsed = self.words.texts, self.words.tokens, self.paragraph.parsed
        full = [
            text
            for text, token in zip(texts, tokens, strict=True)
            if text.isalpha() and len(text) > 1 and parsed[token].tag_ not in SMALL_TAGS
        ]
        capitals = sum(text[0].isupper() for text in full)
        return len(full) >= HEADLINE_WORDS and capitals > HEADLINE_SHARE * len(full)

    def add(self, find: Find) -> None:
        """Add a name and mark its words."""
        self.finds.append(find)
        for index in range(find.start, find.end):
            self.taken[index] = find

    def drop(self, find: Find) -> None:
        """Take a name back."""
        self.finds.remove(find)
        for index in range(find.start, find.end):
            if self.taken[index] is find:
                self.taken[index] = None

    def free(self, start: int, end: int) -> bool:
        """Say whether no name covers any of the words."""
        return not any(self.taken[start:end])

    def span(self, start: int, end: int) -> Span:
        """Return where words stand in the document."""
        return Span(self.words.starts[start], self.words.ends[end - 1])

    def text(self, start: int, end: int) -> str:
        """Return words as the document writes them, white space made single."""
        offset = self.paragraph.span.start
        span = self.span(start, end)
        return " ".join(self.paragraph.text[span.start - offset : span.end - offset].split())

    def token(self, word: int) -> Token:
        """Return the token of the parse that holds a word."""
        return self.paragraph.parsed[self.words.tokens[word]]

    def word_at(self, token: int) -> int:
        """Return the first word of a token of the parse, or the next word's index."""
        low, high = 0, len(self.words.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.words.tokens[middle] < token:
                low = middle + 1
            else:
                high = middle
        return low


def pages_of(paragraphs: Sequence[Paragraph]) -> list[Page]:
    """Return the paragraphs ready to be searched."""
    pages = []
    for paragraph in paragraphs:
        words = words_of(paragraph)
        pages.append(Page(paragraph, words, [], [None] * len(words.texts)))
    return pages
