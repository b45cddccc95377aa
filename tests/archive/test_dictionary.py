"""The data dictionary says of the schema what SQLite says of it."""

import sqlite3
from contextlib import closing

import pytest

from dragoman.archive.dictionary import exported_tables, tables

CONTRACT = {
    "documents": "doc path url title outlet agency republished_from byline published"
    " published_precision published_at language sha256 text chars",
    "passages": "doc start end kind",
    "statements": "statement doc source cue content kind act speaker speaker_score denial question"
    " demand made_on addressee venue medium circumstances utterance score",
    "utterances": "utterance speaker documents families first_doc",
    "variants": "utterance statement reference_statement change edits in_quotation_marks score",
    "actors": "actor name kind country sector aliases",
    "mentions": "doc start end actor form score",
    "roles": "actor role of since until doc start end",
    "times": "doc start end type value",
    "events": "event doc start end trigger type mode contexts status sources targets date_from"
    " date_to place cameo goldstein statement incident score",
    "incidents": "incident type sources targets date_from date_to place documents families",
    "ties": "tie subject relation object qualifier since until status voice documents families"
    " score",
    "tie_receipts": "tie doc start end",
    "lineage": "derived origin source_note kind coverage direction_score score",
    "alignments": "derived derived_start derived_end origin origin_start origin_end kind",
    "families": "doc family",
    "disputes": "dispute kind subject documents families",
    "positions": "dispute doc start end stance value voice",
    "framing": "doc start end actor polarity voice",
    "failures": "path reason",
}


@pytest.mark.parametrize("name", CONTRACT)
def test_every_column_of_the_contract_is_there(name):
    columns = {c.name for t in exported_tables() if t.name == name for c in t.columns}
    assert set(CONTRACT[name].split()) <= columns


def test_it_names_the_columns_that_sqlite_has(stored):
    with closing(sqlite3.connect(stored)) as connection:
        for table in tables():
            if table.name == "documents_fts":
                continue
            rows = connection.execute(f"pragma table_info({table.name})").fetchall()
            assert [c.name for c in table.columns] == [row[1] for row in rows]
            if table.kept != "view":
                assert [c.type for c in table.columns] == [row[2].lower() for row in rows]
                assert [c.nullable for c in table.columns] == [
                    not row[3] and not row[5] for row in rows
                ]


def test_everything_is_described():
    for table in tables():
        assert table.about.endswith("."), table.name
        assert all(column.about for column in table.columns), table.name


def test_closed_lists_are_read_from_the_constraints():
    kinds = {c.name: c.values for t in tables() if t.name == "statements" for c in t.columns}
    assert kinds["kind"] == ("direct", "indirect", "mixed")
    assert kinds["speaker"] == kinds["denial"] == ()


def test_a_views_columns_have_the_types_of_their_table():
    (failures,) = (t for t in tables() if t.name == "failures")
    types = {c.name: c.type for c in failures.columns}
    assert types["run"] == "integer"
    assert types["path"] == "text"


def test_tables_without_rowid_have_their_key_first(stored):
    """Otherwise SQLite 3.40.0 to 3.41.0 reports damage that is not there."""
    with closing(sqlite3.connect(stored)) as connection:
        listed = connection.execute("select name, wr from pragma_table_list").fetchall()
        for name in (name for name, without_rowid in listed if without_rowid):
            rows = connection.execute(f"pragma table_info('{name}')").fetchall()
            keys = [row[5] for row in rows]
            width = max(keys)
            assert keys == [*range(1, width + 1), *[0] * (len(keys) - width)], name


def test_what_users_do_not_need_is_not_exported():
    names = {table.name for table in exported_tables()}
    assert not names & {"about", "runs", "containers", "lineage_keys", "collated", "documents_fts"}
    documents = next(t for t in exported_tables() if t.name == "documents")
    assert "rowid" not in {column.name for column in documents.shown}
