"""The page that a crawler captured in one WARC record."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from fastwarc.warc import ArchiveIterator

from dragoman.errors import InputError
from dragoman.model import Code, Draft, Refusal
from dragoman.sources.fields import web_link
from dragoman.sources.limits import Inflated, bounded
from dragoman.sources.markup.article import article_of
from dragoman.sources.plain import draft_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fastwarc.warc import WarcRecord

    from dragoman.settings import Settings

HTML = ("text/html", "application/xhtml+xml")
TEXT = ("text/plain",)
GZIP = b"\x1f\x8b"
SOUND_STATUS = 200
CHUNK_LINE = 64
HEX = frozenset(b"0123456789abcdefABCDEF")


def page_of(record_bytes: bytes, settings: Settings) -> Iterator[Draft | Refusal]:
    """Yield the page of a whole record, nothing if it is no page of HTML or text.

    Raises:
        InputError: ENCODING, or damage in the page's own compression.
    """
    for record in ArchiveIterator(io.BytesIO(record_bytes + b"\r\n\r\n"), parse_http=False):
        if not _digest_holds(record):
            yield Refusal(Code.CORRUPT, "the record does not fit its digest")
            return
        if record.is_http:
            record.parse_http()
        kind = _kind(record)
        if kind in HTML + TEXT:
            yield _with_capture(_page(record, kind, settings), record)


def _digest_holds(record: WarcRecord) -> bool:
    if not (record.headers.get("WARC-Block-Digest") or "").lower().startswith("sha1:"):
        return True
    return bool(record.verify_block_digest(consume=False))


def _kind(record: WarcRecord) -> str:
    told = record.http_content_type if record.is_http else record.headers.get("Content-Type")
    return (told or "").partition(";")[0].strip().lower()


def _page(record: WarcRecord, kind: str, settings: Settings) -> Draft | Refusal:
    status = record.http_headers.status_code if record.is_http else SOUND_STATUS
    if status != SOUND_STATUS:
        return Refusal(Code.NO_TEXT, f"the server answered {status}")
    body = _decoded(record, settings.max_input_bytes)
    charset = record.http_charset if record.is_http else None
    page = article_of(body, charset) if kind in HTML else draft_of(body, charset)
    if isinstance(page, Draft) and record.headers.get("WARC-Truncated"):
        return replace(page, code=Code.TRUNCATED, note="the crawler cut the page off")
    return page


def _decoded(record: WarcRecord, limit: int) -> bytes:
    """Return the body without transfer and content encoding.

    Many crawlers store bodies decoded and leave the headers as they were, so the bytes decide.
    """
    body = bounded(record.reader, limit, "The record")
    if not record.is_http:
        return body
    if "chunked" in (record.http_headers.get("Transfer-Encoding") or "").lower():
        body = joined_chunks(body)
    coding = (record.http_headers.get("Content-Encoding") or "").strip().lower()
    if body.startswith(GZIP):
        inside = io.BufferedReader(Inflated(io.BytesIO(body), limit))
        return bounded(inside, limit, "The page")
    if coding in ("", "identity", "gzip", "x-gzip", "none"):
        return body
    raise InputError.unsupported(f"The page's content encoding is {coding[:20]!r}")


def joined_chunks(body: bytes) -> bytes:
    """Return the body of chunks (RFC 9112, section 7.1) in one piece.

    Bytes that do not begin like a chunk were joined before and stay as they are.

    Raises:
        InputError: TRUNCATED, a chunk is cut off.
    """
    pieces, place = list[bytes](), 0
    while True:
        line_end = body.find(b"\r\n", place, place + CHUNK_LINE)
        digits = body[place:line_end].partition(b";")[0].strip() if line_end >= 0 else b""
        if not digits or not HEX.issuperset(digits):
            if not place:
                return body
            raise InputError.truncated("The page")
        size = int(digits, 16)
        if not size:
            return b"".join(pieces)
        pieces.append(body[line_end + 2 : line_end + 2 + size])
        place = line_end + 2 + size + 2
        if place > len(body):
            raise InputError.truncated("The page")


def _with_capture(page: Draft | Refusal, record: WarcRecord) -> Draft | Refusal:
    """Add where and when the page was captured. The capture's date is not the article's."""
    if isinstance(page, Refusal):
        return page
    stated, extra = dict(page.stated), {"captured": record.headers.get("WARC-Date") or ""}
    captured_at = web_link(record.headers.get("WARC-Target-URI") or "")
    if captured_at:
        canonical = stated.get("url")
        stated["url"] = captured_at
        if canonical and canonical != captured_at:
            extra["canonical"] = canonical
    return replace(page, stated=stated, extra=extra)
