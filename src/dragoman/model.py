"""The nouns. Small frozen classes without behaviour beyond their own arithmetic.

Spans are half-open `[start, end)` in Unicode code points into `Document.text`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from dragoman.errors import SpanError

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text: code points, half-open, never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError.backwards(self.start, self.end)

    def __len__(self) -> int:
        return self.end - self.start

    def cut(self, text: str) -> str:
        """Return the words of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Say whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """Return the span `by` code points further on."""
        return Span(self.start + by, self.end + by)


# --------------------------------------------------------------------------- inputs


class Verdict(StrEnum):
    """How an input ended. The four add up to the number of inputs."""

    ACCEPTED = "accepted"
    PARTLY = "partly"
    REFUSED = "refused"
    DUPLICATE = "duplicate"


class Code(StrEnum):
    """Why an input was not simply accepted: the closed list. Each has a paragraph in the docs."""

    OK = "OK"
    TOO_LARGE = "TOO_LARGE"
    RATIO = "RATIO"
    TRUNCATED = "TRUNCATED"
    CORRUPT = "CORRUPT"
    DEPTH = "DEPTH"
    BLOCKS = "BLOCKS"
    TIMEOUT = "TIMEOUT"
    MEMORY = "MEMORY"
    CRASH = "CRASH"
    ENCODING = "ENCODING"
    REPLACED = "REPLACED"
    EMPTY = "EMPTY"
    EMPTY_AFTER_EXTRACTION = "EMPTY_AFTER_EXTRACTION"
    MALFORMED = "MALFORMED"
    NO_TEXT = "NO_TEXT"
    UNSUPPORTED = "UNSUPPORTED"
    UNREADABLE = "UNREADABLE"
    DELETED = "DELETED"
    SAME_DOCUMENT = "SAME_DOCUMENT"


@dataclass(frozen=True, slots=True)
class Draft:
    """What a source format yields: a text and what the markup or the row states of it.

    text: as the format gives it; for plain text the file's own characters.
    member: place inside a container ("17" for the 17th row, a record's URL), else "".
    stated: what markup or columns say, keyed by `Document` field (`title`, `outlet`, `agency`,
        `byline`, `published`, `url`, `language`, `republished_from`, `doc`); empty values left out.
    extra: other columns, kept as they are.
    marked: passages the format itself tells apart (a caption, navigation), in `text`.
    code, note: OK, or why the draft is only part of its input.
    lost: characters or bytes known to be missing, 0 if none or unknown.
    """

    text: str
    member: str = ""
    stated: Mapping[str, str] = field(default_factory=dict)
    extra: Mapping[str, object] = field(default_factory=dict)
    marked: tuple[Passage, ...] = ()
    encoding: str = "utf-8"
    code: Code = Code.OK
    note: str = ""
    lost: int = 0


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input, or a record of one, that yields no document."""

    code: Code
    reason: str
    member: str = ""


@dataclass(frozen=True, slots=True)
class Input:
    """How one input ended: a file, or one record of a container.

    path: as the user named it. member: the record, "" for a whole file. bytes: size read.
    sha256: of the bytes (of the record's bytes or canonical JSON in a container).
    """

    path: str
    member: str
    bytes: int
    sha256: str
    format: str
    encoding: str
    verdict: Verdict
    code: Code
    reason: str
    doc: str | None


# --------------------------------------------------------------------------- documents


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


# --------------------------------------------------------------------------- what a document says


class ActorKind(StrEnum):
    """What an actor is."""

    STATE = "state"
    ORGANISATION = "organisation"
    PERSON = "person"
    GROUP = "group"
    PLACE = "place"
    AGREEMENT = "agreement"
    LAW = "law"
    FORUM = "forum"
    EXERCISE = "exercise"
    OTHER = "other"


class Form(StrEnum):
    """How a mention names its actor."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Figure:
    """An actor as one document presents it, before documents are compared.

    local: key inside the document; equal to the archive-wide id where that is certain from the
        document alone (`state:KOR`, `org:nato`, `person:jens-stoltenberg`).
    name: fullest form in the document, or the table's name. country: ISO 3166-1 alpha-3.
    sector: PLOVER/CAMEO sector code.
    """

    local: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure named at a place. score: 0 to 1."""

    span: Span
    local: str
    form: Form
    score: float


@dataclass(frozen=True, slots=True)
class Role:
    """A figure's role as the document states it there: "foreign minister" of `state:KOR`."""

    local: str
    role: str
    of: str | None
    span: Span


class StatementKind(StrEnum):
    """Whose words a statement gives.

    direct: the whole content stands in quotation marks; indirect: none of it; mixed: part of it.
    """

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Statement:
    """Words or thoughts attributed to someone.

    source, cue, content: lists of spans; content is never empty. Quotation marks belong to the
    content, and so does the conjunction "that" (as in PolNeAR).
    speaker: local key of the figure, None rather than a guess.
    score: 0 to 1, how likely the row is right.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: StatementKind
    denial: bool
    score: float
    speaker: str | None = None
    made_on: str | None = None
    addressee: str | None = None
    venue: str | None = None


class TimeType(StrEnum):
    """TIMEX3 type."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression with its TIMEX3 value."""

    span: Span
    type: TimeType
    value: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one document says, by itself. `sentences` partition the article's own words."""

    document: Document
    passages: tuple[Passage, ...]
    sentences: tuple[Span, ...]
    figures: tuple[Figure, ...]
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...]
    statements: tuple[Statement, ...]
    times: tuple[Time, ...]


# --------------------------------------------------------------------------- how documents relate


class DerivationKind(StrEnum):
    """How a document came from another."""

    COPY = "copy"
    EXCERPT = "excerpt"
    EDITED = "edited"
    SPUN = "spun"
    TRANSLATED = "translated"
    REWRITE = "rewrite"
    SHARED_SOURCE = "shared-source"


class AlignmentKind(StrEnum):
    """How near a derived passage stands to its origin."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    REWRITTEN = "rewritten"


@dataclass(frozen=True, slots=True)
class Alignment:
    """A derived passage and the passage it comes from, each in its own document's text."""

    derived: Span
    origin: Span
    kind: AlignmentKind


@dataclass(frozen=True, slots=True)
class Derivation:
    """`derived` goes back to `origin`, or both to one text outside the pile.

    coverage: share of the derived document's own words that are accounted for, 0 to 1.
    direction_score: how sure the direction is, 0.5 (unknown) to 1. reasons: what decided it.
    score: how sure the dependence is, 0 to 1.
    """

    derived: str
    origin: str | None
    source_note: str
    kind: DerivationKind
    coverage: float
    direction_score: float
    score: float
    alignments: tuple[Alignment, ...] = ()


class Change(StrEnum):
    """How a wording differs from the reference wording of the same utterance."""

    SAME = "same"
    PUNCTUATION = "punctuation"
    TRUNCATED = "truncated"
    WORD_CHANGED = "word-changed"
    MEANING_CHANGED = "meaning-changed"
    MARKS_DROPPED = "marks-dropped"
    MARKS_ADDED = "marks-added"
    ATTRIBUTION_CHANGED = "attribution-changed"
    TRANSLATED = "translated"


@dataclass(frozen=True, slots=True)
class Edit:
    """Words replaced between two wordings. An empty side is an insertion or a deletion.

    `span` and `reference_span` are `(start, end)` pairs, since an insertion's is empty.
    """

    before: str
    after: str
    span: tuple[int, int]
    reference_span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Variant:
    """One statement as a wording of an utterance, against the reference statement."""

    utterance: str
    statement: str
    reference_statement: str
    change: Change
    edits: tuple[Edit, ...]
    in_quotation_marks: bool
    score: float
