"""What the sandbox and its worker say to each other: frames of a length and JSON."""

from __future__ import annotations

import struct
from dataclasses import asdict
from typing import IO, TYPE_CHECKING, Any

from dragoman.model import Code, Draft, Passage, PassageKind, Refusal, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

LENGTH = struct.Struct(">Q")
DONE = "done"
LEAVING = "leaving"


def send(pipe: IO[bytes] | None, words: bytes) -> None:
    """Write one frame.

    Raises:
        OSError: nobody listens.
    """
    if pipe is None:
        raise BrokenPipeError
    pipe.write(LENGTH.pack(len(words)))
    pipe.write(words)
    pipe.flush()


def receive(pipe: IO[bytes] | None, longest: int) -> bytes | None:
    """Read one frame; None if it is cut, longer than `longest`, or nothing comes any more."""
    head = pipe.read(LENGTH.size) if pipe is not None else b""
    if pipe is None or len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    if length > longest:
        return None
    words = pipe.read(length)
    return words if len(words) == length else None


def as_answer(record: Draft | Refusal) -> dict[str, object]:
    """Return a record as plain values."""
    if isinstance(record, Refusal):
        return {"refusal": asdict(record)}
    plain = asdict(record)
    plain["marked"] = [(p.span.start, p.span.end, p.kind) for p in record.marked]
    return {"draft": plain}


def draft_or_refusal(answer: Mapping[str, Any]) -> Draft | Refusal:
    """Return the record that plain values stand for."""
    if "refusal" in answer:
        told = answer["refusal"]
        return Refusal(Code(told["code"]), str(told["reason"]), str(told["member"]))
    told = dict(answer["draft"])
    marked = tuple(Passage(Span(a, b), PassageKind(kind)) for a, b, kind in told["marked"])
    return Draft(**{**told, "marked": marked, "code": Code(told["code"])})
