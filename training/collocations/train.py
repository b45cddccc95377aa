"""Make knowledge/collocations.bin: which English words stand beside each other, how strongly.

    python training/collocations/train.py

Needs the package symspellpy (MIT), whose bigram dictionary holds the 242,342 commonest pairs of
neighbouring words of Google's web corpus of a trillion words, and their counts. What is kept of a
pair is a hash and its pointwise mutual information; the words and counts are not. The result is
the same on every machine.
"""

from __future__ import annotations

import sys
from array import array
from importlib.resources import files
from math import log
from pathlib import Path

from dragoman.knowledge.collocations import FLOOR, STEPS, hashed

TARGET = Path(__file__).parents[2] / "src" / "dragoman" / "knowledge" / "collocations.bin"
WORDS = "frequency_dictionary_en_82_765.txt"
PAIRS = "frequency_bigramdictionary_en_243_342.txt"
CORPUS_WORDS = 1_024_908_267_229
# The dictionary's counts of pairs are 64 times those of the corpus; those of words are as they are.
PAIRS_SCALED = 64


def counts(name: str) -> dict[tuple[str, ...], int]:
    """Return the count of each word or pair of words of a dictionary of symspellpy."""
    text = files("symspellpy").joinpath(name).read_text(encoding="utf-8-sig")
    rows = (line.split() for line in text.splitlines())
    return {tuple(row[:-1]): int(row[-1]) for row in rows}


def association(together: int, first: int, second: int) -> int:
    """Return pointwise mutual information in steps above the floor, cut to a byte."""
    information = log(together * CORPUS_WORDS / (PAIRS_SCALED * first * second))
    return max(0, min(255, round((information - FLOOR) * STEPS)))


def main() -> None:
    """Write the table."""
    words = counts(WORDS)
    kept: dict[int, int] = {}
    for (first, second), together in sorted(counts(PAIRS).items()):
        if (first,) in words and (second,) in words:
            value = association(together, words[first,], words[second,])
            kept[hashed(first, second)] = value
    keys = array("I", sorted(kept))
    values = array("B", (kept[key] for key in keys))
    if sys.byteorder == "big":
        keys.byteswap()
    TARGET.write_bytes(keys.tobytes() + values.tobytes())
    print(f"{len(keys)} pairs of words, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
