"""Values as the archive stores them in a cell."""

from __future__ import annotations

import json

from dragoman.model import Span


def compact_json(value: object) -> str:
    """Return a value as JSON without blanks, letters of all scripts as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def stored_spans(cell: str) -> tuple[Span, ...]:
    """Return the spans of a cell that holds a list of them."""
    return tuple(Span(start, end) for start, end in json.loads(cell))
