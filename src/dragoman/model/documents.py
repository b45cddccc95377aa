"""A document and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dragoman.model.span import Span


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    NONE = "none"


class PassageKind(StrEnum):
    """What a stretch of a document is."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document: a paragraph, a heading, a caption, a piece of page furniture."""

    span: Span
    kind: PassageKind


@dataclass(frozen=True, slots=True)
class Document:
    """One piece of coverage. Where the document does not say, the field is None.

    doc: readable unique slug. published: ISO date cut to its precision ("2023-07").
    published_at: date and time as the source states them, ISO 8601, with the offset from UTC if
    it states one ("2023-07-03T09:30:00+09:00"); None where it states no time of day.
    agency: wire agency credited. republished_from: the publisher it says it first stood with.
    sha256: of the stored text in UTF-8. chars: code points.
    """

    doc: str
    path: str
    url: str | None
    title: str | None
    outlet: str | None
    agency: str | None
    republished_from: str | None
    byline: str | None
    published: str | None
    published_precision: Precision
    language: str | None
    sha256: str
    text: str
    chars: int
    extra: Mapping[str, object] = field(default_factory=dict)
    published_at: str | None = None
