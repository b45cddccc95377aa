"""Tables of plain facts that the readers use, as TSV. Adding a row touches no Python."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of `knowledge/<name>.tsv`, each a mapping of column to text.

    The first line that does not start with `#` names the columns; `#` lines are comments.
    Columns missing at a line's end are empty.
    """
    text = files(__name__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    columns = lines[0].split("\t")
    return tuple(_row(columns, line) for line in lines[1:])


def _row(columns: list[str], line: str) -> dict[str, str]:
    cells = [cell.strip() for cell in line.split("\t")]
    return dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=False))


def listed(cell: str) -> tuple[str, ...]:
    """Split a cell of several values, which are set apart by `|`."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())
