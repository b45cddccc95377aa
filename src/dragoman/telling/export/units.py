"""In what the columns of the contract are measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.archive.dictionary import Column

CODE_POINTS = "code points"
SPANS = "list of [start, end) in code points"
SHARE = "0 to 1"
DATE = "ISO 8601 date"

# By column name, which means the same in every table.
UNITS = {
    "start": CODE_POINTS,
    "end": CODE_POINTS,
    "derived_start": CODE_POINTS,
    "derived_end": CODE_POINTS,
    "origin_start": CODE_POINTS,
    "origin_end": CODE_POINTS,
    "chars": CODE_POINTS,
    "source": SPANS,
    "cue": SPANS,
    "content": SPANS,
    "trigger": SPANS,
    "bytes": "bytes",
    "sha256": "hexadecimal",
    "score": SHARE,
    "speaker_score": SHARE,
    "coverage": SHARE,
    "origin_coverage": SHARE,
    "direction_score": "0.5 to 1",
    "goldstein": "-10 to 10",
    "documents": "documents",
    "families": "families",
    "utterances": "utterances",
    "run": "number",
    "number": "number",
    "remark": "number",
    "published": DATE,
    "published_at": "ISO 8601 time",
    "before": DATE,
    "made_on": DATE,
    "date_from": DATE,
    "date_to": DATE,
    "since": DATE,
    "until": DATE,
    "deleted": "ISO 8601 time, UTC",
    "made": "ISO 8601 time, UTC",
    "language": "ISO 639-1",
    "country": "ISO 3166-1 alpha-3",
}


def unit(column: Column) -> str | None:
    """Return what a column is measured in, None where it is words or a name."""
    return UNITS.get(column.name)
