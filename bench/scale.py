"""Time and memory of comparing a pile, and of adding one document to an archive of many.

    python bench/scale.py 1000 10000 100000
    python bench/scale.py 100000 --add

The texts are made up: some 330 words each, on one topic, one in a hundred an edit of another.
Prints CPU seconds of one process, peak memory above the texts, the exponent of the growth, and
what it would be for a million. With --add the documents, each with two quotations and five
persons, are written straight into an archive, which is collated; then more are added one by one.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from itertools import islice, pairwise
from math import log
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from dragoman.archive.writer import writing
from dragoman.collation import collate as collating
from dragoman.collation.lineage import Text, derivations
from dragoman.collation.naming import name_actors
from dragoman.knowledge import table
from dragoman.model import (
    ActorKind,
    Document,
    Figure,
    Form,
    Mention,
    Passage,
    PassageKind,
    Precision,
    Reading,
    Span,
    Statement,
    StatementKind,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from sqlite3 import Connection

    from dragoman.archive.writer import Writer

# Words in a sentence, sentences and names in a text, one in how many texts is an edit, and the
# share of words that an edit exchanges.
SENTENCE, SENTENCES, NAMES, ONE_IN, EDITED = 21, 16, 32, 100, 0.1
# Sentences of a made-up document that are quotations; persons in it, and in all.
QUOTED, PERSONS, PEOPLE = (3, 9), 5, 500
BATCH, ADDED, MILLION = 1000, 20, 1_000_000


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
    for quoted in QUOTED:
        lines[quoted] = f"“{lines[quoted]}”"
    spans, at = [], 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return Text(doc, "\n".join(lines), tuple(spans), tuple(spans[quoted] for quoted in QUOTED))


def reading(made: Text) -> Reading:
    """Return a made-up text as if it had been read: its first words name persons."""
    people = random.Random(made.doc).sample(range(PEOPLE), PERSONS)
    figures = [Figure(f"p{n}", f"Ann{n:x} Lee{n:x}", ActorKind.PERSON) for n in people]
    mentions = [
        Mention(Span(2 * at, 2 * at + 1), figure.local, Form.NAME, 0.9)
        for at, figure in enumerate(figures)
    ]
    said = [
        Statement((), (), (q,), StatementKind.DIRECT, denial=False, score=0.9, speaker=f.local)
        for q, f in zip(made.quotations, figures, strict=False)
    ]
    body = (Passage(Span(0, len(made.text)), PassageKind.BODY),)
    rows = (figures, mentions, (), said, ())
    return Reading(document(made), body, made.sentences, *map(tuple, rows))


def document(made: Text) -> Document:
    digest = sha256(made.text.encode()).hexdigest()
    unknown = dict.fromkeys(("url", "title", "outlet", "agency", "republished_from", "byline"))
    return Document(
        doc=made.doc, path=made.doc, published=None, published_precision=Precision.NONE,
        language="en", sha256=digest, text=made.text, chars=len(made.text), **unknown,
    )  # fmt: skip


def compared(size: int) -> tuple[float, str]:
    """Compare so many texts; return the CPU seconds, and what it took in words."""
    texts = list(made_up(size))
    held, begun = peak(), time.process_time()
    found = derivations(texts)
    spent = time.process_time() - begun
    return spent, (
        f"{size} documents: {spent:.1f} s CPU, {1000 * spent / size:.2f} ms each,"
        f" {len(found)} derivations, {peak() - held:.0f} MB above the texts"
    )


def peak() -> float:
    """Return the most memory that the process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def compare_piles(sizes: Sequence[int]) -> None:
    """Print what each size takes, each in a process of its own, and how that grows."""
    spent = []
    for size in sizes:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
            seconds, told = alone.submit(compared, size).result()
        spent.append(seconds)
        print(told, flush=True)
    for (size, less), (larger, more) in pairwise(zip(sizes, spent, strict=True)):
        exponent = log(more / less) / log(larger / size)
        print(f"exponent from {size} to {larger}: {exponent:.2f}")
    if len(sizes) > 1:
        hours = spent[-1] * (MILLION / sizes[-1]) ** max(1.0, exponent) / 3600
        print(f"so a million would take {hours:.1f} h CPU")


def add(size: int, folder: Path) -> None:
    """Print what collating an archive of so many documents takes, and then adding one by one."""
    texts = made_up(size + ADDED * ONE_IN)
    path = folder / "made-up.dragoman"
    with writing(path) as writer:
        for written in range(0, size, BATCH):
            writer.append(map(reading, islice(texts, min(BATCH, size - written))), [])
        print(f"{size} documents: {_megabytes(folder)} MB written", flush=True)
        held, begun = peak(), time.process_time()
        collating.collate(writer)
        print(
            f"collated in {time.process_time() - begun:.1f} s CPU, {peak() - held:.0f} MB,"
            f" {_megabytes(folder)} MB in the archive and its log",
            flush=True,
        )
        parts = [_added(writer, made) for made in islice(texts, ADDED)]
    others, actors = (sorted(column) for column in zip(*parts, strict=True))
    print(
        f"one more: {others[ADDED // 2]:.3f} s in the middle, {others[-1]:.3f} s at most,"
        f" beside {actors[ADDED // 2]:.1f} s for the pass over the actors of all"
    )


def _megabytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir()) // 2**20


def _added(writer: Writer, made: Text) -> tuple[float, float]:
    """Add a document; return the seconds of collating it, without and for the actors."""
    actors = 0.0

    def watched(connection: Connection) -> frozenset[str]:
        nonlocal actors
        begun = time.perf_counter()
        turned = name_actors(connection)
        actors = time.perf_counter() - begun
        return turned

    writer.append([reading(made)], [])
    begun = time.perf_counter()
    with patch.object(collating, "name_actors", watched):
        collating.collate(writer)
    return time.perf_counter() - begun - actors, actors


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 4000])
    parser.add_argument("--add", action="store_true", help="add to an archive of that size instead")
    given = parser.parse_args()
    if not given.add:
        compare_piles(given.sizes)
        return
    for size in given.sizes:
        with tempfile.TemporaryDirectory() as folder:
            add(size, Path(folder))


if __name__ == "__main__":
    sys.exit(main())
