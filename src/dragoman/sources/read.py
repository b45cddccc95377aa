"""From files to drafts: each file is opened, hashed, recognised and read."""

from __future__ import annotations

import io
import os
import stat
import sys
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, BinaryIO

from dragoman.errors import InputError
from dragoman.model import Code, Draft, Refusal
from dragoman.sources.limits import CHUNK, Inflated, bounded
from dragoman.sources.pile import STANDARD_INPUT
from dragoman.sources.reader import HEAD_BYTES, Part, choose, format_named
from dragoman.sources.wording import stored

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dragoman.settings import Settings
    from dragoman.sources.reader import SourceFormat
    from dragoman.sources.sandbox import Sandbox

GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Arrival:
    """One file, hashed and recognised but not read yet.

    name: the path as the user gave it. bytes, sha256: of the file as it lies on the disk; 0 and
    "" if it was not read. format: "" if none was found. container: it holds many documents.
    """

    name: str
    bytes: int
    sha256: str
    format: str
    container: bool
    _found: _Found | Refusal

    def records(self) -> Iterator[Draft | Refusal]:
        """Yield the file's drafts and refusals; each call reads the file anew."""
        if isinstance(self._found, Refusal):
            yield self._found
        else:
            yield from self._found.records()


@dataclass(frozen=True, slots=True)
class _Found:
    """A recognised file and what reads it. data: its bytes, if they come from no file."""

    path: str
    format: SourceFormat
    data: bytes | None
    settings: Settings
    sandbox: Sandbox

    def records(self) -> Iterator[Draft | Refusal]:
        seen = 0
        for record in self._raw():
            seen += 1
            yield bearable(record, self.settings)
        if not seen:
            yield Refusal(Code.EMPTY, "the file holds no record")

    def _raw(self) -> Iterator[Draft | Refusal]:
        if self.format.foreign:
            yield from self.sandbox.read(self.format.name, self.path, self.data)
            return
        for record in read_here(self.format, self.path, self.data, self.settings):
            if isinstance(record, Part):
                yield from self._part(record)
            else:
                yield record

    def _part(self, part: Part) -> Iterator[Draft | Refusal]:
        known = format_named(part.format)
        for record in self.sandbox.read(known.name, part.place, part.data):
            named = replace(record, member=part.place)
            extra = {**part.extra, **named.extra} if isinstance(named, Draft) else {}
            yield replace(named, extra=extra) if isinstance(named, Draft) else named


def arrivals(paths: Iterable[str], settings: Settings, sandbox: Sandbox) -> Iterator[Arrival]:
    """Yield each file of a pile as it arrives; what cannot be read arrives as a refusal."""
    for path in paths:
        yield arrival(path, settings, sandbox)


def arrival(path: str, settings: Settings, sandbox: Sandbox) -> Arrival:
    """Hash and recognise one file ("-" is standard input, read as JSON lines)."""
    name = shown(path)
    try:
        data = _standard_input(settings) if path == STANDARD_INPUT else None
        size, digest = hashed(path, data, settings.max_input_bytes)
    except InputError as error:
        return Arrival(name, 0, "", "", False, refusal_of(error))  # noqa: FBT003
    try:
        known = format_named("jsonl") if data is not None else _recognised(path, settings)
    except InputError as error:
        return Arrival(name, size, digest, "", False, refusal_of(error))  # noqa: FBT003
    if not size:
        empty = Refusal(Code.EMPTY, "the file is empty")
        return Arrival(name, size, digest, known.name, known.container, empty)
    found = _Found(path, known, data, settings, sandbox)
    return Arrival(name, size, digest, known.name, known.container, found)


def read_input(path: str, settings: Settings, sandbox: Sandbox) -> Iterator[Draft | Refusal]:
    """Yield the drafts and refusals of one file."""
    yield from arrival(path, settings, sandbox).records()


def read_here(
    known: SourceFormat, path: str, data: bytes | None, settings: Settings
) -> Iterator[Draft | Refusal | Part]:
    """Yield what a format finds in a file, or in `data`; its errors end as a refusal."""
    try:
        with opened(path, data, settings, known) as stream:
            yield from known.read(stream, shown(path), settings)
    except InputError as error:
        yield replace(refusal_of(error), member="rest" if known.container else "")
    except OSError as error:
        yield Refusal(Code.UNREADABLE, _why(error))


def bearable(record: Draft | Refusal, settings: Settings) -> Draft | Refusal:
    """Return the record, or its refusal if its text is empty or too long."""
    if isinstance(record, Refusal):
        return record
    if not record.text.strip():
        return Refusal(Code.EMPTY, "the text is empty", record.member)
    if len(record.text) > settings.max_chars:
        reason = f"the text is longer than {settings.max_chars:,} characters"
        return Refusal(Code.TOO_LARGE, reason, record.member)
    return record


def shown(path: str) -> str:
    """Return a path as a text that can be stored: names may hold bytes that are no characters."""
    return stored(path)[0]


def opened(path: str, data: bytes | None, settings: Settings, known: SourceFormat) -> BinaryIO:
    """Open a file for its format; a gzip file is inflated within the limits on the way.

    A format whose suffixes end in `.gz` takes the file as it is.
    """
    stream: BinaryIO = io.BytesIO(data) if data is not None else _file(path)
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


def _file(path: str) -> BinaryIO:
    return open(path, "rb")  # noqa: PTH123 - the caller closes it


def _standard_input(settings: Settings) -> bytes:
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
        raise InputError.unreadable(_why(error)) from error


def _digest(path: str, limit: int) -> tuple[int, str]:
    digest, size = sha256(), 0
    with _file(path) as stream:
        while piece := stream.read(CHUNK):
            size += len(piece)
            if size > limit:
                raise InputError.too_large("The file", limit)
            digest.update(piece)
    return size, digest.hexdigest()


def _recognised(path: str, settings: Settings) -> SourceFormat:
    name = path.lower()
    try:
        with _file(path) as stream:
            head = stream.read(HEAD_BYTES)
        if head.startswith(GZIP) and not name.endswith(".warc.gz"):
            head = _inner_head(path, settings)
            name = name.removesuffix(".gz")
    except OSError as error:
        raise InputError.unreadable(_why(error)) from error
    return choose(name, head)


def _inner_head(path: str, settings: Settings) -> bytes:
    with _file(path) as stream:
        head = io.BufferedReader(Inflated(stream, settings.max_input_bytes)).read(HEAD_BYTES)
    if head.startswith(GZIP):
        raise InputError.unsupported("It is packed more than once")
    return head


def refusal_of(error: InputError) -> Refusal:
    """Return the refusal that an error means."""
    return Refusal(Code(error.code), error.message)


def _why(error: OSError | ValueError) -> str:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return f"The file cannot be read: {reason or type(error).__name__}"
