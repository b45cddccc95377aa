"""From bytes to characters."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from dragoman.errors import InputError

# Longest first: the mark of UTF-32 begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
GUESSED_BYTES = 65_536
# Share of NUL in every second byte that makes a text UTF-16 without a mark. Latin script gives
# nearly 1, other scripts at least the spaces and line ends.
NUL_SHARE = 0.1
FEWEST_NULS = 8
# Valid multi-byte characters for each invalid byte that make a text UTF-8 with blemishes.
UTF8_TRUST = 4
# A text in which more than this share is undecodable is no text in that encoding.
BLEMISHES = 0.02
# Quotation marks, dashes, dots and spaces: the same in all windows-125x.
WINDOWS_MARKS = bytes(
    (0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0xA0, 0xAB, 0xBB)
)
# What the web's standard reads under these labels (WHATWG Encoding, 2023).
WEB_LABELS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030",
              "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in, and how many places could not be decoded."""

    text: str
    encoding: str
    lost: int = 0


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode `data`: by its mark, as strict UTF-8, as `declared`, or by a guess at its beginning.

    Raises:
        InputError: ENCODING when nothing fits.
    """
    for mark, name in MARKS:
        if data.startswith(mark):
            return _with(data[len(mark) :], name)
    encoding = encoding_of(data, declared)
    if encoding is None:
        raise InputError.undecodable()
    decoded = _with(data, encoding)
    if decoded.lost > 1 and decoded.lost > BLEMISHES * len(decoded.text):
        raise InputError.undecodable()
    return decoded


def encoding_of(data: bytes, declared: str | None = None) -> str | None:
    """Return the encoding of unmarked `data`, None when nothing fits."""
    wide = _wide(data[:GUESSED_BYTES])
    if wide:
        return wide
    if _fits(data, "utf-8"):
        return "utf-8"
    named = _known(declared)
    if named and named != "utf-8" and _fits(data, named):
        return named
    return "utf-8" if _mostly_utf8(data) else _guess(data[:GUESSED_BYTES])


def _with(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return Decoded(text, encoding, text.count("\ufffd"))


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _wide(head: bytes) -> str | None:
    odd, even = head[1::2].count(0), head[0::2].count(0)
    enough = max(FEWEST_NULS, NUL_SHARE * len(head) / 2)
    if odd >= enough > even:
        return "utf-16-le"
    return "utf-16-be" if even >= enough > odd else None


def _known(declared: str | None) -> str | None:
    try:
        name = codecs.lookup(declared or "").name
        "".encode(name)  # codecs such as "hex" are no text encodings
    except (LookupError, ValueError):
        return None
    return WEB_LABELS.get(name, name)


def _mostly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    sound = len(data) - len(data.decode("ascii", "ignore")) - bad
    at_the_end = bad == 1 and text.endswith("\ufffd") and sound > 0
    return at_the_end or sound > 2 * UTF8_TRUST * bad


def _guess(head: bytes) -> str | None:
    high = bytes(byte for byte in head if byte > 127)  # noqa: PLR2004 - the end of ASCII
    if not high.translate(None, WINDOWS_MARKS):
        return "cp1252"
    from charset_normalizer import from_bytes  # noqa: PLC0415 - most piles are UTF-8

    best = from_bytes(head).best()
    if best is None:
        return None
    return "cp1252" if _same(head, "cp1252", best.encoding) else best.encoding


def _same(head: bytes, one: str, other: str) -> bool:
    return _fits(head, one) and head.decode(one) == head.decode(other, "replace")
