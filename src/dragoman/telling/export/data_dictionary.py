"""The data dictionary: what an export's tables mean, and how they came to be."""

from __future__ import annotations

import json
from hashlib import file_digest
from typing import TYPE_CHECKING, Any

from dragoman.telling.export.units import unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from dragoman.archive.archive import Archive
    from dragoman.archive.dictionary import Column
    from dragoman.archive.table import Table
    from dragoman.telling.export.exporter import Options
    from dragoman.telling.export.folder import Folder

STEM = "data_dictionary"
CONVENTIONS = (
    "Spans are half-open [start, end) in Unicode code points, from 0, into `documents.text`.",
    "A column of type json holds JSON: a value in jsonl, JSON text in csv and parquet.",
    "An empty cell in csv is null; an empty text is a cell of two quotation marks.",
    "Kept as `evidence`: only ever appended to. `collated`: derived from evidence. `later`: empty.",
)
SAFE = (
    "Cells of text that begin with = + - @, a tab or a line end (or the full-width forms) have "
    "a leading apostrophe, so that no spreadsheet runs them; take it away before counting offsets."
)
UNSAFE = (
    "Cells are exactly what was read. Some may begin with = + - @ and be run as formulas by a "
    "spreadsheet: export with --spreadsheet-safe to open csv files in one."
)
HEADER = "| column | type | unit | null | meaning |\n| --- | --- | --- | --- | --- |"


def write_data_dictionary(
    archive: Archive, folder: Folder, form: str, options: Options, written: Sequence[Path]
) -> list[Path]:
    """Write `data_dictionary.md` and, last of all, `data_dictionary.json`; return their paths.

    The JSON file lists the files written with their sizes and hashes.
    """
    dictionary = data_dictionary(archive, form, options, written)
    with folder.text(f"{STEM}.md") as stream:
        stream.write(as_markdown(dictionary))
    with folder.text(f"{STEM}.json") as stream:
        json.dump(dictionary, stream, ensure_ascii=False, indent=2)
        stream.write("\n")
    return [folder.place(f"{STEM}.md"), folder.place(f"{STEM}.json")]


def data_dictionary(
    archive: Archive, form: str, options: Options, written: Iterable[Path]
) -> dict[str, Any]:
    """Return what the contract's tables mean, how the archive was made, and what was written."""
    return {
        "format": form,
        "conventions": [*CONVENTIONS, SAFE if options.spreadsheet_safe else UNSAFE],
        "options": {
            "tables": list(options.tables),
            "spreadsheet_safe": options.spreadsheet_safe,
        },
        "tables": [_table(table) for table in archive.tables.values()],
        "files": [_file(path) for path in written],
        "made": archive.about(),
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "name": table.info.name,
        "about": table.info.about,
        "kept": table.info.kept,
        "rows": len(table),
        "columns": [_column(column) for column in table.info.shown],
    }


def _column(column: Column) -> dict[str, Any]:
    return {
        "name": column.name,
        "type": column.type,
        "unit": unit(column),
        "nullable": column.nullable,
        "values": list(column.values),
        "about": column.about,
    }


def _file(path: Path) -> dict[str, Any]:
    with path.open("rb") as stream:
        digest = file_digest(stream, "sha256").hexdigest()
    return {"name": path.name, "bytes": path.stat().st_size, "sha256": digest}


def as_markdown(dictionary: dict[str, Any]) -> str:
    """Return the data dictionary for people to read."""
    return "\n".join(_lines(dictionary)) + "\n"


def _lines(dictionary: dict[str, Any]) -> Iterator[str]:
    yield "# Data dictionary\n"
    yield f"Exported as {dictionary['format']}; made by {dictionary['made']['made_by']}.\n"
    yield from (f"- {convention}" for convention in dictionary["conventions"])
    for table in dictionary["tables"]:
        yield f"\n## {table['name']}\n"
        yield f"{table['about']} Kept: {table['kept']}. Rows: {table['rows']}.\n"
        yield HEADER
        yield from (_markdown_row(column) for column in table["columns"])


def _markdown_row(column: dict[str, Any]) -> str:
    values = f": {', '.join(column['values'])}" if column["values"] else ""
    null = "may be null" if column["nullable"] else ""
    cells = (
        f"`{column['name']}`", column["type"], column["unit"] or "", null, column["about"] + values
    )  # fmt: skip
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
