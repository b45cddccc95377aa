"""Tables as rows, and as data frames."""

import sys

import pytest

from dragoman.archive import table as module
from dragoman.errors import UsageError


def test_rows_have_the_types_of_the_contract(archive):
    first, second = archive.statements
    assert first["statement"] == "first:s1"
    assert first["denial"] is True
    assert second["content"] == [[34, 64]]
    assert first["made_on"] is None
    assert list(first) == list(archive.statements.columns)


def test_rows_come_in_one_order(archive):
    for table in archive.tables.values():
        rows = [tuple((v is not None, v) for v in row) for row in table.raw()]
        assert rows == sorted(rows), table.info.name


def test_its_length_and_name_are_told(archive):
    assert len(archive.mentions) == 2
    assert repr(archive.mentions) == "<Table mentions: 2 rows>"


def test_it_is_handed_to_arrow(archive, monkeypatch):
    pa = pytest.importorskip("pyarrow")
    monkeypatch.setattr(module, "ROWS_PER_BATCH", 1)
    for table in archive.tables.values():
        arrow = pa.table(table)
        assert arrow.column_names == list(table.columns)
        assert [tuple(row.values()) for row in arrow.to_pylist()] == list(table.raw())
    schema = archive.statements.arrow_schema()
    assert schema.field("denial").type == pa.bool_()
    assert schema.field("speaker").nullable
    assert not schema.field("doc").nullable
    assert schema.field("score").metadata == {b"about": b"how likely the row is right"}


@pytest.mark.parametrize(
    ("library", "method", "extra"),
    [("pyarrow", "to_arrow", "arrow"), ("polars", "to_polars", "polars")],
)
def test_a_missing_library_is_named_with_its_extra(archive, monkeypatch, library, method, extra):
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(UsageError, match=rf"dragoman\[{extra}\]") as raised:
        getattr(archive.documents, method)()
    assert raised.value.code == "DRG-E103"
