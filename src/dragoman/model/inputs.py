"""What comes in, and how each input ended."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dragoman.model.documents import Passage


class Verdict(StrEnum):
    """How an input ended. The four add up to the number of inputs."""

    ACCEPTED = "accepted"
    PARTLY = "partly"
    REFUSED = "refused"
    DUPLICATE = "duplicate"


class Code(StrEnum):
    """Why an input was not simply accepted: the closed list. Each has a paragraph in the docs."""

    OK = "OK"
    TOO_LARGE = "TOO_LARGE"
    RATIO = "RATIO"
    TRUNCATED = "TRUNCATED"
    CORRUPT = "CORRUPT"
    DEPTH = "DEPTH"
    BLOCKS = "BLOCKS"
    TIMEOUT = "TIMEOUT"
    MEMORY = "MEMORY"
    CRASH = "CRASH"
    ENCODING = "ENCODING"
    REPLACED = "REPLACED"
    EMPTY = "EMPTY"
    EMPTY_AFTER_EXTRACTION = "EMPTY_AFTER_EXTRACTION"
    MALFORMED = "MALFORMED"
    NO_TEXT = "NO_TEXT"
    UNSUPPORTED = "UNSUPPORTED"
    UNREADABLE = "UNREADABLE"
    DELETED = "DELETED"
    SAME_DOCUMENT = "SAME_DOCUMENT"


@dataclass(frozen=True, slots=True)
class Draft:
    """What a source format yields: a text and what the markup or the row states of it.

    text: as the format gives it; for plain text the file's own characters.
    member: place inside a container ("17" for the 17th row, a record's URL), else "".
    stated: what markup or columns say, keyed by `Document` field (`title`, `outlet`, `agency`,
        `byline`, `published`, `url`, `language`, `republished_from`, `doc`); empty values left out.
    extra: other columns, kept as they are.
    marked: passages the format itself tells apart (a caption, navigation), in `text`.
    code, note: OK, or why the draft is only part of its input.
    lost: characters or bytes known to be missing, 0 if none or unknown.
    """

    text: str
    member: str = ""
    stated: Mapping[str, str] = field(default_factory=dict)
    extra: Mapping[str, object] = field(default_factory=dict)
    marked: tuple[Passage, ...] = ()
    encoding: str = "utf-8"
    code: Code = Code.OK
    note: str = ""
    lost: int = 0


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input, or a record of one, that yields no document."""

    code: Code
    reason: str
    member: str = ""


@dataclass(frozen=True, slots=True)
class Input:
    """How one input ended: a file, or one record of a container.

    path: as the user named it. member: the record, "" for a whole file. bytes: size read.
    sha256: of the bytes (of the record's bytes or canonical JSON in a container).
    """

    path: str
    member: str
    bytes: int
    sha256: str
    format: str
    encoding: str
    verdict: Verdict
    code: Code
    reason: str
    doc: str | None
