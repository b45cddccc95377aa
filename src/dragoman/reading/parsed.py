"""One document, read, that was parsed elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.model.told import ToldStatement, tell
from dragoman.reading.actors import read_actors
from dragoman.reading.lines import lines
from dragoman.reading.speakers import link_speakers
from dragoman.reading.statements import read_statements

if TYPE_CHECKING:
    from spacy.tokens import Doc


def read_parsed(doc: Doc) -> tuple[ToldStatement, ...]:
    """Return who says what in a document that has a parse, tags and entities.

    Offsets are code points, half-open, into `doc.text`. Every line is a paragraph of the body.
    """
    text, paragraphs = doc.text, tuple(lines(doc))
    figures, mentions, _ = read_actors(paragraphs)
    found, _ = link_speakers(read_statements(paragraphs), figures, mentions, paragraphs)
    names = {figure.local: figure.name for figure in figures}
    return tuple(tell(s, text, names.get(s.speaker or "")) for s in found)
