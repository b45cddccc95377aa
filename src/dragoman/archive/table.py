"""A table of the archive, as rows or as the data frame a user lives in."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any

from dragoman.errors import UsageError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from dragoman.archive.dictionary import TableInfo

ARROW_TYPES = {"text": "string", "integer": "int64", "real": "float64", "boolean": "bool_"}
# Bounds what an export of long texts holds in memory.
ROWS_PER_BATCH = 4096


class Table:
    """One table: iterate it for dictionaries, or hand it to pyarrow, pandas or polars.

    Rows come in a fixed order (by every column that identifies them). JSON columns come as
    lists, booleans as bool. In Arrow, JSON columns are JSON text.
    """

    def __init__(self, connection: sqlite3.Connection, info: TableInfo) -> None:
        self._connection = connection
        self.info = info
        self._columns = info.shown

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns, in order."""
        return tuple(column.name for column in self._columns)

    def __len__(self) -> int:
        count = self._connection.execute(f'select count(*) from "{self.info.name}"').fetchone()[0]
        return int(count)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        kinds = [(column.name, column.type) for column in self._columns]
        for row in self.raw():
            yield {n: _value(v, kind) for (n, kind), v in zip(kinds, row, strict=True)}

    def __repr__(self) -> str:
        return f"<Table {self.info.name}: {len(self)} rows>"

    def raw(self) -> Iterator[tuple[Any, ...]]:
        """Yield the rows as SQLite stores them, in the table's order."""
        columns = ", ".join(f'"{name}"' for name in self.columns)
        order = ", ".join(str(i + 1) for i in range(len(self._columns)))
        query = f'select {columns} from "{self.info.name}" order by {order}'
        for row in self._connection.execute(query):
            yield tuple(row)

    def arrow_schema(self) -> Any:  # noqa: ANN401 - pyarrow is optional
        """Return the `pyarrow.Schema`, with the meaning of table and columns as metadata.

        Raises:
            UsageError: pyarrow is not installed.
        """
        pa = _pyarrow()
        fields = [
            pa.field(
                column.name,
                getattr(pa, ARROW_TYPES.get(column.type, "string"))(),
                nullable=column.nullable,
                metadata={"about": column.about},
            )
            for column in self._columns
        ]
        return pa.schema(fields, metadata={"about": self.info.about})

    def to_batches(self) -> Iterator[Any]:
        """Yield `pyarrow.RecordBatch`es of at most `ROWS_PER_BATCH` rows.

        Raises:
            UsageError: pyarrow is not installed.
        """
        pa, schema, rows = _pyarrow(), self.arrow_schema(), self.raw()
        while batch := list(islice(rows, ROWS_PER_BATCH)):
            arrays = [
                pa.array(
                    [bool(v) for v in values] if field.type == pa.bool_() else values, field.type
                )
                for field, values in zip(schema, zip(*batch, strict=True), strict=True)
            ]
            yield pa.record_batch(arrays, schema=schema)

    def to_arrow(self) -> Any:  # noqa: ANN401 - pyarrow is optional
        """Return a `pyarrow.Table`.

        Raises:
            UsageError: pyarrow is not installed.
        """
        return _pyarrow().Table.from_batches(self.to_batches(), self.arrow_schema())

    def to_pandas(self) -> Any:  # noqa: ANN401 - pandas is optional
        """Return a `pandas.DataFrame`.

        Raises:
            UsageError: pandas or pyarrow is not installed.
        """
        arrow = self.to_arrow()
        try:
            return arrow.to_pandas()
        except ImportError as error:
            raise UsageError.missing_extra("pandas", "pandas") from error

    def to_polars(self) -> Any:  # noqa: ANN401 - polars is optional
        """Return a `polars.DataFrame`.

        Raises:
            UsageError: polars or pyarrow is not installed.
        """
        arrow = self.to_arrow()
        try:
            import polars as pl  # noqa: PLC0415
        except ImportError as error:
            raise UsageError.missing_extra("polars", "polars") from error
        return pl.from_arrow(arrow)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Hand the table to any library that speaks the Arrow PyCapsule interface."""
        return self.to_arrow().__arrow_c_stream__(requested_schema)


def _pyarrow() -> Any:  # noqa: ANN401 - a module
    try:
        import pyarrow as pa  # noqa: PLC0415
    except ImportError as error:
        raise UsageError.missing_extra("pyarrow", "arrow") from error
    return pa


def _value(value: Any, kind: str) -> Any:  # noqa: ANN401 - a cell
    if value is None:
        return None
    if kind == "json":
        return json.loads(value)
    if kind == "boolean":
        return bool(value)
    return value
