"""Characters as we store them. Whatever changes a text happens here, before offsets exist."""

from __future__ import annotations

import unicodedata

REPLACEMENT = "\ufffd"
# NUL ends strings in C and in SQLite's shell; half a surrogate pair cannot be written as UTF-8.
UNSTORABLE = {0: REPLACEMENT} | dict.fromkeys(range(0xD800, 0xE000), REPLACEMENT)
# Canonical ordering is quadratic in one run of combining marks; a longer word stays as it is.
LONGEST_COMPOSED = 1_000


def stored(text: str) -> tuple[str, int]:
    """Return `text` as it is stored, in NFC, and how many characters had to be replaced."""
    if text.isascii() and "\0" not in text:
        return text, 0
    clean = text.translate(UNSTORABLE)
    lost = clean.count(REPLACEMENT) - text.count(REPLACEMENT)
    return _composed(clean), lost


def _composed(text: str) -> str:
    if text.isascii():
        return text
    return "\n".join(" ".join(map(_nfc, line.split(" "))) for line in text.split("\n"))


def _nfc(word: str) -> str:
    return word if len(word) > LONGEST_COMPOSED else unicodedata.normalize("NFC", word)


def on_one_line(text: str, longest: int) -> str:
    """Return `text` storable, its white space collapsed, cut to `longest` characters."""
    return " ".join(stored(text[: 4 * longest])[0].split())[:longest]
