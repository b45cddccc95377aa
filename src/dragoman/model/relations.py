"""How documents relate."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.model.span import Span


# A direction that is less sure is not stated, but given as unknown (0.5). On the development half
# of the planted families those between 0.5 and here are right in six cases of ten.
LEAST_STATED = 0.65


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

    origin: a document; None where `hidden_source` names one instead.
    source_note: what decided dependence and direction, in words.
    coverage: share of the derived document's own words that are accounted for, 0 to 1.
    origin_coverage: share of the origin's own words that stand in the derived document, 0 to 1.
    direction_score: how sure the direction is, 0.5 (unknown) to 1.
    score: how sure the dependence is, 0 to 1.
    parent: whether it is an edge of the family tree (a document has two where texts were merged).
    apart: how likely both go back to a third text instead, 0 to 1.
    kept: words of the origin that stand in the derived document, in their order.
    """

    derived: str
    origin: str | None
    source_note: str
    kind: DerivationKind
    coverage: float
    direction_score: float
    score: float
    alignments: tuple[Alignment, ...] = ()
    origin_coverage: float = 0.0
    parent: bool = False
    hidden_source: str | None = None
    apart: float = 0.0
    kept: int = 0


@dataclass(frozen=True, slots=True)
class HiddenSource:
    """A text outside the pile from which several documents have what they share.

    hidden_source: its id, `lost:` and the first of its documents. docs: the documents that have it
    directly. note: what can be said of it, in words. before: ISO date that it is not younger than.
    agency: wire that all of them credit. passages: where what can be known of its text stands,
    as (document, span), in the order of the text.
    """

    hidden_source: str
    docs: tuple[str, ...]
    note: str
    before: str | None = None
    agency: str | None = None
    passages: tuple[tuple[str, Span], ...] = ()


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
    """One statement as a wording of an utterance, against the reference statement.

    parent_statement: the wording that the document had it from, as far as the family tree tells.
    appeared: whether these words, other than the reference, first stand here: the document's
    parents in the tree word it otherwise, or do not have it.
    """

    utterance: str
    statement: str
    reference_statement: str
    change: Change
    edits: tuple[Edit, ...]
    in_quotation_marks: bool
    score: float
    parent_statement: str | None = None
    appeared: bool = False
