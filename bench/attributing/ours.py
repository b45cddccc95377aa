"""Our reading of labelled coverage, and what it costs beside spaCy."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unittest.mock import patch

import spacy

from attributing.texts import Labelled, outer, passages
from dragoman.model import Draft
from dragoman.reading import read
from dragoman.reading.parse import Parser
from dragoman.settings import Settings
from dragoman.sources.imprint import imprint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.model import Statement
    from dragoman.reading.parse import Paragraph

PIPELINE = Settings().pipeline
WORDS = "The minister said the talks had begun."
WARM_UP = Labelled(tuple(passages(WORDS)), {"text": WORDS})


@dataclass(slots=True)
class Seconds:
    """CPU time of all threads: spaCy's own, all of our reading's, its statements' alone."""

    spacy: float = 0.0
    reading: float = 0.0
    statements: float = 0.0


def read_in_turn(documents: Sequence[Labelled]) -> tuple[list[list[Statement]], Seconds]:
    """Run spaCy, with all its components, and our whole reading on each document in turn.

    Returns our outer statements, document by document, and the time that each took.
    """
    parser, nlp, found = Parser(PIPELINE), spacy.load(PIPELINE), []
    nlp(WARM_UP.text)
    statements_of(parser, WARM_UP)
    spent = Seconds()
    with clocked(spent):
        for document in documents:
            begun = time.process_time()
            nlp(document.text)
            between = time.process_time()
            statements = statements_of(parser, document)
            spent.reading += time.process_time() - between
            spent.spacy += between - begun
            found.append(outer(statements))
    return found, spent


def statements_of(parser: Parser, document: Labelled) -> tuple[Statement, ...]:
    """Read a document as the command does, but for its passages, which are given."""
    known, _ = imprint(Draft(document.text), "bench", "")
    return read.read_document(parser, known, document.passages).statements


@contextmanager
def clocked(spent: Seconds) -> Iterator[None]:
    """Count the time of the statements while whole documents are read.

    Read a second time for that, they would come from a cache.
    """
    reader = read.read_statements

    def timed(paragraphs: Sequence[Paragraph]) -> tuple[Statement, ...]:
        begun = time.process_time()
        found = reader(paragraphs)
        spent.statements += time.process_time() - begun
        return found

    with patch.object(read, "read_statements", timed):
        yield
