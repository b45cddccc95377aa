"""How much an input may ask of us."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, BinaryIO, Protocol

from dragoman.errors import InputError

if TYPE_CHECKING:
    from typing_extensions import Buffer

# Lawful text compresses up to about 20:1; a bomb of 474 KB grew to 500 MB (1000:1).
RATIO = 100
RATIO_FLOOR = 10_000_000
# libxml2 loses what is nested beyond about 250 elements without an error (250 kept, 260 lost);
# it adds a few of its own, and our count of open elements is one of tags, not of its tree.
MARKUP_DEPTH = 120
# One tag with 30,000 attributes takes libxml2 25 s; lawful tags have under 60.
ATTRIBUTES_PER_TAG = 100
# trafilatura takes 3 s for 20,000 paragraphs and 15 s for 40,000.
BLOCKS = 20_000
# Members of a JSON value; 10 million empty lists would take a gigabyte.
JSON_NODES = 1_000_000
# Lawful rows have under 10 levels; Python's own parser gives up at about 1,000.
JSON_DEPTH = 100
# What a column or a tag may state: a title, a name, an address. Longer ones are cut.
STATED_CHARS = 2_000
CHUNK = 1 << 16
PIECE = 1 << 20


class Readable(Protocol):
    """What bytes can be read from."""

    def read(self, size: int, /) -> bytes:
        """Return at most `size` bytes, none at the end."""
        ...


class Ratio:
    """Watches that inflated bytes stay in proportion to the compressed ones."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._taken = 0
        self._given = 0

    def count(self, taken: int, given: int) -> None:
        """Add compressed bytes taken and inflated bytes given.

        Raises:
            InputError: RATIO or TOO_LARGE.
        """
        self._taken += taken
        self._given += given
        if self._given > RATIO_FLOOR and self._given > RATIO * self._taken:
            raise InputError.inflates(RATIO, RATIO_FLOOR)
        if self._given > self._limit:
            raise InputError.too_large("What it inflates to", self._limit)


class Inflated(io.RawIOBase):
    """A gzip file, read as what it holds, member after member, within the limits.

    Raises on reading:
        InputError: RATIO, TOO_LARGE, TRUNCATED or CORRUPT.
    """

    def __init__(self, compressed: BinaryIO, limit: int) -> None:
        self._compressed = compressed
        self._ratio = Ratio(limit)
        self._inflate = _member()
        self._rest = b""
        self._inside = False

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: Buffer) -> int:
        """Fill `buffer` with inflated bytes and return how many."""
        view = memoryview(buffer)
        piece = b""
        while not piece and self._more():
            piece = self._piece(len(view))
        view[: len(piece)] = piece
        return len(piece)

    def _more(self) -> bool:
        """Make sure that there are bytes to inflate; False at the end of the last member."""
        if self._inside:
            self._rest = self._rest or self._compressed.read(CHUNK)
            if not self._rest:
                raise InputError.truncated("The gzip file")
            return True
        # Between members, tapes and some tools leave zeros.
        self._rest = self._rest.lstrip(b"\0")
        while not self._rest and (piece := self._compressed.read(CHUNK)):
            self._rest = piece.lstrip(b"\0")
        return bool(self._rest)

    def _piece(self, size: int) -> bytes:
        if self._inflate.eof:
            self._inflate = _member()
        try:
            piece = self._inflate.decompress(self._rest, size)
        except zlib.error as error:
            raise InputError.corrupt("The gzip file") from error
        left = self._inflate.unused_data if self._inflate.eof else self._inflate.unconsumed_tail
        self._ratio.count(len(self._rest) - len(left), len(piece))
        self._inside = not self._inflate.eof
        self._rest = left
        return piece


def _member() -> zlib._Decompress:
    return zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)


def bounded(data: Readable, limit: int, what: str) -> bytes:
    """Read `data` to its end.

    Raises:
        InputError: TOO_LARGE beyond `limit` bytes.
    """
    pieces, size = list[bytes](), 0
    # Piece by piece: a buffered reader reserves all it is asked for.
    while piece := data.read(PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > limit:
            raise InputError.too_large(what, limit)
    return b"".join(pieces)
