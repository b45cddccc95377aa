"""Receipts: `doc#start-end`, cut from the stored text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.errors import ReceiptError
from dragoman.model import Span

if TYPE_CHECKING:
    import sqlite3

CONTEXT_CHARS = 240


@dataclass(frozen=True, slots=True)
class Receipt:
    """The words a receipt stands for, with what stands before and after them.

    `before` and `after` end at word borders and hold at most `CONTEXT_CHARS` code points.
    """

    doc: str
    span: Span
    words: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.doc}#{self.span.start}-{self.span.end}"


def parse_receipt(receipt: str) -> tuple[str, Span]:
    """Take `doc#start-end` apart.

    Raises:
        ReceiptError: it is not of that form.
    """
    doc, mark, place = receipt.rpartition("#")
    start, dash, end = place.partition("-")
    if not (doc and mark and dash and _whole(start) and _whole(end) and int(start) < int(end)):
        raise ReceiptError.malformed(receipt)
    return doc, Span(int(start), int(end))


def _whole(digits: str) -> bool:
    return digits.isascii() and digits.isdecimal() and len(digits) < 16  # noqa: PLR2004


def cut_receipt(connection: sqlite3.Connection, receipt: str) -> Receipt:
    """Cut the words of a receipt from the archive.

    Raises:
        ReceiptError: malformed, unknown or deleted document, or outside its text.
    """
    doc, span = parse_receipt(receipt)
    text = stored_text(connection, doc)
    if span.end > len(text):
        raise ReceiptError.outside(receipt, len(text))
    return Receipt(doc, span, span.cut(text), _before(text, span.start), _after(text, span.end))


def stored_text(connection: sqlite3.Connection, doc: str) -> str:
    """Return the text of a document.

    Raises:
        ReceiptError: the archive holds no document of that name, or no longer.
    """
    row = connection.execute("select text from documents where doc = ?", (doc,)).fetchone()
    if row:
        return str(row[0])
    gone = connection.execute("select deleted from tombstones where doc = ?", (doc,)).fetchone()
    raise ReceiptError.deleted(doc, gone[0]) if gone else ReceiptError.no_document(doc)


def _before(text: str, start: int) -> str:
    first = max(0, start - CONTEXT_CHARS)
    if first:
        space = text.find(" ", first, start)
        first = space + 1 if space >= 0 else first
    return text[first:start]


def _after(text: str, end: int) -> str:
    last = min(len(text), end + CONTEXT_CHARS)
    if last < len(text):
        space = text.rfind(" ", end, last)
        last = space if space >= 0 else last
    return text[end:last]
