"""Statements that are read in texts made up for tests."""

from __future__ import annotations

from functools import cache

from dragoman.model import Passage, PassageKind, Span
from dragoman.reading.parse import Parser
from dragoman.reading.statements import read_statements
from dragoman.settings import Settings


@cache
def parser():
    """Return the parser, loaded once."""
    return Parser(Settings().pipeline)


def passages(text, kind=PassageKind.BODY):
    """Return a passage for each line that is not blank."""
    found, place = [], 0
    for line in text.split("\n"):
        if line.strip():
            start = place + len(line) - len(line.lstrip())
            found.append(Passage(Span(start, start + len(line.strip())), kind))
        place += len(line) + 1
    return found


def heard(text, kind=PassageKind.BODY):
    """Return the statements of a text whose lines are paragraphs."""
    return read_statements(parser().paragraphs(text, passages(text, kind)))


def in_words(text, kind=PassageKind.BODY):
    """Return (source, cue, content) in words."""
    return [
        tuple(" | ".join(s.cut(text) for s in part) for part in (x.source, x.cue, x.content))
        for x in heard(text, kind)
    ]
