"""Real reuse of wire copy in ECB+: which kinds of shared text are taken for derivation.

    python bench/reuse.py [FOLDER] [--json]

FOLDER holds train.jsonl.gz and reuse_train.jsonl (by default under DRAGOMAN_SHARED). Pairs that
share nothing but quotations must not be flagged; of the others, the more text is shared, the more
should be. Pairs that no label names are not judged.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from pathlib import Path

from dragoman.collation.lineage import Text, derivations
from dragoman.model import Span
from dragoman.reading.quotations import read_quotations
from shared import corpus

LABELS = ("same_text", "excerpt", "shared_source", "shared_passage", "shared_quote")


def texts(folder: Path) -> dict[str, Text]:
    found = {}
    with gzip.open(folder / "train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            quoted = [q.span for q in read_quotations([row["text"]])[0] if not q.depth]
            told = tuple(Span(start, end) for start, end in row["sentences"] if start < end)
            found[row["doc"]] = Text(row["doc"], row["text"], told, tuple(quoted))
    return found


def figures(folder: Path) -> dict[str, tuple[int, int]]:
    """Return for each label how many pairs are flagged, and how many there are."""
    documents = texts(folder)
    flagged = {frozenset((d.derived, d.origin)) for d in derivations(documents.values())}
    found, known = Counter[str](), Counter[str]()
    with (folder / "reuse_train.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["a"] in documents and row["b"] in documents:
                known[row["label"]] += 1
                found[row["label"]] += frozenset((row["a"], row["b"])) in flagged
    return {label: (found[label], known[label]) for label in LABELS}


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("folder", nargs="?", type=Path, default=corpus("incidents"))
    options.add_argument("--json", action="store_true")
    asked = options.parse_args()
    if asked.folder is None:
        print("No corpus: name its folder, or set DRAGOMAN_SHARED.", file=sys.stderr)
        return 1
    told = figures(asked.folder)
    if asked.json:
        print(json.dumps({label: found for label, (found, _) in told.items()}, sort_keys=True))
        return 0
    for label, (found, known) in told.items():
        print(f"{label:16} flagged {found:3} of {known}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
