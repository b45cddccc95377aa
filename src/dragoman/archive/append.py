"""Evidence goes in: one batch, one transaction."""

from __future__ import annotations

import json
from math import isfinite
from typing import TYPE_CHECKING

from dragoman.archive.compact import compact_json

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from dragoman.model import Input, Reading, Span, Statement


def spans_json(spans: Iterable[Span]) -> str:
    """Return a list of spans as the archive stores it."""
    return compact_json([[span.start, span.end] for span in spans])


def statement_id(doc: str, number: int) -> str:
    """Return the id of a document's `number`-th statement, counted from 1."""
    return f"{doc}:s{number}"


def append_reading(connection: sqlite3.Connection, reading: Reading) -> None:
    """Append a document and all that it says, inside the caller's transaction."""
    _document(connection, reading)
    _structure(connection, reading)
    _statements(connection, reading)
    _actors(connection, reading)


def append_input(connection: sqlite3.Connection, row: Input, run: int) -> None:
    """Append how an input ended, inside the caller's transaction."""
    _insert(
        connection,
        "inputs",
        [
            (
                row.path, row.member, row.bytes, row.sha256, row.format, row.encoding,
                row.verdict, row.code, row.reason, row.doc, run,
            )
        ],
    )  # fmt: skip


def _insert(connection: sqlite3.Connection, table: str, rows: Sequence[tuple[object, ...]]) -> None:
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(f"insert into {table} values ({marks})", rows)


def _document(connection: sqlite3.Connection, reading: Reading) -> None:
    d = reading.document
    row = (
        None, d.doc, d.path, d.url, d.title, d.outlet, d.agency, d.republished_from, d.byline,
        d.published, d.published_precision, d.published_at, d.language, d.sha256, d.text,
        d.chars, _extra_json(d.extra),
    )  # fmt: skip
    _insert(connection, "documents", [row])
    connection.execute(
        "insert into documents_fts (rowid, title, text)"
        " select rowid, title, text from documents where doc = ?",
        (d.doc,),
    )


def _extra_json(extra: Mapping[str, object]) -> str:
    plain = _finite(dict(extra))
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, default=str, allow_nan=False)


def _finite(value: object) -> object:
    """Return the value with NaN and infinities as words: JSON has none, and SQLite refuses them."""
    if isinstance(value, float) and not isfinite(value):
        return str(value)
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return value


def _structure(connection: sqlite3.Connection, reading: Reading) -> None:
    doc = reading.document.doc
    passages = [(doc, p.span.start, p.span.end, p.kind) for p in reading.passages]
    sentences = [(doc, span.start, span.end) for span in reading.sentences]
    times = [(doc, t.span.start, t.span.end, t.type, t.value) for t in reading.times]
    _insert(connection, "passages", passages)
    _insert(connection, "sentences", sentences)
    _insert(connection, "times", times)


def _statements(connection: sqlite3.Connection, reading: Reading) -> None:
    doc, text = reading.document.doc, reading.document.text
    rows = [
        (
            statement_id(doc, number), doc, spans_json(s.source), spans_json(s.cue),
            spans_json(s.content), s.kind, s.act, None, s.speaker_score, int(s.denial),
            int(s.question), int(s.demand), s.made_on, _words(text, s.addressee),
            _words(text, s.venue), _words(text, s.medium), _circumstances(s),
            None, s.score, s.speaker,
        )
        for number, s in enumerate(reading.statements, 1)
    ]  # fmt: skip
    _insert(connection, "statements", rows)


def _words(text: str, span: Span | None) -> str | None:
    return None if span is None else span.cut(text)


def _circumstances(statement: Statement) -> str:
    """Return where the words stand that tell when, to whom, where and by what it was said."""
    told = {
        "when": statement.when,
        "addressee": statement.addressee,
        "venue": statement.venue,
        "medium": statement.medium,
    }
    return compact_json({name: [x.start, x.end] for name, x in told.items() if x is not None})


def _actors(connection: sqlite3.Connection, reading: Reading) -> None:
    doc = reading.document.doc
    figures = [(doc, f.local, f.name, f.kind, f.country, f.sector, None) for f in reading.figures]
    mentions = [
        (doc, m.span.start, m.span.end, m.local, None, m.form, m.score) for m in reading.mentions
    ]
    roles = [
        (None, r.role, None, None, None, doc, r.span.start, r.span.end, r.local, r.of)
        for r in reading.roles
    ]
    _insert(connection, "figures", figures)
    _insert(connection, "mentions", mentions)
    _insert(connection, "roles", roles)
