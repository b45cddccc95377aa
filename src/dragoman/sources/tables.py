"""Tables: comma-, semicolon- or tab-separated values with a header line."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, BinaryIO

from dragoman.errors import InputError
from dragoman.model import Code, Refusal
from dragoman.sources.encoding import MARKS, encoding_of
from dragoman.sources.fields import text_column
from dragoman.sources.limits import CHUNK
from dragoman.sources.rows import draft_of_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.model import Draft
    from dragoman.settings import Settings

SEPARATORS = ",;\t|"
WIDE = ("utf-16", "utf-32")


class Tables:
    """CSV and TSV files. Their first line names the columns."""

    name = "csv"
    suffixes = (".csv", ".tsv")
    container = True
    foreign = False

    def sniff(self, _head: bytes) -> bool:
        """Say no: without its suffix, a table cannot be told from text."""
        return False

    def read(self, data: BinaryIO, _name: str, settings: Settings) -> Iterator[Draft | Refusal]:
        """Yield one draft per row; its member is the row's number, from 1 below the header."""
        csv.field_size_limit(settings.max_chars)
        encoding, opened = _opened(data)
        with opened as words:
            line = words.readline()
            separator = max(SEPARATORS, key=line.count)
            header = _header(line, separator)
            yield from _rows(header, csv.reader(words, delimiter=separator, strict=True), encoding)


def _header(line: str, separator: str) -> list[str]:
    if not line.strip():
        raise InputError.no_text("The table has no header line")
    header = next(csv.reader([line], delimiter=separator))
    if text_column(dict.fromkeys(header, "")) is None:
        raise InputError.no_text("The header line names no column 'text'")
    if len(set(header)) < len(header):
        raise InputError.malformed("A column's name stands twice in the header line")
    return header


def _rows(
    header: list[str], cells: Iterator[list[str]], encoding: str
) -> Iterator[Draft | Refusal]:
    number = 0
    while True:
        number += 1
        try:
            row = next(cells, None)
        except csv.Error as error:
            yield Refusal(Code.MALFORMED, f"the row is broken ({error})", str(number))
            continue
        if row is None:
            return
        yield from _row(header, row, str(number), encoding)


def _row(
    header: list[str], row: list[str], member: str, encoding: str
) -> Iterator[Draft | Refusal]:
    if len(row) > len(header):
        yield Refusal(Code.MALFORMED, "the row has more cells than the header", member)
    elif row:
        filled = row + [""] * (len(header) - len(row))
        yield draft_of_row(dict(zip(header, filled, strict=True)), member, encoding)


def _opened(data: BinaryIO) -> tuple[str, io.TextIOWrapper]:
    """Return the table's encoding, guessed at its beginning, and its characters as a stream."""
    head = data.read(CHUNK)
    mark, encoding = next((pair for pair in MARKS if head.startswith(pair[0])), (b"", None))
    # Whole lines, since the chunk may end inside a character.
    encoding = encoding or encoding_of(head[: head.rfind(b"\n") + 1] or head)
    if encoding is None:
        raise InputError.undecodable()
    data.seek(len(mark))
    # What does not decode becomes half surrogate pairs, which the row replaces and reports;
    # the wide encodings have no such escape.
    errors = "replace" if encoding.startswith(WIDE) else "surrogateescape"
    return encoding, io.TextIOWrapper(data, encoding, errors, newline="")
