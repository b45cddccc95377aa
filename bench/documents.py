"""What is known of the annotated seed articles: our reading against the annotation.

    python bench/documents.py [--errors N]

Needs the seed articles, their annotation and the scorer (DRAGOMAN_SHARED names the folder).
Each article is read as plain text, by itself, without an archive.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from dragoman.model import Draft
from dragoman.sources.imprint import imprint
from shared import SHARED, corpus, scorer


def write_export(texts: dict[str, str], folder: Path) -> None:
    """Write the two tables of an export that the scorer looks at."""
    with (
        (folder / "documents.jsonl").open("w", encoding="utf-8") as documents,
        (folder / "passages.jsonl").open("w", encoding="utf-8") as passages,
    ):
        for doc, text in texts.items():
            document, found = imprint(Draft(text), doc, f"{doc}.txt")
            documents.write(json.dumps(asdict(document)) + "\n")
            for p in found:
                row = {"doc": doc, "start": p.span.start, "end": p.span.end, "kind": p.kind}
                passages.write(json.dumps(row) + "\n")


def report(texts: dict[str, str], gold: Path, rules: Path, errors: int) -> str:
    """Return the scorer's report on documents."""
    spec = importlib.util.spec_from_file_location("seeds_scorer", rules)
    scoring = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scoring)
    annotated = scoring.load_gold(gold)
    with tempfile.TemporaryDirectory() as folder:
        write_export(texts, Path(folder))
        found = scoring.Report()
        ids = [row["id"] for row in annotated["documents"]]
        scoring.score_documents(found, annotated, scoring.Export(folder, ids))
    return found.text(errors)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--errors", type=int, default=9)
    asked = options.parse_args()
    gold, rules, articles = corpus("seeds"), scorer("seeds.py"), SHARED / "seeds"
    if gold is None or rules is None or not articles.is_dir():
        print("No seed articles: set DRAGOMAN_SHARED.", file=sys.stderr)
        return 0
    paths = sorted(articles.glob("*.txt"))
    texts = {path.stem: path.read_bytes().decode("utf-8") for path in paths}
    print(report(texts, gold, rules, asked.errors))
    return 0


if __name__ == "__main__":
    sys.exit(main())
