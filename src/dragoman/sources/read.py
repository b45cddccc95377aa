"""From files to drafts: each file is opened, hashed, recognised and read."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.errors import InputError
from dragoman.model import Code, Draft, Refusal
from dragoman.sources.opening import (
    GZIP,
    file,
    hashed,
    head_within,
    opened,
    shown,
    standard_input,
    why,
)
from dragoman.sources.pile import STANDARD_INPUT
from dragoman.sources.reader import HEAD_BYTES, Part, choose, format_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dragoman.settings import Settings
    from dragoman.sources.pile import PileFile
    from dragoman.sources.reader import SourceFormat
    from dragoman.sources.sandbox import Sandbox


@dataclass(frozen=True, slots=True)
class Arrival:
    """One file, hashed and recognised but not read yet.

    name: what the archive calls it (`pile.PileFile`).
    bytes, sha256: of the file as it lies on the disk; 0 and "" if it was not read.
    format: "" if none was found. container: it holds many documents.
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
            place = os.path.abspath(self.path)  # noqa: PTH100 - pathlib raises on names with NUL
            yield from self.sandbox.read(self.format.name, place, self.data)
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


def arrivals(files: Iterable[PileFile], settings: Settings, sandbox: Sandbox) -> Iterator[Arrival]:
    """Yield each file of a pile as it arrives; what cannot be read arrives as a refusal."""
    for one in files:
        yield arrival(one.path, settings, sandbox, one.name)


def arrival(path: str, settings: Settings, sandbox: Sandbox, name: str = "") -> Arrival:
    """Hash and recognise one file ("-" is standard input, read as JSON lines).

    name: what the archive calls it, the path itself if none is given.
    """
    name = shown(name or path)
    try:
        data = standard_input(settings) if path == STANDARD_INPUT else None
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


def read_here(
    known: SourceFormat, path: str, data: bytes | None, settings: Settings
) -> Iterator[Draft | Refusal | Part]:
    """Yield what a format finds in a file, or in `data`; its errors end as a refusal."""
    rest = "rest" if known.container else ""
    try:
        with opened(path, data, settings, known) as stream:
            yield from known.read(stream, shown(path), settings)
    except InputError as error:
        yield replace(refusal_of(error), member=rest)
    except OSError as error:
        yield Refusal(Code.UNREADABLE, why(error))
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - a parser's fault costs its input, never the run
        yield Refusal(Code.CRASH, f"its parser failed: {type(error).__name__}", rest)


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


def refusal_of(error: InputError) -> Refusal:
    """Return the refusal that an error means."""
    return Refusal(Code(error.code), error.message)


def _recognised(path: str, settings: Settings) -> SourceFormat:
    name = path.lower()
    try:
        with file(path) as stream:
            head = stream.read(HEAD_BYTES)
        if head.startswith(GZIP) and not name.endswith(".warc.gz"):
            head = head_within(path, settings)
            name = name.removesuffix(".gz")
    except OSError as error:
        raise InputError.unreadable(why(error)) from error
    return choose(name, head)
