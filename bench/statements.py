"""Statements on PolNeAR: our F1 beside the published numbers, and our time over spaCy's.

    python bench/statements.py POLNEAR.jsonl[.gz] [--scorer PATH] [--json]

The corpus is read as body paragraphs, one a line. PolNeAR marks no statement inside another, so
only outer ones are handed to the scorer: those whose cue lies in no other's content. The rules and
spaCy run in one process on the same text, and CPU times are compared.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.model import Passage, PassageKind, Span
from dragoman.reading.parse import Parser
from dragoman.reading.statements import read_statements
from dragoman.settings import Settings
from shared import corpus, scorer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.model import Statement

ROLES = ("source", "cue", "content")
MEASURES = ("content", "+src head", "+src head +cue overlap", "all exact")
# F1 in %, content Jaccard of at least 0.5. Peers were run on the test part; "dev" says so.
PUBLISHED = {
    "two people (20 articles)": (79.4, 74.5, 74.0, 58.1),
    "MiniLM tagger, trained (dev)": (76.6, 67.0, 66.0, 47.4),
    "Citron, trained (dev)": (59.5, 52.4, 50.2, 33.1),
    "Citron, trained": (57.5, 49.6, 47.0, 31.4),
    "GenderGapTracker rules": (50.6, 43.2, 40.8, 14.2),
    "textacy, by paragraph": (30.0, 27.9, 27.2, 20.3),
}


def documents(path: Path) -> list[dict]:
    opened = gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open()
    with opened as lines:
        return [json.loads(line) for line in lines if line.strip()]


def passages(text: str) -> Iterator[Passage]:
    place = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            start = place + len(line) - len(line.lstrip())
            yield Passage(Span(start, start + len(words)), PassageKind.BODY)
        place += len(line) + 1


def outer(statements: Sequence[Statement]) -> list[Statement]:
    """Leave out what stands inside others, and quotations without any words that attribute them.

    The corpus has neither: its attributions have a source or a cue.
    """
    return [
        inner
        for inner in statements
        if (inner.cue or inner.source)
        and not any(
            span.holds((inner.cue or inner.source)[0])
            for other in statements
            if other is not inner
            for span in other.content
        )
    ]


def row(document: dict, statements: Sequence[Statement]) -> dict:
    found = [
        {role: [[span.start, span.end] for span in getattr(statement, role)] for role in ROLES}
        for statement in outer(statements)
    ]
    kept = {key: document[key] for key in ("doc", "annotator") if key in document}
    return {**kept, "attributions": found}


def run(corpus: Sequence[dict]) -> tuple[list[dict], float, float]:
    parser = Parser(Settings().pipeline)
    rows, theirs, ours = [], 0.0, 0.0
    parser.paragraphs("Warm up.", list(passages("Warm up.")))
    for document in corpus:
        text = document["text"]
        start = time.process_time()
        paragraphs = parser.paragraphs(text, list(passages(text)))
        parsed = time.process_time()
        statements = read_statements(paragraphs)
        ours += time.process_time() - parsed
        theirs += parsed - start
        rows.append(row(document, statements))
    return rows, theirs, ours


def score(program: Path, gold: Path, rows: Sequence[dict]) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        system, out = Path(folder, "system.jsonl"), Path(folder, "scores.json")
        system.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        command = [sys.executable, str(program), str(gold), str(system), "--json", str(out)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        found = json.loads(out.read_text(encoding="utf-8"))
    shown = {name: found["attributions"][name]["f1"] for name in MEASURES}
    kinds = found["content by kind"]
    shown |= {f"{kind} +src head": kinds[kind]["att +src head"]["f1"] for kind in kinds}
    return {name: round(100 * value, 1) for name, value in shown.items()}


def show(scores: dict[str, float], times: dict[str, float]) -> None:
    print(f"{'F1, %':32}" + "".join(f"{name:>24}" for name in MEASURES))
    ours = {"Dragoman, rules": tuple(scores[name] for name in MEASURES)}
    for name, values in {**ours, **PUBLISHED}.items():
        print(f"{name:32}" + "".join(f"{value:24.1f}" for value in values))
    print("\nours by kind, content and head of the source:")
    for name, value in scores.items():
        if name not in MEASURES:
            print(f"  {name:28}{value:8.1f}")
    print("\nCPU seconds: " + ", ".join(f"{name} {value}" for name, value in times.items()))


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("corpus", nargs="?", type=Path, default=corpus("polnear/dev.jsonl.gz"))
    options.add_argument("--scorer", type=Path, default=scorer("statements.py"))
    options.add_argument("--json", action="store_true")
    asked = options.parse_args()
    if asked.scorer is None or asked.corpus is None:
        print("No corpus or scorer: name them, or set DRAGOMAN_SHARED.", file=sys.stderr)
        return 1
    rows, theirs, ours = run(documents(asked.corpus))
    scores = score(asked.scorer, asked.corpus, rows)
    times = {
        "spaCy": round(theirs, 2),
        "rules": round(ours, 2),
        "rules over spaCy": round(ours / theirs, 3),
    }
    if asked.json:
        print(json.dumps(scores, sort_keys=True))
    else:
        show(scores, times)
    return 0


if __name__ == "__main__":
    sys.exit(main())
