"""Statements with their words, as Python, spaCy and the command line hand them out."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Self

from dragoman.model.readings import StatementAct, StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dragoman.model.readings import Reading, Statement
    from dragoman.model.span import Span

GAP = " … "
PARTS = ("source", "cue", "content")
CIRCUMSTANCES = ("addressee", "venue", "medium", "when")


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a text and where they stand: `[start, end)` in code points."""

    text: str
    start: int
    end: int

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True, repr=False)
class ToldStatement:
    """A `Statement` with its words.

    speaker: id or local key of who speaks, and speaker_name, None where it is not known.
    The other fields are those of `Statement`.
    """

    source: tuple[Words, ...]
    cue: tuple[Words, ...]
    content: tuple[Words, ...]
    kind: StatementKind
    act: StatementAct
    denial: bool
    question: bool
    demand: bool
    speaker: str | None
    speaker_name: str | None
    speaker_score: float | None
    addressee: Words | None
    venue: Words | None
    medium: Words | None
    when: Words | None
    made_on: str | None
    score: float

    @property
    def who(self) -> str | None:
        """The speaker's name, else the words of the source, else None."""
        return self.speaker_name or joined(self.source) or None

    @property
    def flags(self) -> tuple[str, ...]:
        """What the statement does beside stating: "denial", "question", "demand"."""
        known = {"denial": self.denial, "question": self.question, "demand": self.demand}
        return tuple(name for name, holds in known.items() if holds)

    def __repr__(self) -> str:
        about = " ".join((self.kind, self.act, *self.flags))
        words = joined(self.content)
        return f"<{self.who or 'nobody named'}: {words!r} ({about}, {self.score:.2f})>"

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain lists, dictionaries, texts and numbers, by the fields' names."""
        plain = asdict(self)
        lists = {part: list(plain[part]) for part in PARTS}
        return {**plain, **lists, "kind": self.kind.value, "act": self.act.value}

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> Self:
        """Return what `to_dict` was called on."""
        lists = {part: tuple(Words(**words) for words in plain[part]) for part in PARTS}
        single = {name: plain[name] and Words(**plain[name]) for name in CIRCUMSTANCES}
        kind, act = StatementKind(plain["kind"]), StatementAct(plain["act"])
        return cls(**{**plain, **lists, **single, "kind": kind, "act": act})


def joined(words: Iterable[Words]) -> str:
    """Return several words as one text, what is left out between them shown by an ellipsis."""
    text, end = "", None
    for each in words:
        # One character is left between neighbours: a blank.
        gap = "" if end is None else " " if each.start == end + 1 else GAP
        text, end = f"{text}{gap}{each.text}", each.end
    return text


def told_statements(reading: Reading) -> tuple[ToldStatement, ...]:
    """Return the statements of a document with their words."""
    names = {figure.local: figure.name for figure in reading.figures}
    text = reading.document.text
    return tuple(tell(s, text, names.get(s.speaker or "")) for s in reading.statements)


def tell(statement: Statement, text: str, speaker_name: str | None) -> ToldStatement:
    """Return a statement of a text with its words; speaker_name is that of its speaker."""
    return ToldStatement(
        source=_all(statement.source, text),
        cue=_all(statement.cue, text),
        content=_all(statement.content, text),
        kind=statement.kind,
        act=statement.act,
        denial=statement.denial,
        question=statement.question,
        demand=statement.demand,
        speaker=statement.speaker,
        speaker_name=speaker_name,
        speaker_score=statement.speaker_score,
        addressee=_one(statement.addressee, text),
        venue=_one(statement.venue, text),
        medium=_one(statement.medium, text),
        when=_one(statement.when, text),
        made_on=statement.made_on,
        score=statement.score,
    )


def _all(spans: Iterable[Span], text: str) -> tuple[Words, ...]:
    return tuple(Words(span.cut(text), span.start, span.end) for span in spans)


def _one(span: Span | None, text: str) -> Words | None:
    return None if span is None else Words(span.cut(text), span.start, span.end)
