"""T12, T13 and a part of T14: WARC files, sound, cut, corrupt and swollen."""

import gzip
import random

import pytest

from dragoman.model import Code, Draft
from dragoman.settings import Settings
from dragoman.sources import warc
from dragoman.sources.reader import Part

WORDS = "The foreign ministers met on Monday in the harbour town and spoke for two hours. "
PAGE = f"<html><head><title>Ships</title></head><body><p>{WORDS * 4}</p></body></html>".encode()


def http(body, *headers, status="200 OK", kind="text/html; charset=utf-8"):
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


def record(block, url="https://a.example/1", kind="response", *headers, media="application/http"):
    lines = [
        "WARC/1.0", f"WARC-Type: {kind}", f"WARC-Target-URI: {url}",
        "WARC-Date: 2023-02-07T08:00:00Z", "WARC-Record-ID: <urn:uuid:0>",
        f"Content-Type: {media}; msgtype=response", f"Content-Length: {len(block)}",
        *headers, "", "",
    ]  # fmt: skip
    return "\r\n".join(lines).encode() + block + b"\r\n\r\n"


INFO = record(b"software: none\r\n", kind="warcinfo", media="application/warc-fields")


def packed(*records):
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def parts(data):
    """Return the whole records and the refusals of a file, without the sandbox."""
    import io

    found = list(warc.Warc().read(io.BytesIO(data), "a.warc", Settings()))
    whole = [one for one in found if isinstance(one, Part)]
    return [p.place for p in whole], [one.code for one in found if not isinstance(one, Part)]


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("a.warc", lambda *records: b"".join(records)),
        ("a.warc.gz", packed),
        ("b.warc.gz", lambda *records: gzip.compress(b"".join(records))),
    ],
)
def test_pages_of_a_crawl(name, pack, read):
    two = record(http(PAGE), url="https://a.example/2")
    image = record(http(b"\x89PNG", kind="image/png"), url="https://a.example/i.png")
    gone = record(http(PAGE, status="404 Not Found"), url="https://a.example/3")
    one, again, lost = read(name, pack(INFO, two, image, two, gone))
    assert one.text == (WORDS * 4).strip()
    assert one.stated == {"title": "Ships", "url": "https://a.example/2"}
    assert one.extra == {"captured": "2023-02-07T08:00:00Z"}
    assert (one.member, again.member) == ("https://a.example/2#1", "https://a.example/2#2")
    assert (lost.code, lost.member) == (Code.NO_TEXT, "https://a.example/3#1")


def chunked(body):
    half = len(body) // 2
    pieces = [body[:half], body[half:]]
    return b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in pieces) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    "block",
    [
        http(chunked(PAGE), "Transfer-Encoding: chunked"),
        http(gzip.compress(PAGE), "Content-Encoding: gzip"),
        http(chunked(gzip.compress(PAGE)), "Transfer-Encoding: chunked", "Content-Encoding: gzip"),
        http(PAGE, "Transfer-Encoding: chunked", "Content-Encoding: gzip"),
    ],
    ids=["chunked", "gzip", "both", "decoded-by-the-crawler"],
)
def test_transfer_and_content_encodings(block, draft):
    assert draft("a.warc", record(block)).text == (WORDS * 4).strip()


@pytest.mark.parametrize(
    ("block", "code"),
    [
        (http(chunked(PAGE)[:-30], "Transfer-Encoding: chunked"), Code.TRUNCATED),
        (http(gzip.compress(PAGE)[:-9], "Content-Encoding: gzip"), Code.TRUNCATED),
        (http(b"\x1b\x03", "Content-Encoding: br"), Code.UNSUPPORTED),
        (http(gzip.compress(b"\0" * 20_000_000), "Content-Encoding: gzip"), Code.RATIO),
    ],
)
def test_damaged_pages_are_refused(block, code, refusal):
    assert refusal("a.warc", record(block)).code is code


def test_plain_text_and_resources(read):
    text = record(http("Wörter.".encode("latin-1"), kind="text/plain; charset=latin-1"))
    resource = record(PAGE, kind="resource", media="text/html")
    assert [r.text[:7] for r in read("a.warc", text + resource)] == ["Wörter.", "The for"]


def test_a_page_cut_by_the_crawler_is_partly_read(draft):
    cut = record(http(PAGE), "https://a.example/1", "response", "WARC-Truncated: length")
    assert draft("a.warc", cut).code is Code.TRUNCATED


def test_a_wrong_digest_is_corrupt(refusal):
    digest = "WARC-Block-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    cut = record(http(PAGE), "https://a.example/1", "response", digest)
    assert refusal("a.warc", cut).code is Code.CORRUPT


FIRST = record(http(PAGE[:150]), url="https://a.example/1")
SECOND = record(http(PAGE[:200]), url="https://a.example/2")


@pytest.mark.parametrize(("pack", "slack"), [(packed, 0), (lambda *r: b"".join(r), 4)])
def test_t12_truncation_at_every_byte_is_told(pack, slack):
    """`slack`: bytes after the last record's content, without which it is still whole."""
    data, first = pack(FIRST, SECOND), len(pack(FIRST))
    for cut in range(1, len(data)):
        whole, damage = parts(data[:cut])
        if cut == first:
            assert (len(whole), damage) == (1, [])
            continue
        assert damage == [Code.TRUNCATED], cut
        assert len(whole) >= (cut >= first - slack), cut


def test_t12_a_file_packed_as_one_member_keeps_its_whole_records():
    whole, damage = parts(gzip.compress(FIRST + SECOND + FIRST)[:-12])
    assert (len(whole) >= 2, damage) == (True, [Code.TRUNCATED])


def test_t13_a_flipped_byte_costs_one_record():
    records = [record(http(PAGE + b"%d" % n), url=f"https://a.example/{n}") for n in range(8)]
    data = packed(*records)
    chance = random.Random(13)
    for _ in range(300):
        place, bit = chance.randrange(len(data)), 1 << chance.randrange(8)
        broken = bytearray(data)
        broken[place] ^= bit
        whole, damage = parts(bytes(broken))
        assert len(whole) >= 7, place
        assert len(whole) == 8 or len(damage) == 1, place


def test_t13_a_wrong_length_costs_one_record():
    records = [record(http(PAGE), url=f"https://a.example/{n}") for n in range(4)]
    records[1] = records[1].replace(b"Content-Length: ", b"Content-Length: 9")
    assert parts(b"".join(records)) == (
        [f"https://a.example/{n}#1" for n in (0, 2, 3)], [Code.CORRUPT],
    )  # fmt: skip


def test_t14_a_swollen_record_costs_itself():
    bomb = record(http(b"\0" * 30_000_000), url="https://a.example/bomb")
    assert parts(packed(FIRST, bomb, SECOND)) == (
        ["https://a.example/1#1", "https://a.example/2#1"], [Code.RATIO],
    )  # fmt: skip


def test_a_hang_in_one_page_costs_that_page(tmp_path):
    """The sandbox is asked record by record."""
    from dragoman.model import Refusal
    from dragoman.sources.read import arrival

    class Stalling:
        def read(self, form, path, data):
            if "/2#" in path:
                yield Refusal(Code.TIMEOUT, "stuck")
            else:
                yield Draft("Words.", extra={"captured": "then"})

    path = tmp_path / "a.warc"
    path.write_bytes(FIRST + SECOND + FIRST)
    records = arrival(str(path), Settings(), Stalling()).records()
    assert [r.code for r in records] == [Code.OK, Code.TIMEOUT, Code.OK]
