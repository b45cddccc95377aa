"""Files on the disk: hashed, opened, inflated on the way."""

from __future__ import annotations

import io
import os
import stat
import sys
from hashlib import sha256
from typing import TYPE_CHECKING, BinaryIO

from dragoman.errors import InputError
from dragoman.sources.limits import CHUNK, Inflated, bounded
from dragoman.sources.reader import HEAD_BYTES
from dragoman.sources.wording import stored

if TYPE_CHECKING:
    from dragoman.settings import Settings
    from dragoman.sources.reader import SourceFormat

GZIP = b"\x1f\x8b"


def shown(path: str) -> str:
    """Return a path as a text that can be stored: names may hold bytes that are no characters."""
    return stored(path)[0]


def opened(path: str, data: bytes | None, settings: Settings, known: SourceFormat) -> BinaryIO:
    """Open a file for its format; a gzip file is inflated within the limits on the way.

    A format whose suffixes end in `.gz` takes the file as it is.
    """
    stream: BinaryIO = io.BytesIO(data) if data is not None else file(path)
    if any(suffix.endswith(".gz") for suffix in known.suffixes):
        return stream
    return _inflated(stream, settings)


def _inflated(stream: BinaryIO, settings: Settings) -> BinaryIO:
    packed = stream.read(len(GZIP)) == GZIP
    stream.seek(0)
    if not packed:
        return stream
    with stream:
        inside = io.BufferedReader(Inflated(stream, settings.max_input_bytes))
        return io.BytesIO(bounded(inside, settings.max_input_bytes, "What it inflates to"))


def file(path: str) -> BinaryIO:
    """Open a file for reading bytes; the caller closes it."""
    return open(path, "rb")  # noqa: PTH123 - pathlib raises on names with NUL


def standard_input(settings: Settings) -> bytes:
    """Read standard input to its end.

    Raises:
        InputError: TOO_LARGE.
    """
    return bounded(sys.stdin.buffer, settings.max_input_bytes, "Standard input")


def hashed(path: str, data: bytes | None, limit: int) -> tuple[int, str]:
    """Return a file's size and hash, read piece by piece.

    Raises:
        InputError: UNREADABLE, or TOO_LARGE (unread).
    """
    if data is not None:
        return len(data), sha256(data).hexdigest()
    try:
        about = os.stat(path)  # noqa: PTH116 - pathlib raises on names with NUL
        if not stat.S_ISREG(about.st_mode):
            raise InputError.unreadable("It is no ordinary file")
        if about.st_size > limit:
            raise InputError.too_large("The file", limit)
        return _digest(path, limit)
    except (OSError, ValueError) as error:
        raise InputError.unreadable(why(error)) from error


def _digest(path: str, limit: int) -> tuple[int, str]:
    digest, size = sha256(), 0
    with file(path) as stream:
        while piece := stream.read(CHUNK):
            size += len(piece)
            if size > limit:
                raise InputError.too_large("The file", limit)
            digest.update(piece)
    return size, digest.hexdigest()


def head_within(path: str, settings: Settings) -> bytes:
    """Return the first bytes inside a gzip file.

    Raises:
        InputError: it is damaged, or holds another gzip file.
    """
    with file(path) as stream:
        head = io.BufferedReader(Inflated(stream, settings.max_input_bytes)).read(HEAD_BYTES)
    if head.startswith(GZIP):
        raise InputError.unsupported("It is packed more than once")
    return head


def why(error: OSError | ValueError) -> str:
    """Say why a file cannot be read."""
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return f"The file cannot be read: {reason or type(error).__name__}"
