"""The words of a paragraph, as the tables of names know them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.reading.parse import Paragraph

# Runs on one token at a time. Two disjoint character classes: linear.
PIECE = re.compile(r"[^\W_]+|[^\w\s]|_")
APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})


@dataclass(frozen=True, slots=True)
class Words:
    """Words and marks of one paragraph, one entry each in four lists of equal length.

    texts: as written, curly apostrophes made straight. starts, ends: code points of the document.
    tokens: index into the paragraph's parse.
    """

    texts: list[str]
    starts: list[int]
    ends: list[int]
    tokens: list[int]


def split(text: str) -> list[str]:
    """Split a name of a table as the words of a text are split."""
    return PIECE.findall(text.translate(APOSTROPHES))


def words_of(paragraph: Paragraph) -> Words:
    """Split a paragraph finer than spaCy does, so that `U.S.-led` holds `U.S.`."""
    words = Words([], [], [], [])
    for index, token in enumerate(paragraph.parsed):
        text, start = token.text, paragraph.span.start + token.idx
        if text.isalnum():
            _append(words, text, start, index)
        else:
            for piece in PIECE.finditer(text):
                _append(words, piece[0].translate(APOSTROPHES), start + piece.start(), index)
    return words


def _append(words: Words, text: str, start: int, token: int) -> None:
    words.texts.append(text)
    words.starts.append(start)
    words.ends.append(start + len(text))
    words.tokens.append(token)
