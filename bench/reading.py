"""What reading costs over spaCy's own time on the same text, in one run.

    python bench/reading.py [TEXTS.jsonl[.gz]] [--documents N] [--json]

Each line of the file is an object with `text`. Without a file, the development part of PolNeAR is
taken where it stands. The two are run in turn, document by document, and their CPU times summed:
the ratio is what counts, since machines are noisy.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from pathlib import Path

from dragoman.model import Draft
from dragoman.reading.parse import Parser
from dragoman.reading.read import read_document
from dragoman.settings import Settings
from dragoman.sources.imprint import imprint
from shared import corpus

PIPELINE = Settings().pipeline


def texts(path: Path, most: int) -> list[str]:
    opened = gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open()
    with opened as lines:
        return [json.loads(line)["text"] for line in lines][:most]


def cpu(work, *arguments) -> float:
    start = time.process_time()
    work(*arguments)
    return time.process_time() - start


def measure(documents: list[str]) -> dict[str, float]:
    import spacy

    nlp = spacy.load(PIPELINE)
    parser = Parser(PIPELINE)
    nlp("Warm up.")
    theirs = ours = 0.0
    for number, text in enumerate(documents):
        theirs += cpu(nlp, text)
        ours += cpu(read_one, parser, text, f"d{number}")
    words = sum(len(text.split()) for text in documents)
    return {
        "documents": len(documents),
        "words": words,
        "spacy_words_per_second": round(words / theirs),
        "dragoman_words_per_second": round(words / ours),
        "ratio": round(ours / theirs, 3),
    }


def read_one(parser: Parser, text: str, doc: str) -> None:
    document, passages = imprint(Draft(text), doc, "")
    read_document(parser, document, passages)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("texts", nargs="?", type=Path)
    options.add_argument("--documents", type=int, default=40)
    options.add_argument("--json", action="store_true")
    asked = options.parse_args()
    path = asked.texts or corpus("polnear/dev.jsonl.gz")
    if path is None:
        print("No texts: name a file, or set DRAGOMAN_SHARED.", file=sys.stderr)
        return 1
    figures = measure(texts(path, asked.documents))
    if asked.json:
        print(json.dumps(figures, sort_keys=True))
    else:
        print("reading, all of it, over spaCy (all components) on the same text; at most 2.0")
        for name, value in figures.items():
            print(f"  {name:28} {value:>10,}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
