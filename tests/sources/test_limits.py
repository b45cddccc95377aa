"""T14 in part: gzip files, sound and hostile."""

import gzip
import io
import os
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.model import Code
from dragoman.sources.limits import Inflated


def inflated(data, limit=1_000_000):
    return io.BufferedReader(Inflated(io.BytesIO(data), limit)).read()


@given(st.lists(st.binary(max_size=200), max_size=4))
def test_members_come_out_one_after_the_other(pieces):
    assert inflated(b"".join(gzip.compress(p) for p in pieces)) == b"".join(pieces)


def test_zeros_between_members_and_after_the_last_are_passed_over():
    one = gzip.compress(b"One. ")
    assert inflated(one + b"\0" * 9 + one + b"\0" * 200_000) == b"One. One. "


def test_every_cut_is_told():
    data = gzip.compress(b"words " * 20)
    for cut in range(1, len(data)):
        with pytest.raises(InputError, match="TRUNCATED"):
            inflated(data[:cut])


def test_every_flipped_byte_of_content_is_told():
    data = gzip.compress(os.urandom(300))
    for place in range(10, len(data)):
        broken = bytearray(data)
        broken[place] ^= 1
        with pytest.raises(InputError, match=r"CORRUPT|TRUNCATED"):
            inflated(bytes(broken))


def test_what_inflates_beyond_the_limit_is_too_large():
    with pytest.raises(InputError, match="TOO_LARGE"):
        inflated(gzip.compress(os.urandom(2_000)), limit=1_000)


def test_a_packed_text_is_read_by_its_inner_name(draft):
    assert draft("a.txt.gz", gzip.compress(b"Words.")).text == "Words."
    assert draft("a.jsonl.gz", gzip.compress(b'{"text": "Words."}')).member == "1"


def test_a_bomb_is_refused_before_it_swells(refusal):
    bomb = gzip.compress(b"\0" * 200_000_000, 9)
    tracemalloc.start()
    assert refusal("a.txt.gz", bomb).code is Code.RATIO
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 60_000_000


def test_packed_twice_is_unsupported(refusal):
    assert refusal("a.txt.gz", gzip.compress(gzip.compress(b"x"))).code is Code.UNSUPPORTED


@pytest.mark.parametrize("data", [b"\x1f\x8b", b"\x1f\x8b\x08", b"\x1f\x8bnonsense"])
def test_gzip_that_is_none(data, refusal):
    assert refusal("a.txt.gz", data).code in (Code.TRUNCATED, Code.CORRUPT)
