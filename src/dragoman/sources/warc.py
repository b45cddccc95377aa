"""WARC files (ISO 28500): crawled pages.

Libraries stop at a cut or corrupt record without an error. So the file is cut into records here,
every length and every gzip trailer checked, and each whole record goes to the sandbox by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from dragoman.model import Code, Draft, Refusal
from dragoman.sources.gzip_members import members_of
from dragoman.sources.limits import bounded
from dragoman.sources.naming import Members
from dragoman.sources.reader import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.settings import Settings

SIGNATURE = b"WARC/"
GZIP = b"\x1f\x8b"
GAP = b"\r\n\r\n"
HEADER_BYTES = 65_536
LENGTH_DIGITS = 15
# Types of records that may hold a page; ISO 28500, section 5.5.
WITH_PAGES = ("response", "resource", "conversion")
REASONS = {
    Code.TRUNCATED: "the record is cut off",
    Code.CORRUPT: "the record is corrupt",
    Code.RATIO: "the record inflates out of proportion",
    Code.TOO_LARGE: "the record is too large",
}


class Warc:
    """WARC files, compressed or not. One draft per response that is a page of HTML or text."""

    name = "warc"
    suffixes = (".warc", ".warc.gz")
    container = True
    foreign = False

    def sniff(self, head: bytes) -> bool:
        """Say whether the bytes begin with a record."""
        return head.startswith(SIGNATURE)

    def read(self, data: BinaryIO, _name: str, settings: Settings) -> Iterator[Refusal | Part]:
        """Yield each page as a part for the sandbox, and what of the file is damaged."""
        packed = bounded(data, settings.max_input_bytes, "The file")
        names = Members()
        for record in _records(packed, settings.max_input_bytes):
            if record.code is not Code.OK:
                place = f"byte {record.start}"
                yield Refusal(record.code, REASONS[record.code], place)
                continue
            header = _header(record.data)
            if header.get("warc-type") in WITH_PAGES:
                place = names.name(header.get("warc-target-uri", ""))
                yield Part(record.data, WarcRecord.name, place)


class WarcRecord:
    """One whole WARC record, cut out of its file."""

    name = "warc record"
    suffixes = ()
    container = False
    foreign = True

    def sniff(self, _head: bytes) -> bool:
        """Say no: records come from `Warc` alone."""
        return False

    def read(self, data: BinaryIO, _name: str, settings: Settings) -> Iterator[Draft | Refusal]:
        """Yield the record's page, or nothing if it holds none."""
        from dragoman.sources.markup.capture import page_of  # noqa: PLC0415 - worker only

        yield from page_of(bounded(data, settings.max_input_bytes, "The file"), settings)


@dataclass(frozen=True, slots=True)
class _Record:
    start: int
    data: bytes
    code: Code = Code.OK


def _records(data: bytes, limit: int) -> Iterator[_Record]:
    if not data.startswith(GZIP):
        yield from _split(data, 0)
        return
    for member in members_of(data, SIGNATURE, limit):
        if member.code in (Code.OK, Code.TRUNCATED):
            yield from _in_member(member.data, member.start, member.code)
        else:
            yield _Record(member.start, b"", member.code)


def _in_member(data: bytes, start: int, code: Code) -> Iterator[_Record]:
    """Yield the records in a gzip member; a cut one is reported once, whole records are kept."""
    damaged = False
    for record in _split(data, start):
        damaged = damaged or record.code is not Code.OK
        yield record if record.code is Code.OK else _Record(start, b"", record.code)
    if code is Code.TRUNCATED and not damaged:
        yield _Record(start, b"", code)


def _split(data: bytes, offset: int) -> Iterator[_Record]:
    """Yield the records of uncompressed bytes. After damage the next beginning is looked for."""
    place = 0
    while place < len(data):
        end = _declared_end(data, place)
        if data.startswith(GAP, end) and _begins(data, end + len(GAP)):
            yield _Record(offset + place, data[place:end])
            place = end + len(GAP)
            continue
        following = data.find(GAP + SIGNATURE, place + 1)
        if following < 0:
            yield from _last(data, place, end, offset)
            return
        yield _Record(offset + place, b"", Code.CORRUPT)
        place = following + len(GAP)


def _last(data: bytes, place: int, end: int, offset: int) -> Iterator[_Record]:
    """Yield what a damaged end of the file still tells."""
    whole = end <= len(data) and GAP.startswith(data[end:])
    if whole:
        yield _Record(offset + place, data[place:end])
    cut = whole or end > len(data)
    yield _Record(offset + place, b"", Code.TRUNCATED if cut else Code.CORRUPT)


def _begins(data: bytes, place: int) -> bool:
    """Say whether a record begins there, as far as there are bytes."""
    return SIGNATURE.startswith(data[place : place + len(SIGNATURE)])


def _declared_end(data: bytes, start: int) -> int:
    """Return where a record's block ends by its own header, beyond all bytes without a header."""
    nowhere = len(data) + 1
    end = data.find(GAP, start, start + HEADER_BYTES)
    if end < 0:
        return nowhere
    length = _header(data[start:end]).get("content-length", "")
    return end + len(GAP) + int(length) if _is_count(length) else nowhere


def _is_count(digits: str) -> bool:
    return digits.isascii() and digits.isdigit() and len(digits) <= LENGTH_DIGITS


def _header(record: bytes) -> dict[str, str]:
    """Return the named fields of a record's header, names in lower case."""
    end = record.find(GAP, 0, HEADER_BYTES)
    lines = record[: end if end >= 0 else HEADER_BYTES].decode("utf-8", "replace").split("\r\n")
    fields = (line.partition(":") for line in lines[1:])
    return {name.strip().lower(): value.strip() for name, _, value in fields}
