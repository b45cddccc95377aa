"""The data dictionary, read from the comments of `schema.sql`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

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
    blocks = schema().split("\n\n")
    return tuple(_table(block) for block in blocks if f"\n{KEPT}" in block)


def _table(block: str) -> TableInfo:
    lines = block.strip().splitlines()
    kept = next(i for i, line in enumerate(lines) if line.startswith(KEPT))
    name = lines[kept + 1].split("using")[0].removesuffix("(").split()[-1]
    if lines[kept + 1].startswith("create view"):
        name = lines[kept + 1].split()[2]
    return TableInfo(
        name=name,
        about=" ".join(line.removeprefix("-- ") for line in lines[:kept]),
        kept=lines[kept].removeprefix(KEPT),
        columns=tuple(_column(line) for line in lines[kept + 1 :] if _is_column(line)),
    )


def _is_column(line: str) -> bool:
    return line.startswith("  ") and " -- " in line


def _column(line: str) -> Column:
    definition, about = line.strip().split(" -- ", 1)
    words = definition.rstrip(" ,").split()
    if " as " in definition or len(words) == 1:  # of a view over columns that are never null
        return Column(words[-1], "text", about, nullable=False, values=())
    return Column(
        name=words[0].strip('"'),
        type=words[1],
        about=about,
        nullable="not null" not in definition and "primary key" not in definition,
        values=tuple(definition.partition(" in (")[2].split("'")[1::2]),
    )


def exported_tables() -> tuple[TableInfo, ...]:
    """Return the tables of the contract, in the schema's order."""
    return tuple(table for table in tables() if table.exported)
