"""The members of a gzip file, each checked; a damaged one costs itself alone."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.errors import InputError
from dragoman.model import Code
from dragoman.sources.limits import CHUNK, Ratio

if TYPE_CHECKING:
    from collections.abc import Iterator

MAGIC = b"\x1f\x8b\x08"
# Enough compressed bytes for the first inflated ones.
TASTED_BYTES = 4_096
# A damaged member may make us inflate its successors in vain; a hostile file, again and again.
INFLATED_AGAIN = 4
INFLATED_AT_LEAST = 10_000_000


@dataclass(frozen=True, slots=True)
class Member:
    """What a member holds. start, end: bytes in the file, half-open.

    code: OK; TRUNCATED, `data` being what came before the cut; else `data` is empty.
    """

    start: int
    end: int
    data: bytes
    code: Code = Code.OK


def members_of(packed: bytes, signature: bytes, limit: int) -> Iterator[Member]:
    """Yield the members of a gzip file in order, the damaged ones with their code.

    After damage the next member whose content begins with `signature` is looked for.
    `limit`: inflated bytes of one member.
    """
    place, effort = 0, 0
    while place < len(packed):
        member = _member_at(packed, place, limit)
        effort += member.end - member.start
        if member.code is Code.OK:
            yield member
            place = member.end
            continue
        following = _next_start(packed, place + 1, signature)
        if effort > INFLATED_AGAIN * len(packed) + INFLATED_AT_LEAST:
            following = len(packed)
        yield _damaged(member, following, len(packed))
        place = following


def _damaged(member: Member, following: int, size: int) -> Member:
    """Return the damaged member; one that another follows was not cut but is corrupt."""
    if member.code is Code.TRUNCATED and following < size:
        return Member(member.start, following, b"", Code.CORRUPT)
    return Member(member.start, following, member.data, member.code)


def _member_at(packed: bytes, start: int, limit: int) -> Member:
    inflate, ratio = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS), Ratio(limit)
    pieces, place = list[bytes](), start
    try:
        while not inflate.eof:
            taken = packed[place : place + CHUNK]
            if not taken:
                return Member(start, place, b"".join(pieces), Code.TRUNCATED)
            pieces.append(inflate.decompress(taken, CHUNK * 16))
            left = len(inflate.unused_data) + len(inflate.unconsumed_tail)
            ratio.count(len(taken) - left, len(pieces[-1]))
            place += len(taken) - left
    except zlib.error:
        return Member(start, place, b"", Code.CORRUPT)
    except InputError as error:
        return Member(start, place, b"", Code(error.code))
    return Member(start, place, b"".join(pieces))


def _next_start(packed: bytes, place: int, signature: bytes) -> int:
    """Return where the next member begins, the file's end if there is none."""
    while (start := packed.find(MAGIC, place)) >= 0:
        inflate = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
        try:
            if (
                inflate.decompress(packed[start : start + TASTED_BYTES], len(signature))
                == signature
            ):
                return start
        except zlib.error:
            pass
        place = start + 1
    return len(packed)
