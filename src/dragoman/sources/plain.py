"""Plain text: the file's own characters."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from dragoman.model import Code, Draft
from dragoman.sources.encoding import decode, encoding_of
from dragoman.sources.limits import bounded
from dragoman.sources.wording import stored

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.settings import Settings

CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))


class Plain:
    """Text files, and whatever else turns out to be text."""

    name = "text"
    suffixes = (".txt", ".text")
    container = False
    foreign = False

    def sniff(self, head: bytes) -> bool:
        """Say whether the bytes are text: a known encoding and no control characters."""
        if head.startswith((b"\xff\xfe", b"\xfe\xff")):
            return True
        encoding = encoding_of(head)
        wide = encoding is not None and encoding.startswith("utf-16")
        return wide or (encoding is not None and head.translate(None, CONTROLS) == head)

    def read(self, data: BinaryIO, _name: str, settings: Settings) -> Iterator[Draft]:
        """Yield the text; line ends stay as they are in the file, a byte order mark does not."""
        yield draft_of(bounded(data, settings.max_input_bytes, "The file"))


def draft_of(data: bytes, declared: str | None = None) -> Draft:
    """Return `data` as a draft without statements about itself.

    Raises:
        InputError: ENCODING.
    """
    decoded = decode(data, declared)
    text, replaced = stored(decoded.text)
    return with_loss(Draft(text, encoding=decoded.encoding), decoded.lost + replaced)


def with_loss(draft: Draft, lost: int) -> Draft:
    """Return the draft, marked as partly read if `lost` characters had to be replaced."""
    if not lost:
        return draft
    note = f"{lost} characters could not be read and were replaced by U+FFFD"
    return replace(draft, code=Code.REPLACED, note=note, lost=lost)
