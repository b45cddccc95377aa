"""Floors of quality: they may only rise.

    python bench/gate.py [NAME...]            exit 1 if a figure fell below its floor
    python bench/gate.py [NAME...] --update   raise the floors that were passed

`floors.json` holds for each benchmark the floors, and the SHA-256 of the corpus they were measured
on: on another corpus they are not compared. A floor is lowered by hand alone, in a commit that
says why. (After trafilatura's evaluation gate.)
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from shared import ROOT, SHARED

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
# Other versions of libraries and processors move the last digits.
SLACK = 0.5
LOWER_IS_BETTER = frozenset(
    {
        "wrong_merges", "ratio", "false_flags", "news_false_flags", "answers_false_flags",
        "quotes_false", "traps_merged", "flagged_without_need",
        "wrong_speakers", "calibration_error",
    }
)  # fmt: skip
# Benchmark -> the files it is measured on, among the shared ones or in the repository;
# `<name>.py --json` prints its figures.
CORPORA = {
    "seeds": ("seeds/*.txt", "data/seeds/*.jsonl"),
    "speakers": ("seeds/*.txt", "data/seeds/*.jsonl"),
    "statements": ("data/polnear/dev.jsonl.gz",),
    "circumstances": ("training/statements/own/*.txt",),
    "lineage": tuple(
        f"data/lineage/{part}/*.jsonl" for part in ("planted", "real_news", "real_answers")
    ),
}


def corpus_hash(name: str) -> str | None:
    """Return one hash over the files of a benchmark, None where they are not here."""
    places = [(base, pattern) for pattern in CORPORA[name] for base in (SHARED, ROOT)]
    files = [path for base, pattern in places for path in sorted(base.glob(pattern))]
    if not files:
        return None
    digest = sha256()
    for path in files:
        digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def measured(name: str) -> dict[str, float]:
    """Run a benchmark and return its figures."""
    command = [sys.executable, str(HERE / f"{name}.py"), "--json"]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    if told.returncode:
        sys.exit(f"{name} failed:\n{told.stderr}")
    return json.loads(told.stdout)


def fell(name: str, value: float, floor: float) -> bool:
    return value > floor + SLACK if name in LOWER_IS_BETTER else value < floor - SLACK


def better(name: str, value: float, floor: float) -> float:
    return min(value, floor) if name in LOWER_IS_BETTER else max(value, floor)


def judge(name: str, floors: dict[str, dict[str, object]], *, update: bool) -> list[str]:
    """Print a benchmark's figures beside their floors; return those that fell."""
    corpus = corpus_hash(name)
    if corpus is None:
        print(f"{name}: its corpus is not here")
        return []
    held = floors.get(name, {})
    same = held.get("corpus") == corpus
    known = held.get("floors", {}) if same else {}
    figures = measured(name)
    print(f"{name} (corpus {corpus[:12]}{'' if same else ', no floors for it'})")
    fallen = []
    for figure, value in figures.items():
        floor = known.get(figure)
        bad = floor is not None and fell(figure, value, floor)
        fallen += [f"{name}.{figure}: {value} against {floor}"] if bad else []
        print(f"  {figure:28} {value:8.2f}  floor {floor}{'  FELL' if bad else ''}")
    if update and not fallen:
        raised = {f: better(f, v, known.get(f, v)) for f, v in figures.items()}
        floors[name] = {"corpus": corpus, "floors": {**known, **raised}}
    return fallen


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("names", nargs="*", choices=[*CORPORA, []])
    options.add_argument("--update", action="store_true")
    asked = options.parse_args()
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    fallen = [
        line for name in asked.names or CORPORA for line in judge(name, floors, update=asked.update)
    ]
    if asked.update and not fallen:
        FLOORS.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    for line in fallen:
        print(f"FELL {line}", file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
