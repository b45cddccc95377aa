"""An export read back by someone else's reader holds the same rows (T55)."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.archive.archive import Archive
from dragoman.archive.writer import writing
from dragoman.telling.export import export, print_table
from readings import plain

AWKWARD = st.sampled_from(['"', "'", ",", "\n", "\r", "\u2028", "\x85", "=", "🛳", "\0", "|"])
TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | AWKWARD, min_size=1, max_size=30)


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    numbers = iter(range(10_000))
    folder = tmp_path_factory.mktemp("awkward")
    return lambda: folder / f"{next(numbers)}.dragoman"


def printed(archive, form, table) -> str:
    stream = io.StringIO(newline="")
    print_table(archive, form, [table], stream)
    return stream.getvalue()


@given(texts=st.lists(TEXTS, min_size=1, max_size=3), title=TEXTS | st.just("") | st.none())
def test_any_text_comes_back(places, texts, title):
    path = places()
    extra = {"column": texts[0]}
    readings = [plain(f"d{n}", text, title=title, extra=extra) for n, text in enumerate(texts)]
    with writing(path) as writer:
        writer.append(readings, [])
    with Archive(path) as archive:
        for name in ("documents", "statements"):
            rows = list(archive.tables[name])
            lines = printed(archive, "jsonl", name)
            assert [json.loads(line) for line in lines.splitlines()] == rows
            assert [as_row(row, archive.tables[name]) for row in read_csv(archive, name)] == rows


def read_csv(archive, name):
    return csv.DictReader(io.StringIO(printed(archive, "csv", name), newline=""), strict=True)


def as_row(cells, table):
    """Return a CSV row with the types of the contract; csv cannot tell null from ''."""
    row = {}
    for column, original in zip(table.info.shown, next(iter(table)).values(), strict=True):
        cell = cells[column.name]
        kinds = {"json": json.loads, "integer": int, "real": float, "boolean": {"true": True}.get}
        if cell == "":
            row[column.name] = original if original in (None, "") else ""
        elif column.type == "boolean":
            row[column.name] = {"true": True, "false": False}[cell]
        else:
            row[column.name] = kinds.get(column.type, str)(cell)
    return row


def test_json_keys_come_in_the_order_of_the_columns(archive):
    for name, table in archive.tables.items():
        for line in printed(archive, "jsonl", name).splitlines():
            assert tuple(json.loads(line)) == table.columns


def test_json_is_real_json_and_not_escaped(archive):
    first = printed(archive, "jsonl", "statements").splitlines()[0]
    assert '"content": [[73, 101]]' in first
    assert '"denial": true' in first
    assert "🛳" in printed(archive, "jsonl", "documents")


def test_csv_tells_null_from_an_empty_text(archive):
    header, *rows = printed(archive, "csv", "inputs").split("\r\n")
    assert header == "path,member,bytes,sha256,format,encoding,verdict,code,reason,doc,run"
    assert rows[0].startswith('coverage/empty.txt,"",10,')
    assert rows[0].endswith(",refused,EMPTY,nothing in it,,1")


def test_an_empty_table_has_its_header(archive):
    assert printed(archive, "csv", "remarks").startswith("remark,about,id,")
    assert printed(archive, "jsonl", "remarks") == ""


def test_parquet_is_read_by_pyarrow(archive, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    export(archive, "parquet", tmp_path / "out")
    for name, table in archive.tables.items():
        read = parquet.read_table(tmp_path / "out" / f"{name}.parquet")
        assert [tuple(row.values()) for row in read.to_pylist()] == list(table.raw())
        assert read.schema.equals(table.arrow_schema(), check_metadata=False)
    statements = parquet.read_schema(tmp_path / "out" / "statements.parquet")
    assert statements.field("score").metadata[b"about"] == b"how likely the row is right"
