"""A user's SQL may read, and not for ever (T49)."""

import time

import pytest

from dragoman.archive import selection
from dragoman.errors import UsageError
from readings import FIRST

HOSTILE = [
    "insert into documents (doc) values ('x')",
    "update documents set title = 'x'",
    "delete from documents",
    "replace into families values ('first', 'x')",
    "drop table documents",
    "create table mine (a)",
    "create temp table mine (a)",
    "create view mine as select 1",
    "create temp trigger t after insert on documents begin select 1; end",
    "alter table documents rename to others",
    "attach database ':memory:' as other",
    "attach database '/etc/passwd' as other",
    "detach database main",
    "pragma query_only = off",
    "pragma writable_schema = on",
    "pragma journal_mode = delete",
    "pragma database_list",
    "select * from pragma_database_list",
    "select * from pragma_table_info('documents')",
    "vacuum",
    "vacuum into '/tmp/copy.db'",
    "reindex",
    "analyze",
    "begin",
    "commit",
    "savepoint a",
    "select 1; select 2",
    "select 1; drop table documents",
    "select load_extension('x')",
    "select LOAD_EXTENSION('x', 'y')",
    "select readfile('/etc/passwd')",
    "select writefile('/tmp/x', 'y')",
    "select edit('x')",
    "select fts3_tokenizer('simple')",
    "insert into documents_fts (documents_fts) values ('rebuild')",
    "insert into documents_fts (documents_fts, rank) values ('rank', 'bm25(10.0)')",
    "with a as (select 1) delete from documents",
    "select * from dbstat",
    "select * from sqlite_dbpage",
    "select zeroblob(1000000000)",
    "select group_concat(text) over (), nothing from documents",
    "selekt 1",
    "select 'unfinished",
    "select ? from documents",
    "select '\0'",
    "select '\ud800'",
]


@pytest.mark.parametrize("query", HOSTILE)
def test_it_does_no_more_than_read(archive, query):
    before = archive.fingerprint()
    with pytest.raises(UsageError) as raised:
        archive.sql(query)
    assert raised.value.code == "DRG-E106"
    assert archive.fingerprint() == before


DIGITS = "json_each('[0,1,2,3,4,5,6,7,8,9]')"
ENDLESS = [
    "with recursive c(n) as (select 1 union all select n + 1 from c) select count(*) from c",
    f"select count(*) from {', '.join(f'{DIGITS} d{n}' for n in range(9))}",
]


@pytest.mark.parametrize("query", ENDLESS)
def test_an_endless_query_is_stopped(archive, monkeypatch, query):
    monkeypatch.setattr(selection, "STEPS_ALLOWED", 1_000_000)
    began = time.monotonic()
    with pytest.raises(UsageError, match="interrupted"):
        archive.sql(query)
    assert time.monotonic() - began < 2


def test_a_result_that_fills_the_memory_is_refused(archive, monkeypatch):
    monkeypatch.setattr(selection, "RESULT_SIZE_ALLOWED", 100_000)
    with pytest.raises(UsageError, match="add a limit"):
        archive.sql("select a.text from documents a, documents b, json_each(?)", [str([0] * 9999)])


def test_a_query_that_was_stopped_leaves_no_trace(archive, monkeypatch):
    monkeypatch.setattr(selection, "STEPS_ALLOWED", 1_000_000)
    with pytest.raises(UsageError):
        archive.sql(ENDLESS[0])
    assert archive.sql("select count(*) as n from documents") == [{"n": 2}]
    assert archive.check().holds


def test_it_reads_tables_views_spans_and_words(archive):
    assert archive.sql("select doc from documents where title like ?", ["%pact"]) == [
        {"doc": "first"}
    ]
    assert archive.sql("select verdict from failures") == [{"verdict": "refused"}]
    spans = archive.sql(
        "select doc, json_extract(value, '$[0]') as start"
        " from statements, json_each(content) order by doc"
    )
    assert spans[0] == {"doc": "first", "start": FIRST.index("“We")}
    assert archive.sql("select rowid from documents_fts where documents_fts match 'varga'")
    assert archive.sql("select count(*) as n from json_tree('[[1, 2]]')") == [{"n": 4}]


def test_values_are_never_sql(archive):
    assert archive.sql("select ? as x", ["'; drop table documents; --"])[0]["x"].startswith("'")
