"""Word pieces: how words become the encoder's input, in windows that it can take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tokenizers import Tokenizer

    from dragoman.reading.encoder.words import Words

# The encoder was trained on windows of at most so many pieces, its two marks included.
LONGEST = 256
# An address or a garbled word has dozens of pieces; its first ones tell all that it tells.
PIECES_PER_WORD = 6


@dataclass(frozen=True, slots=True)
class Window:
    """Words that the encoder takes at once, as pieces.

    pieces: numbers in the vocabulary, the opening and the closing mark included. owners: for each
    piece the number of its word, -1 for a mark. places: for each word the place of its first piece.
    """

    pieces: tuple[int, ...]
    owners: tuple[int, ...]
    places: tuple[int, ...]


class Cutter:
    """Cuts paragraphs into windows of word pieces."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        marks = tokenizer.get_vocab()
        self._open, self._close = marks["[CLS]"], marks["[SEP]"]
        self._unknown = marks["[UNK]"]

    def windows(self, words: Words) -> list[tuple[int, Window]]:
        """Return the windows of a paragraph, each with the number of its first word.

        A paragraph that is too long is cut between sentences.
        """
        if not len(words):
            return []
        pieces = self._by_word(words)
        return [(start, self._window(pieces[start:end])) for start, end in _ranges(words, pieces)]

    def _by_word(self, words: Words) -> list[list[int]]:
        encoded = self._tokenizer.encode(words.text, add_special_tokens=False)
        pieces: list[list[int]] = [[] for _ in range(len(words))]
        word = 0
        for piece, (start, _) in zip(encoded.ids, encoded.offsets, strict=True):
            while word + 1 < len(words) and words.starts[word + 1] <= start:
                word += 1
            if len(pieces[word]) < PIECES_PER_WORD:
                pieces[word].append(piece)
        # A word of which nothing is left, as a lone accent, still has its place.
        return [found or [self._unknown] for found in pieces]

    def _window(self, pieces: Sequence[Sequence[int]]) -> Window:
        flat, owners, places = [self._open], [-1], []
        for word, found in enumerate(pieces):
            places.append(len(flat))
            flat.extend(found)
            owners.extend([word] * len(found))
        return Window((*flat, self._close), (*owners, -1), tuple(places))


def _ranges(words: Words, pieces: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Yield ranges of words that fit, cut before the last sentence that does not fit whole."""
    room = LONGEST - 2
    start = length = 0
    sentence = 0
    for word in range(len(words)):
        if words.first[word]:
            sentence = word
        if length + len(pieces[word]) > room:
            cut = sentence if sentence > start else word
            yield start, cut
            start = cut
            length = sum(len(pieces[at]) for at in range(start, word))
        length += len(pieces[word])
    yield start, len(words)
