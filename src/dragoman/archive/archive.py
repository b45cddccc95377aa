"""The archive as its readers see it."""

from __future__ import annotations

import json
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from dragoman.archive.check import CheckReport, check
from dragoman.archive.connection import open_to_read, snapshot
from dragoman.archive.dictionary import exported_tables
from dragoman.archive.receipts import Receipt, cut_receipt
from dragoman.archive.selection import Selection, select
from dragoman.archive.stemma import Lineage
from dragoman.archive.table import Table

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

# What differs between two runs over the same pile: clocks and run numbers.
NOT_FINGERPRINTED = {"inputs": ("run",), "failures": ("run",), "tombstones": ("deleted",)}


class Archive:
    """An archive open for reading. Every table of the contract is an attribute.

    `archive.statements` is a `Table`; so are `documents`, `actors` and the others. `lineage` is a
    table of derivations that knows their trees, too.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._connection = open_to_read(self.path)

    @property
    def connection(self) -> sqlite3.Connection:
        """The read-only SQLite connection behind the tables."""
        return self._connection

    @cached_property
    def lineage(self) -> Lineage:
        """The table of derivations, and the family trees that they make up."""
        info = next(info for info in exported_tables() if info.name == "lineage")
        return Lineage(self._connection, info)

    @cached_property
    def tables(self) -> dict[str, Table]:
        """All tables of the contract by name."""
        others = {info.name: Table(self._connection, info) for info in exported_tables()}
        return {**others, "lineage": self.lineage}

    def __getattr__(self, name: str) -> Table:
        if not name.startswith("_") and name in self.tables:
            return self.tables[name]
        message = f"an archive has no table {name!r}; it has {', '.join(self.tables)}"
        raise AttributeError(message)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *self.tables})

    def __repr__(self) -> str:
        return f"<Archive {self.path.name}: {len(self.documents)} documents>"

    def snapshot(self) -> AbstractContextManager[None]:
        """Hold one state of the archive: what is written meanwhile stays unseen till the end."""
        return snapshot(self._connection)

    def sql(self, query: str, values: Sequence[object] = ()) -> list[dict[str, Any]]:
        """Run one SELECT and return its rows as dictionaries.

        Raises:
            UsageError: the query does more than read, does not compile, or runs too long.
        """
        found: Selection = select(self._connection, query, values)
        return [dict(zip(found.columns, row, strict=True)) for row in found.rows]

    def receipt(self, receipt: str) -> Receipt:
        """Cut the words of `doc#start-end`, with their context.

        Raises:
            ReceiptError: it is malformed, names no document, or lies outside its text.
        """
        return cut_receipt(self._connection, receipt)

    def check(self) -> CheckReport:
        """Cut every receipt again and follow every reference."""
        return check(self._connection)

    def about(self) -> dict[str, Any]:
        """Return how the archive was made: versions, settings, models and counts of each run."""
        facts = dict(self._connection.execute("select key, value from about").fetchall())
        runs = [dict(row) for row in self._connection.execute("select * from runs order by run")]
        for run in runs:
            for column in ("settings", "models", "inputs"):
                run[column] = json.loads(run[column]) if run[column] else None
        return {**facts, "runs": runs}

    def fingerprint(self) -> str:
        """Return one SHA-256 over all tables of the contract: the same pile gives the same."""
        digest = sha256()
        with self.snapshot():
            for name, table in self.tables.items():
                left_out = NOT_FINGERPRINTED.get(name, ())
                kept = [i for i, column in enumerate(table.columns) if column not in left_out]
                digest.update(f"{name}\n".encode())
                for row in table.raw():
                    digest.update(json.dumps([row[i] for i in kept], ensure_ascii=False).encode())
        return digest.hexdigest()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
