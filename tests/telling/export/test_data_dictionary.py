"""The data dictionary leaves nothing out."""

import json

import pytest

from dragoman.archive.dictionary import exported_tables
from dragoman.telling.export import export
from dragoman.telling.export.units import UNITS, unit


@pytest.fixture
def written(archive, tmp_path):
    export(archive, "csv", tmp_path / "out", tables=["documents"])
    return tmp_path / "out"


def test_every_column_of_every_table_is_described(written):
    dictionary = json.loads((written / "data_dictionary.json").read_text())
    described = {t["name"]: [c["name"] for c in t["columns"]] for t in dictionary["tables"]}
    assert described == {t.name: [c.name for c in t.shown] for t in exported_tables()}
    for table in dictionary["tables"]:
        assert table["about"]
        assert all(column["about"] and column["type"] for column in table["columns"])


def test_people_read_the_same(written):
    text = (written / "data_dictionary.md").read_text()
    for table in exported_tables():
        assert f"\n## {table.name}\n\n{table.about}" in text
        for column in table.shown:
            assert f"| `{column.name}` | {column.type} |" in text
    assert all(line.count(" | ") == 4 for line in text.splitlines() if line.startswith("| `"))


def test_every_number_has_a_unit_and_every_unit_a_column():
    columns = [column for table in exported_tables() for column in table.shown]
    assert not [c.name for c in columns if c.type in ("integer", "real") and not unit(c)]
    assert set(UNITS) <= {column.name for column in columns}


def test_it_says_how_the_archive_was_made(written):
    dictionary = json.loads((written / "data_dictionary.json").read_text())
    assert dictionary["made"]["made_by"].startswith("dragoman ")
    assert dictionary["made"]["runs"][0]["settings"] == {"pipeline": "none"}
    rows = {table["name"]: table["rows"] for table in dictionary["tables"]}
    assert rows["documents"] == 2
    assert rows["failures"] == 1


@pytest.mark.parametrize("safe", [True, False])
def test_it_says_whether_spreadsheets_may_open_it(archive, tmp_path, safe):
    export(archive, "csv", tmp_path / "out", spreadsheet_safe=safe)
    text = (tmp_path / "out" / "data_dictionary.md").read_text()
    assert ("leading apostrophe" in text) is safe
    assert ("be run as formulas by a spreadsheet" in text) is not safe
