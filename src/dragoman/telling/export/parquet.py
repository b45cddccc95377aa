"""Parquet, for DuckDB, pandas, polars, R and Spark. Needs the extra `arrow`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.errors import UsageError
from dragoman.telling.export.tables import asked_for

if TYPE_CHECKING:
    from pathlib import Path
    from typing import IO

    from dragoman.archive.archive import Archive
    from dragoman.archive.table import Table
    from dragoman.telling.export.exporter import Options
    from dragoman.telling.export.folder import Folder

COMPRESSION = "zstd"


class Parquet:
    """One file per table; JSON columns as JSON text; meanings in the metadata of the schema."""

    name = "parquet"
    suffix = "parquet"

    def write(self, archive: Archive, folder: Folder, options: Options) -> list[Path]:
        """Write the tables asked for.

        Raises:
            UsageError: pyarrow is not installed, or the contract has no such table.
        """
        paths = []
        for table in asked_for(archive, options):
            name = f"{table.info.name}.{self.suffix}"
            with folder.bytes(name) as stream:
                _put(table, stream)
            paths.append(folder.place(name))
        return paths


def _put(table: Table, stream: IO[bytes]) -> None:
    try:
        from pyarrow.parquet import ParquetWriter  # noqa: PLC0415 - an optional library
    except ImportError as error:
        raise UsageError.missing_extra("pyarrow", "arrow") from error
    with ParquetWriter(stream, table.arrow_schema(), compression=COMPRESSION) as writer:
        for batch in table.to_batches():
            writer.write_batch(batch)
