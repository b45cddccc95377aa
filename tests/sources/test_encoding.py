"""T4 in part: encodings and mistakes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.model import Code
from dragoman.sources.encoding import decode
from dragoman.sources.wording import stored

WORDS = "“Żółw” – café, 東京, Київ, naïve résumé\n" * 4
RUSSIAN = "Министры встретились в понедельник и обсудили безопасность в регионе. " * 10
CHINESE = "外长星期一会晤，讨论地区安全问题，并发表联合声明。" * 20
FRENCH = "Le ministre français a déclaré à Séoul que l’accord était “très bon”. " * 10


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"]
)
def test_unicode_with_and_without_mark(encoding):
    assert decode(WORDS.encode(encoding)).text == WORDS


@pytest.mark.parametrize(
    ("words", "encoding"),
    [(RUSSIAN, "koi8-r"), (RUSSIAN, "cp1251"), (CHINESE, "gb18030"), (FRENCH, "cp1252")],
)
def test_older_encodings_are_guessed(words, encoding):
    assert decode(words.encode(encoding)).text == words


@pytest.mark.parametrize("declared", ["utf-8", None, "nonsense", "hex"])
def test_windows_1252_declared_as_something_else(declared):
    words = "The minister’s “very good” talks – in full…"
    found = decode(words.encode("cp1252"), declared)
    assert (found.text, found.encoding, found.lost) == (words, "cp1252", 0)


def test_a_declaration_that_fits_is_followed():
    assert decode("Přítel".encode("iso8859-2"), "iso-8859-2").text == "Přítel"


def test_latin_1_means_windows_1252_as_on_the_web():
    assert decode(b"\x93so\x94 \xe9", "iso-8859-1").text == "“so” é"


def test_a_character_cut_at_the_end_is_replaced_and_counted():
    found = decode("Prix: 3 €, dit-il à Genève".encode()[:-4] + "è".encode()[:1])
    assert (found.encoding, found.lost) == ("utf-8", 1)


def test_blemishes_in_utf_8_are_replaced_and_counted():
    found = decode("é".encode() * 50 + b"\xff" + b" words" * 20)
    assert (found.encoding, found.lost) == ("utf-8", 1)


def test_noise_is_refused():
    with pytest.raises(InputError, match="ENCODING"):
        decode(bytes(range(128, 256)) * 3 + b"\x81\x8d\x8f\x90\x9d\xff\xfe" * 40)


@given(st.text())
def test_utf_8_comes_back_as_it_was(words):
    clean = words.encode("utf-8", "replace").decode().removeprefix("\ufeff")
    assert decode(clean.encode()).text == clean or "\0" in clean


@given(st.text(st.characters(codec=None)))
def test_stored_text_can_be_written_and_does_not_change_again(words):
    text, lost = stored(words)
    text.encode()
    assert "\0" not in text
    assert stored(text) == (text, 0)
    assert lost == sum(c == "\0" or "\ud800" <= c <= "\udfff" for c in words)


def test_plain_text_reports_what_was_replaced(draft):
    read = draft("a.txt", b"One\0two")
    assert (read.text, read.code, read.lost) == ("One\ufffdtwo", Code.REPLACED, 1)
