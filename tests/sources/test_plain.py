from dataclasses import replace

import pytest

from dragoman.model import Code
from dragoman.settings import Settings
from dragoman.sources.read import arrival


def test_characters_stay_as_they_are_in_the_file(draft):
    text = "  “One”\r\n\r\nTwo\u2028three \u00a0 🇺🇸\n\n"
    assert draft("a.txt", b"\xef\xbb\xbf" + text.encode()).text == text


def test_composed_form(draft):
    assert draft("a.txt", "Cafe\u0301".encode()).text == "Caf\u00e9"


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", b"\xef\xbb\xbf"])
def test_t7_nothing_to_read_is_empty(data, refusal):
    assert refusal("a.txt", data).code is Code.EMPTY


def test_t7_one_byte_and_one_endless_word(draft):
    assert draft("a.txt", b"a").text == "a"
    assert len(draft("b.txt", b"a" * 2_000_000).text) == 2_000_000


def test_texts_beyond_the_limit_are_refused(tmp_path, sandbox):
    path = tmp_path / "a.txt"
    path.write_text("word " * 100)
    settings = replace(Settings(), max_chars=100)
    (record,) = arrival(str(path), settings, sandbox).records()
    assert record.code is Code.TOO_LARGE


def test_files_beyond_the_limit_are_refused_unread(tmp_path, sandbox):
    path = tmp_path / "a.txt"
    path.write_text("word " * 100)
    there = arrival(str(path), replace(Settings(), max_input_bytes=100), sandbox)
    (record,) = there.records()
    assert (record.code, there.sha256, there.bytes) == (Code.TOO_LARGE, "", 0)


def test_an_arrival_tells_size_hash_and_format(tmp_path, sandbox):
    path = tmp_path / "a.txt"
    path.write_bytes(b"abc")
    there = arrival(str(path), Settings(), sandbox)
    assert (there.bytes, there.format, there.container) == (3, "text", False)
    assert there.sha256.startswith("ba7816bf8f01cfea")
