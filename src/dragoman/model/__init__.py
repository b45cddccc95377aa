"""The nouns. Small frozen classes without behaviour beyond their own arithmetic.

Spans are half-open `[start, end)` in Unicode code points into `Document.text`.
"""

from dragoman.model.documents import Document, Passage, PassageKind, Precision
from dragoman.model.inputs import Code, Draft, Input, Refusal, Verdict
from dragoman.model.readings import (
    DOUBTFUL,
    ActorKind,
    Figure,
    Form,
    Mention,
    Reading,
    Role,
    Statement,
    StatementAct,
    StatementKind,
    Time,
    TimeType,
)
from dragoman.model.relations import (
    LEAST_STATED,
    Alignment,
    AlignmentKind,
    Change,
    Derivation,
    DerivationKind,
    Edit,
    HiddenSource,
    Variant,
)
from dragoman.model.span import Span, union

__all__ = [
    "DOUBTFUL",
    "LEAST_STATED",
    "ActorKind",
    "Alignment",
    "AlignmentKind",
    "Change",
    "Code",
    "Derivation",
    "DerivationKind",
    "Document",
    "Draft",
    "Edit",
    "Figure",
    "Form",
    "HiddenSource",
    "Input",
    "Mention",
    "Passage",
    "PassageKind",
    "Precision",
    "Reading",
    "Refusal",
    "Role",
    "Span",
    "Statement",
    "StatementAct",
    "StatementKind",
    "Time",
    "TimeType",
    "Variant",
    "Verdict",
    "union",
]
