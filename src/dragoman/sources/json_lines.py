"""JSON lines: one row a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from dragoman.errors import InputError
from dragoman.model import Code, Refusal
from dragoman.sources.encoding import decode
from dragoman.sources.rows import draft_of_row, parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.model import Draft
    from dragoman.settings import Settings

# JSON writes a character in at most 6 bytes ("\u20ac"); as much again for the other fields.
BYTES_PER_CHAR = 12


class JsonLines:
    """JSON lines files, and standard input."""

    name = "jsonl"
    suffixes = (".jsonl", ".ndjson")
    container = True
    foreign = False

    def sniff(self, head: bytes) -> bool:
        """Say whether the first line is a whole JSON object and a second one begins."""
        first, _, rest = head.lstrip().partition(b"\n")
        whole = first.startswith(b"{") and first.rstrip().endswith(b"}")
        return whole and rest.lstrip().startswith(b"{")

    def read(self, data: BinaryIO, _name: str, settings: Settings) -> Iterator[Draft | Refusal]:
        """Yield one draft per line that is not blank; its member is the line's number, from 1."""
        longest = BYTES_PER_CHAR * settings.max_chars
        for number, line in enumerate(_lines(data, longest), start=1):
            if len(line) > longest:
                yield Refusal(Code.TOO_LARGE, f"the line is longer than {longest:,}", str(number))
            elif line.strip():
                yield _row(line, str(number))


def _lines(data: BinaryIO, longest: int) -> Iterator[bytes]:
    """Yield lines; of one that is too long only the beginning, so that it can be told."""
    while line := data.readline(longest + 1):
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = data.readline(longest)
        yield line


def _row(line: bytes, member: str) -> Draft | Refusal:
    try:
        decoded = decode(line.removeprefix(b"\xef\xbb\xbf"))
        return draft_of_row(parsed(decoded.text), member, decoded.encoding)
    except InputError as error:
        return Refusal(Code(error.code), error.message, member)
