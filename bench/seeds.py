"""The five seed articles, read and scored against their hand annotation.

    python bench/seeds.py [--errors N] [--json]

Needs the seed articles, their annotation and the scorer (DRAGOMAN_SHARED names the folder).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import dragoman
from dragoman.telling.export import export
from shared import SHARED

# The measures of this stage: name here -> (area, measure, value) of the scorer.
MEASURES = {
    "receipts": ("receipts", "valid", "value"),
    "texts": ("receipts", "text as in the file", "value"),
    "document_fields": ("documents", "fields right", "value"),
    "boilerplate_f1": ("documents", "boilerplate characters", "value"),
    "statement_f1": ("statements", "content", "value"),
    "statement_speaker_f1": ("statements", "content + speaker", "value"),
    "states_found": ("actors", "found, states", "value"),
    "actors_found": ("actors", "found", "value"),
    "mention_f1": ("actors", "mention characters", "value"),
    "wrong_merges": ("actors", "wrong merges", "count"),
    "lineage_pairs": ("lineage", "pairs", "value"),
    "families": ("lineage", "families right", "value"),
    "utterance_pairs": ("utterances", "pairs found", "value"),
    "changed_words": ("utterances", "changed words found", "value"),
    "altered_quotations": ("utterances", "altered quotations flagged", "value"),
    "flagged_without_need": ("utterances", "flagged without need", "count"),
    "traps_merged": ("utterances", "traps merged", "count"),
}


def read_and_export(folder: Path, into: Path) -> float:
    """Read the articles and export them; return the seconds it took."""
    begun = time.monotonic()
    with dragoman.read(folder, into / "seeds.dragoman") as archive:
        export(archive, "jsonl", into / "out")
    return time.monotonic() - begun


def score(exported: Path, errors: int = 0, *, as_json: bool) -> str:
    command = [
        sys.executable, str(SHARED / "score" / "seeds.py"),
        "--gold", str(SHARED / "data" / "seeds"),
        "--export", str(exported), "--texts", str(SHARED / "seeds"), "--errors", str(errors),
    ]  # fmt: skip
    command += ["--json"] if as_json else []
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def figures() -> dict[str, float]:
    """Return the measures of this stage, in percent (or as counts)."""
    with tempfile.TemporaryDirectory() as folder:
        read_and_export(SHARED / "seeds", Path(folder))
        measured = json.loads(score(Path(folder) / "out", as_json=True))["measures"]
    found = {(m["area"], m["measure"]): m for m in measured}
    return {
        name: float(found[area, measure][value] or 0)
        for name, (area, measure, value) in MEASURES.items()
        if (area, measure) in found
    }


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--errors", type=int, default=0)
    options.add_argument("--json", action="store_true")
    asked = options.parse_args()
    if not (SHARED / "seeds").is_dir():
        print("No seed articles: set DRAGOMAN_SHARED.", file=sys.stderr)
        return 1
    if asked.json:
        print(json.dumps(figures(), sort_keys=True))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        seconds = read_and_export(SHARED / "seeds", Path(folder))
        print(score(Path(folder) / "out", asked.errors, as_json=False))
    print(f"read and exported in {seconds:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
