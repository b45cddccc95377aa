"""What one document says, by itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.model.documents import Document, Passage
    from dragoman.model.span import Span


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


# Below this a statement, or its speaker, is more likely wrong than right, and is shown as doubtful.
DOUBTFUL = 0.5


class StatementKind(StrEnum):
    """Whose words a statement gives.

    direct: the whole content stands in quotation marks; indirect: none of it; mixed: part of it.
    """

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class StatementAct(StrEnum):
    """What its cue says that the content is: said, written, thought, or wanted."""

    SPEECH = "speech"
    WRITING = "writing"
    THOUGHT = "thought"
    INTENT = "intent"


@dataclass(frozen=True, slots=True)
class Statement:
    """Words or thoughts attributed to someone.

    source, cue, content: lists of spans; content is never empty. Quotation marks belong to the
    content, and so does the conjunction "that" (as in PolNeAR).
    denial: the content is what is denied. question, demand: it is asked, or asked for.
    score: 0 to 1, how likely the row is right.
    speaker: local key of the figure, None rather than a guess. speaker_score: how likely it is so.
    addressee, venue, medium: the words that tell to whom, where or on what occasion, and what
    carried it. when: the words that tell when it was made; made_on: that day, in ISO 8601.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: StatementKind
    score: float
    act: StatementAct = StatementAct.SPEECH
    denial: bool = False
    question: bool = False
    demand: bool = False
    speaker: str | None = None
    speaker_score: float | None = None
    addressee: Span | None = None
    venue: Span | None = None
    medium: Span | None = None
    when: Span | None = None
    made_on: str | None = None


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
