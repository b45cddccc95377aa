"""Speakers of the statements that the seed articles' annotation gives, finding them left aside.

    python bench/speakers.py [--errors] [--json]

The annotated spans are linked as if we had found them, so that the figures tell of linking alone:
how many speakers are right, none, or wrong; how many of each kind of evidence are right; and how
far the scores are from the truth (expected calibration error, ten bins). Needs the seed articles,
their annotation and the scorer (DRAGOMAN_SHARED names the folder).
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.model import Draft, Span, Statement, StatementKind
from dragoman.reading.actors import read_actors
from dragoman.reading.parse import Parser
from dragoman.reading.speakers import link_speakers
from dragoman.settings import Settings
from dragoman.sources.imprint import imprint
from shared import SHARED, scorer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

ROLES = ("source", "cue", "content")
BINS = 10


def seeds_scorer() -> Any:
    """Return the seeds' scorer, which tells what actor of the annotation a figure of ours is."""
    spec = importlib.util.spec_from_file_location("seeds_scorer", scorer("seeds.py") or "")
    if spec is None or spec.loader is None:
        sys.exit("The scorer of the seeds is not here: set DRAGOMAN_SHARED.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def statement(row: dict[str, Any]) -> Statement:
    spans = [tuple(Span(s["start"], s["end"]) for s in row[role]) for role in ROLES]
    return Statement(*spans, StatementKind(row["form"]), denial=row["denial"], score=1.0)


def linked(doc: str, rows: Sequence[dict[str, Any]], parser: Parser, out: Path) -> list[Statement]:
    """Return a document's annotated statements with their speakers; export its figures."""
    text = (SHARED / "seeds" / f"{doc}.txt").read_text(encoding="utf-8")
    document, passages = imprint(Draft(text=text), doc, "")
    paragraphs = parser.paragraphs(document.text, passages)
    figures, mentions, roles = read_actors(paragraphs)
    found, pronouns = link_speakers(
        [statement(row) for row in rows], figures, mentions, paragraphs, roles
    )
    add(out / "actors.jsonl", ({"actor": f"{doc}/{f.local}", "name": f.name} for f in figures))
    add(
        out / "mentions.jsonl",
        (
            {"doc": doc, "actor": f"{doc}/{m.local}", "start": m.span.start, "end": m.span.end}
            for m in [*mentions, *pronouns]
        ),
    )
    return list(found)


def add(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    with path.open("a", encoding="utf-8") as stream:
        stream.writelines(json.dumps(row) + "\n" for row in rows)


def verdicts() -> Iterator[tuple[dict[str, Any], Statement, str]]:
    """Yield each annotated statement that is sure, as we link it, and whether that is right."""
    scores, parser = seeds_scorer(), Parser(Settings().pipeline)
    gold = scores.load_gold(SHARED / "data" / "seeds")
    docs = [row["id"] for row in gold["documents"]]
    pairs = []
    with tempfile.TemporaryDirectory() as folder:
        for doc in docs:
            rows = [row for row in gold["statements"] if row["doc"] == doc]
            pairs += zip(rows, linked(doc, rows, parser, Path(folder)), strict=True)
        linker = scores.Linker(gold, scores.Export(folder, docs))
    for row, ours in pairs:
        if row["confidence"] == "sure":
            yield row, ours, verdict(row, linker.one(f"{row['doc']}/{ours.speaker}"), ours.speaker)


def verdict(row: dict[str, Any], meant: str, speaker: str | None) -> str:
    if speaker is None:
        return "none" if row["speakers"] else "right"
    return "right" if meant in row["speakers"] else "wrong"


def calibration_error(scored: Sequence[tuple[float, bool]]) -> float:
    """Return the expected calibration error, in per cent, of scores and whether they held."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for score, held in scored:
        bins[min(int(score * BINS), BINS - 1)].append((score, held))
    gaps = (abs(sum(s for s, _ in b) - sum(h for _, h in b)) for b in bins.values())
    return 100 * sum(gaps) / len(scored)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--errors", action="store_true")
    options.add_argument("--json", action="store_true")
    asked = options.parse_args()
    if not (SHARED / "seeds").is_dir():
        print("No seed articles: set DRAGOMAN_SHARED.", file=sys.stderr)
        return 1
    found = list(verdicts())
    counts = Counter(how for _, _, how in found)
    named = [(ours.speaker_score or 0.0, how == "right") for _, ours, how in found if ours.speaker]
    figures = {
        "right_speakers": 100 * counts["right"] / len(found),
        "wrong_speakers": counts["wrong"],
        "calibration_error": round(calibration_error(named), 1),
    }
    if asked.json:
        print(json.dumps(figures, sort_keys=True))
        return 0
    print(f"right {counts['right']}, none {counts['none']}, wrong {counts['wrong']}", figures)
    for row, ours, how in found if asked.errors else ():
        if how != "right":
            words = " // ".join(span["text"] for span in row["source"])
            print(f"{row['id']} {how:6}{words!r}: {row['speakers']}, ours {ours.speaker}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
