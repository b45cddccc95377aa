"""Evidence is only appended to."""

import sqlite3

import pytest

from dragoman.archive.dictionary import tables
from dragoman.archive.evidence import COLLATED_COLUMNS
from dragoman.archive.writer import writing
from readings import TWO

EVIDENCE = {t.name: t for t in tables() if t.kept.startswith("evidence") and t.name != "tombstones"}


@pytest.mark.parametrize("name", EVIDENCE)
def test_no_row_is_deleted(stored, name):
    with writing(stored) as writer, pytest.raises(sqlite3.IntegrityError, match="only appended"):
        writer.connection.execute(f"delete from {name}")


@pytest.mark.parametrize(
    ("name", "column"), [(n, c.name) for n, t in EVIDENCE.items() for c in t.columns]
)
def test_no_cell_is_changed_but_what_collation_fills(stored, name, column):
    with writing(stored) as writer:
        change = f'update {name} set "{column}" = "{column}"'
        if column in COLLATED_COLUMNS.get(name, ()):
            writer.connection.execute(change)
        else:
            with pytest.raises(sqlite3.IntegrityError, match="only appended"):
                writer.connection.execute(change)


@pytest.mark.parametrize("name", [n for n in EVIDENCE if n != "documents"])
def test_no_row_is_replaced(stored, name):
    with writing(stored) as writer, pytest.raises(sqlite3.IntegrityError):
        writer.connection.execute(f"insert or replace into {name} select * from {name}")


def test_no_document_is_replaced(stored):
    with writing(stored) as writer, pytest.raises(sqlite3.IntegrityError):
        writer.connection.execute("insert or replace into documents select * from documents")


def test_a_batch_is_stored_whole_or_not_at_all(tmp_path):
    with writing(tmp_path / "a.dragoman") as writer:
        writer.begin_run({}, {})
        with pytest.raises(sqlite3.IntegrityError):
            writer.append([*TWO, TWO[0]], [])
        for table in ("documents", "statements", "mentions", "documents_fts"):
            (count,) = writer.connection.execute(f"select count(*) from {table}").fetchone()
            assert count == 0


def test_numbers_that_json_does_not_know_are_kept_as_words(tmp_path):
    from dragoman.archive.archive import Archive
    from readings import plain

    path = tmp_path / "a.dragoman"
    extra = {"a": float("nan"), "b": [float("inf"), {"c": -float("inf")}], "d": 1.5}
    with writing(path) as writer:
        writer.append([plain("one", "Words.", extra=extra)], [])
    with Archive(path) as archive:
        (row,) = archive.documents
        assert row["extra"] == {"a": "nan", "b": ["inf", {"c": "-inf"}], "d": 1.5}
        assert archive.check().holds
