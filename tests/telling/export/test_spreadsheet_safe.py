"""No cell is run by a spreadsheet when asked so (T56)."""

import csv
import io

import pytest

from dragoman.archive.archive import Archive
from dragoman.archive.writer import writing
from dragoman.telling.export import print_table
from dragoman.telling.export.comma_separated import defused
from readings import plain

DANGEROUS = [
    "=1+1", '=HYPERLINK("http://example.org")', "=cmd|' /C calc'!A0", "+1+1", "+cmd|' /C calc'!A0",
    "-1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(1)", "\t=1+1", "\r=1+1", "\n=1+1", "\r\n=1+1", "＝1+1",
    "＋1", "－1", "＠SUM(1)", "=", "+", "-", "@",
]  # fmt: skip


def titles(tmp_path, form, *, safe):
    path = tmp_path / "a.dragoman"
    if not path.exists():
        with writing(path) as writer:
            writer.append(
                [plain(f"d{n:02}", "Words.", title=t) for n, t in enumerate(DANGEROUS)], []
            )
    stream = io.StringIO(newline="")
    with Archive(path) as archive:
        print_table(archive, form, ["documents"], stream, spreadsheet_safe=safe)
    return stream.getvalue()


def test_dangerous_cells_get_an_apostrophe(tmp_path):
    rows = csv.DictReader(io.StringIO(titles(tmp_path, "csv", safe=True), newline=""))
    assert [row["title"] for row in rows] == [f"'{title}" for title in DANGEROUS]


def test_it_is_off_by_default_and_for_json(tmp_path):
    rows = csv.DictReader(io.StringIO(titles(tmp_path, "csv", safe=False), newline=""))
    assert [row["title"] for row in rows] == DANGEROUS
    assert titles(tmp_path, "jsonl", safe=True) == titles(tmp_path, "jsonl", safe=False)


@pytest.mark.parametrize("cell", [-1.5, -3, None, "", "plain", "a=b", "'", "1-2", "[[0, 1]]"])
def test_harmless_cells_are_left_alone(cell):
    assert defused(cell) == cell
