"""textacy's direct quotations, run on the same documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import spacy

from dragoman.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from attributing.texts import Labelled, Row

Ranges = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What textacy found in each document; the paragraphs that it was given, and that it refused.

    It refuses a text with an odd number of quotation marks: nothing is found there.
    """

    rows: list[list[Row]]
    paragraphs: int
    refused: int


def textacy(documents: Sequence[Labelled]) -> Answer | None:
    """Run textacy on each paragraph; None if it is not installed."""
    try:
        from textacy.extract import direct_quotations
    except ImportError:
        return None
    nlp = spacy.load(Settings().pipeline)
    rows, paragraphs, refused = [], 0, 0
    for document in documents:
        found: list[Row] = []
        for passage in document.passages:
            paragraphs += 1
            parsed = nlp(passage.span.cut(document.text))
            try:
                found += joined(direct_quotations(parsed), passage.span.start)
            except ValueError:
                refused += 1
        rows.append(found)
    return Answer(rows, paragraphs, refused)


def joined(triples: Iterable, start: int) -> list[Row]:
    """Return quotations as attributions: those with the same cue are one, in several pieces."""
    found: dict[tuple, Row] = {}
    for triple in triples:
        cue = places(triple.cue, start)
        row = {"source": places(triple.speaker, start), "cue": cue, "content": []}
        known = found.setdefault(tuple(cue), row)
        known["content"].append(
            (triple.content.start_char + start, triple.content.end_char + start)
        )
    return list(found.values())


def places(tokens: Iterable[Token], start: int) -> Ranges:
    return [(token.idx + start, token.idx + len(token) + start) for token in tokens]
