"""The words of a text, made comparable: folded, stemmed, and weighed by how rare they are."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from hashlib import blake2b
from typing import NamedTuple

from dragoman.knowledge import table

APOSTROPHES = frozenset("'’ʼ")
DIGIT_JOINERS = frozenset(".,")
# Ideographs and kana stand without spaces; each is a word.
FIRST_IDEOGRAPH, LAST_IDEOGRAPH = "\u3040", "\u9fff"
# Zipf values of "the" and of the rarest words of the table: rarity runs from 0 to FULL between.
COMMONEST, RAREST = 7.6, 3.6
# Whole numbers, since a sum of floats would depend on the order of its terms.
FULL, LEAST_RARITY = 1000, 20


class Word(NamedTuple):
    """A word at its place: code points into the text it was cut from."""

    form: str
    stem: str
    start: int
    end: int


def words(text: str, start: int, end: int) -> tuple[Word, ...]:
    """Return the words of `text[start:end]`, in order.

    Letters, digits, apostrophes between letters, points and commas between digits; hyphens
    part words. Invisible format characters inside a word belong to it. Linear time.
    """
    found: list[Word] = []
    begin = -1
    for at in range(start, end):
        letter = text[at]
        if FIRST_IDEOGRAPH <= letter <= LAST_IDEOGRAPH:
            if begin >= 0:
                found.append(_word(text, begin, at))
            found.append(_word(text, at, at + 1))
            begin = -1
        elif letter.isalnum():
            begin = at if begin < 0 else begin
        elif begin >= 0 and not _joins(text, at, end):
            found.append(_word(text, begin, at))
            begin = -1
    if begin >= 0:
        found.append(_word(text, begin, end))
    return tuple(found)


def _joins(text: str, at: int, end: int) -> bool:
    letter = text[at]
    following = text[at + 1] if at + 1 < end else " "
    if letter in APOSTROPHES:
        return following.isalpha()
    if letter in DIGIT_JOINERS:
        return text[at - 1].isdigit() and following.isdigit()
    return not letter.isascii() and unicodedata.category(letter) in {"Cf", "Mn", "Mc"}


def _word(text: str, start: int, end: int) -> Word:
    form = fold(text[start:end])
    return Word(form, stem(form), start, end)


@lru_cache(maxsize=65_536)
def fold(written: str) -> str:
    """Return a word without the differences that only typing makes.

    Case, width, ligatures, curled apostrophes, invisible characters, look-alike letters in a
    word that is otherwise Latin.
    """
    if written.isascii():
        return written.lower()
    plain = unicodedata.normalize("NFKC", written).casefold()
    plain = "".join(c for c in plain if unicodedata.category(c) != "Cf")
    plain = plain.replace("’", "'").replace("ʼ", "'")
    if any("a" <= c <= "z" for c in plain):
        plain = plain.translate(_homoglyphs())
    return plain


@lru_cache(maxsize=65_536)
def stem(form: str) -> str:
    """Return a folded word without possessive and inflection; light on purpose."""
    base = form.removesuffix("'s").removesuffix("'")
    for ending, replacement, keep in _endings():
        if base.endswith(ending) and len(base) - len(ending) >= keep:
            return base[: -len(ending)] + replacement
    return base


@lru_cache(maxsize=65_536)
def rarity(stemmed: str) -> int:
    """Return how much a shared word says: LEAST_RARITY (`the`) to FULL (a name, a rare word)."""
    zipf = _frequencies().get(stemmed.partition("'")[0], RAREST)
    share = (COMMONEST - zipf) / (COMMONEST - RAREST)
    return max(LEAST_RARITY, min(FULL, round(FULL * share)))


def hashed(text: str) -> int:
    """Return a signed 64-bit number that stands for `text` on every machine (BLAKE2b)."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


@cache
def _endings() -> tuple[tuple[str, str, int], ...]:
    rows = table("word_endings")
    return tuple((row["ending"], row["replacement"], int(row["keep"])) for row in rows)


@cache
def _homoglyphs() -> dict[int, str]:
    return {ord(row["letter"]): row["latin"] for row in table("homoglyphs")}


@cache
def _frequencies() -> dict[str, float]:
    """Zipf value of each stem: that of its commonest form."""
    found: dict[str, float] = {}
    for row in table("word_frequency"):
        key = stem(row["word"])
        found[key] = max(found.get(key, 0.0), float(row["zipf"]))
    return found
