"""Statements of an archive with their words, in the order of documents and texts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.archive.append import statement_id
from dragoman.archive.compact import stored_spans
from dragoman.archive.receipts import stored_text
from dragoman.archive.stemma import Member
from dragoman.model import DOUBTFUL, Span, Statement, StatementAct, StatementKind
from dragoman.model.told import CIRCUMSTANCES, tell, told_statements

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from dragoman.archive.archive import Archive
    from dragoman.model import Reading
    from dragoman.model.told import ToldStatement

DOCUMENTS = "select doc, title, outlet, published, text from documents order by doc"
ONE = "select doc, title, outlet, published, text from documents where doc = ?"
STATEMENTS = (
    "select s.*, a.name, u.first_doc from statements s"
    " left join actors a on a.actor = s.speaker"
    " left join utterances u on u.utterance = s.utterance where s.doc = ?"
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A statement with its words, and where it stands.

    statement: its id. utterance: the utterance it words, and first_doc the earliest document that
    has it; None where that is not known.
    """

    statement: str
    document: Member
    told: ToldStatement
    utterance: str | None = None
    first_doc: str | None = None

    @property
    def receipt(self) -> str:
        """Receipt of what was said, from its first to its last passage."""
        content = self.told.content
        start, end = min(words.start for words in content), max(words.end for words in content)
        return f"{self.document.doc}#{start}-{end}"

    @property
    def doubtful(self) -> bool:
        """Say whether the row is less sure than `DOUBTFUL`."""
        return self.told.score < DOUBTFUL

    @property
    def speaker_doubtful(self) -> bool:
        """Say whether its speaker is less sure than `DOUBTFUL`."""
        score = self.told.speaker_score
        return score is not None and score < DOUBTFUL

    @property
    def speaker_key(self) -> tuple[str, str]:
        """What tells its speaker from others: id, or where there is none, the source's words."""
        return self.told.speaker or "", self.told.who or ""

    @property
    def speaker_order(self) -> tuple[bool, str, tuple[str, str]]:
        """Where its speaker stands among others: by name, those unknown last."""
        name = self.told.who or ""
        return not self.told.speaker, name.casefold(), self.speaker_key

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain values: those of the statement, and where it stands."""
        return {
            "statement": self.statement,
            "doc": self.document.doc,
            "receipt": self.receipt,
            **self.told.to_dict(),
        }


def listed(archive: Archive, doc: str | None = None) -> Iterator[Listed]:
    """Yield the statements of an archive, or of one of its documents.

    Raises:
        ReceiptError: the archive holds no document of that name, or no longer.
    """
    connection = archive.connection
    if doc is not None:
        stored_text(connection, doc)
    rows = connection.execute(ONE, (doc,)) if doc else connection.execute(DOCUMENTS)
    for name, title, outlet, published, text in rows:
        member = Member(name, title, outlet, published)
        found = connection.execute(STATEMENTS, (name,)).fetchall()
        made = [_listed(row, member, text) for row in found]
        yield from sorted(made, key=lambda each: (each.told.content[0].start, each.statement))


def of_reading(reading: Reading) -> Iterator[Listed]:
    """Yield the statements of a document that was read and is in no archive."""
    document = reading.document
    member = Member(document.doc, document.title, document.outlet, document.published)
    for number, told in enumerate(told_statements(reading), 1):
        yield Listed(statement_id(document.doc, number), member, told)


def _listed(row: sqlite3.Row, member: Member, text: str) -> Listed:
    told = tell(_statement(row), text, row["name"])
    return Listed(row["statement"], member, told, row["utterance"], row["first_doc"])


def _statement(row: sqlite3.Row) -> Statement:
    places = json.loads(row["circumstances"])
    told = {name: Span(*places[name]) if name in places else None for name in CIRCUMSTANCES}
    return Statement(
        stored_spans(row["source"]),
        stored_spans(row["cue"]),
        stored_spans(row["content"]),
        **told,
        kind=StatementKind(row["kind"]),
        act=StatementAct(row["act"]),
        denial=bool(row["denial"]),
        question=bool(row["question"]),
        demand=bool(row["demand"]),
        speaker=row["speaker"],
        speaker_score=row["speaker_score"],
        made_on=row["made_on"],
        score=row["score"],
    )
