"""The data dictionary, read from the comments of `schema.sql`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

KEPT = "-- kept: "
# Not rows for an analyst: never exported.
INTERNAL = ("housekeeping", "index")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, SQL type, and what it holds.

    values: the closed list its cells come from, empty where it is open.
    """

    name: str
    type: str
    about: str
    nullable: bool
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableInfo:
    """A table of the archive: what one row is, how it is kept, its columns in order."""

    name: str
    about: str
    kept: str
    columns: tuple[Column, ...]

    @property
    def exported(self) -> bool:
        """Say whether the table is part of the contract that users read."""
        return self.kept not in INTERNAL

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns that users read: all but SQLite's own row number."""
        return tuple(column for column in self.columns if column.name != "rowid")


@cache
def schema() -> str:
    """Return the SQL that makes an empty archive."""
    return files(__package__).joinpath("schema.sql").read_text(encoding="utf-8")


@cache
def tables() -> tuple[TableInfo, ...]:
    """Return all tables and views of the schema, in its order."""
    found: dict[str, TableInfo] = {}
    for block in schema().split("\n\n"):
        if f"\n{KEPT}" in block:
            info = _table(block, found)
            found[info.name] = info
    return tuple(found.values())


def _table(block: str, earlier: Mapping[str, TableInfo]) -> TableInfo:
    lines = block.strip().splitlines()
    kept = next(i for i, line in enumerate(lines) if line.startswith(KEPT))
    definition = lines[kept + 1 :]
    columns = [line for line in definition if line.startswith("  ") and " -- " in line]
    if definition[0].startswith("create view"):
        name = definition[0].split()[2]
        base = earlier[next(line.split()[1] for line in definition if line.startswith("from "))]
        described = tuple(_view_column(line, base) for line in columns)
    else:
        name = definition[0].split(" using ")[0].removesuffix("(").split()[-1]
        described = tuple(_column(line) for line in columns)
    return TableInfo(
        name=name,
        about=" ".join(line.removeprefix("-- ") for line in lines[:kept]),
        kept=lines[kept].removeprefix(KEPT),
        columns=described,
    )


def _column(line: str) -> Column:
    definition, about = line.strip().split(" -- ", 1)
    words = definition.split()
    return Column(
        name=words[0].strip('"'),
        type=words[1].rstrip(","),
        about=about,
        nullable="not null" not in definition and "primary key" not in definition,
        values=tuple(definition.partition(" in (")[2].split("'")[1::2]),
    )


def _view_column(line: str, base: TableInfo) -> Column:
    """Describe a view's column: as in its table, a count, or a text of columns never null."""
    definition, about = line.strip().split(" -- ", 1)
    name = definition.rstrip(" ,").split()[-1]
    if " as " in definition:
        counted = definition.startswith("count(")
        return Column(name, "integer" if counted else "text", about, nullable=False, values=())
    return replace(next(c for c in base.columns if c.name == name), about=about)


def exported_tables() -> tuple[TableInfo, ...]:
    """Return the tables of the contract, in the schema's order."""
    return tuple(table for table in tables() if table.exported)
