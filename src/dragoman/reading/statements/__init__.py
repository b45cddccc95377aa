"""Who says what: statements with source, cue and content."""

from dragoman.reading.statements.reader import read_statements

__all__ = ["read_statements"]
