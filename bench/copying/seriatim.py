"""passim 2: its `seriatim` run on a folder of its own.

It is on no package index: `pip install git+https://github.com/dasmiq/passim` into any environment
with Java on the path, and `seriatim` on the path of the benchmark.
"""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Row = dict[str, Any]
# Share of the shorter text in common passages. With none it flags every pair with a shared phrase.
LEAST_SHARE = 0.15


def passim(documents: Sequence[Row]) -> tuple[Sequence[Row], float]:
    """Return passim's pairs with their passages, and the CPU seconds of its processes.

    Raises:
        ImportError: it is not installed.
    """
    program = shutil.which("seriatim")
    if program is None or shutil.which("java") is None:
        message = "seriatim or java is not on the path"
        raise ImportError(message)
    begun = _spent()
    with tempfile.TemporaryDirectory() as folder:
        given, out = Path(folder) / "documents.json", Path(folder) / "out"
        with given.open("w", encoding="utf-8") as lines:
            lines.writelines(json.dumps(_document(row)) + "\n" for row in documents)
        # The clusters that follow the pairs want a jar from the network; their fault is no matter.
        command = [program, "--all-pairs", "--pairwise", str(given), str(out)]
        subprocess.run(command, capture_output=True, check=False)
        return list(_pairs(documents, out / "align.json")), _spent() - begun


def _document(row: Row) -> Row:
    return {"id": row["id"], "text": row["text"]}


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _pairs(documents: Sequence[Row], written: Path) -> Iterator[Row]:
    length = {row["id"]: len(row["text"]) for row in documents}
    found = defaultdict[tuple[str, str], list[list[int]]](list)
    for path in sorted(written.glob("part-*")):
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            spans = [row["begin2"], row["end2"], row["begin"], row["end"]]
            found[row["id2"], row["id"]].append(spans)
    for (derived, origin), spans in sorted(found.items()):
        shared = sum(span[1] - span[0] for span in spans)
        score = min(1.0, shared / min(length[derived], length[origin]))
        if score >= LEAST_SHARE:
            row = {"derived": derived, "origin": origin, "score": score, "direction": "unknown"}
            yield {**row, "alignments": sorted(spans)}
