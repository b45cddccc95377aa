"""JSON: a list of rows, one row, or an object that holds a list of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from dragoman.errors import InputError
from dragoman.sources.encoding import decode
from dragoman.sources.fields import text_column
from dragoman.sources.json_lines import JsonLines
from dragoman.sources.limits import bounded
from dragoman.sources.rows import draft_of_row, parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.model import Draft, Refusal
    from dragoman.settings import Settings

BRACKETS = (b"[", b"{")


class Json:
    """A JSON file of rows. Foreign, since a whole file of nested values may take much memory."""

    name = "json"
    suffixes = (".json",)
    container = True
    foreign = True

    def sniff(self, head: bytes) -> bool:
        """Say whether the bytes begin a JSON list or object that is no feed."""
        start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
        other = JsonLines().sniff(start) or b"//jsonfeed.org/version" in head
        return start.startswith(BRACKETS) and not other

    def read(self, data: BinaryIO, _name: str, settings: Settings) -> Iterator[Draft | Refusal]:
        """Yield one draft per row; its member is the row's number, from 1."""
        decoded = decode(bounded(data, settings.max_input_bytes, "The file"))
        rows = _rows(parsed(decoded.text))
        for number, row in enumerate(rows, start=1):
            yield draft_of_row(row, str(number), decoded.encoding)


def _rows(value: object) -> list[object]:
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and text_column(value) is not None:
        return [value]
    lists = [part for part in value.values() if _is_rows(part)] if isinstance(value, dict) else []
    if len(lists) == 1:
        return list(lists[0])
    raise InputError.no_text("The JSON file is neither a row nor a list of rows")


def _is_rows(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)
