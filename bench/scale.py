"""Time and memory of comparing a pile, and of adding one document to an archive of many.

    python bench/scale.py 1000 10000 100000
    python bench/scale.py 100000 --add

The texts are made up: some 330 words each, on one topic, one in a hundred an edit of another.
Prints CPU seconds of one process, peak memory above the texts, and the exponent of the growth.
With --add they are written straight into an archive, which is collated; then one more is added.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from dragoman.collation.lineage import Text, derivations
from dragoman.knowledge import table
from dragoman.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Words in a sentence, sentences and names in a text, one in how many texts is an edit, and the
# share of words that an edit exchanges.
SENTENCE, SENTENCES, NAMES, ONE_IN, EDITED = 21, 16, 32, 100, 0.1


def made_up(size: int) -> Iterator[Text]:
    """Yield texts of English words by their frequency, and names: few that all know, many rare."""
    chance = random.Random(7)
    rows = table("word_frequency")
    common, odds = [row["word"] for row in rows], [10 ** float(row["zipf"]) for row in rows]
    before: list[str] = []
    for number in range(size):
        words = chance.choices(common, odds, k=SENTENCES * SENTENCE)
        for _ in range(NAMES):
            words[chance.randrange(len(words))] = f"Na{int(size * chance.random() ** 3):x}"
        if number % ONE_IN == 1:
            words = [w if chance.random() > EDITED else chance.choice(common) for w in before]
        before = words
        yield text(f"s{number:07}", words)


def text(doc: str, words: Sequence[str]) -> Text:
    lines = [" ".join(words[at : at + SENTENCE]) for at in range(0, len(words), SENTENCE)]
    spans, at = [], 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return Text(doc, "\n".join(lines), tuple(spans))


def compared(size: int) -> float:
    """Print what comparing so many texts takes, and return the CPU seconds."""
    texts = list(made_up(size))
    held, begun = peak(), time.process_time()
    found = derivations(texts)
    spent = time.process_time() - begun
    print(
        f"{size} documents: {spent:.1f} s CPU, {1000 * spent / size:.2f} ms each,"
        f" {len(found)} derivations, {peak() - held:.0f} MB above the texts",
        flush=True,
    )
    return spent


def peak() -> float:
    """Return the most memory that the process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 4000])
    given = parser.parse_args()
    spent = [compared(size) for size in given.sizes]
    for (size, less), (larger, more) in pairwise(zip(given.sizes, spent, strict=True)):
        print(f"exponent from {size} to {larger}: {log(more / less) / log(larger / size):.2f}")


if __name__ == "__main__":
    main()
