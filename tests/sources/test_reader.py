"""A user's own format is one class under an entry point."""

from importlib.metadata import EntryPoint, entry_points

import pytest

from dragoman.errors import InputError
from dragoman.model import Code, Draft
from dragoman.sources import reader

OWN = {"text", "markdown", "html", "json", "jsonl", "csv", "feed", "json feed", "warc",
       "warc record"}  # fmt: skip


class Telegram:
    """A toy format: first line the agency, the rest the text."""

    name = "telegram"
    suffixes = (".tel",)
    container = False
    foreign = False

    def sniff(self, head):
        return head.startswith(b"TELEGRAM ")

    def read(self, data, name, settings):
        first, _, text = data.read().decode().partition("\n")
        yield Draft(text, stated={"agency": first.removeprefix("TELEGRAM ")})


@pytest.fixture
def toy(monkeypatch):
    plug = EntryPoint("telegram", f"{__name__}:Telegram", reader.GROUP)
    monkeypatch.setattr(EntryPoint, "load", _load(EntryPoint.load))
    monkeypatch.setattr(reader, "entry_points", lambda group: [*entry_points(group=group), plug])
    reader.formats.cache_clear()
    yield
    reader.formats.cache_clear()


def _load(real):
    return lambda self: Telegram if self.name == "telegram" else real(self)


def test_the_registry_holds_our_own_formats():
    assert {form.name for form in reader.formats()} == OWN


@pytest.mark.parametrize("name", ["x.tel", "x.unknown"])
def test_a_toy_format_reads_by_suffix_or_by_its_first_bytes(name, toy, draft):
    read = draft(name, b"TELEGRAM Example Agency\nShips left the harbour.")
    assert (read.text, read.stated["agency"]) == ("Ships left the harbour.", "Example Agency")


@pytest.mark.parametrize(
    ("name", "head", "form"),
    [
        ("a.txt", b"<html>", "text"),
        ("a.TXT", b"words", "text"),
        ("a.html", b"words", "html"),
        ("a", b"\xef\xbb\xbf <!DOCTYPE html>", "html"),
        ("a.php", b"<html lang=en>", "html"),
        ("a.json", b'[{"text": 1}]', "json"),
        ("a.json", b'{"version": "https://jsonfeed.org/version/1"}', "json feed"),
        ("a", b'{"text": "a"}\n{"text": "b"}\n', "jsonl"),
        ("a.warc.gz", b"\x1f\x8b", "warc"),
        ("a", b"WARC/1.1\r\n", "warc"),
        ("a.xml", b"<?xml version='1.0'?><rss>", "feed"),
        ("README", "Wörter".encode("utf-16"), "text"),
        ("a.log", "Ein Wort é".encode("cp1252"), "text"),
    ],
)
def test_suffix_first_then_the_bytes(name, head, form):
    assert reader.choose(name, head).name == form


@pytest.mark.parametrize(
    "head", [b"%PDF-1.7\n\x00\x01\x02", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"PK\x03\x04"]
)
def test_bytes_of_no_known_format_are_unsupported(head, refusal):
    with pytest.raises(InputError):
        reader.choose("a.bin", head)
    assert refusal("a.bin", head).code is Code.UNSUPPORTED
