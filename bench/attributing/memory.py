"""How much the encoder weighs, and what reading statements needs above spaCy.

    cd bench; python -m attributing.memory spacy|statements < TEXT

prints the memory, in MB, that its process holds in the end: with spaCy loaded and the text
parsed, or with that and its statements read.
"""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

from attributing.texts import passages

BENCH = Path(__file__).parents[1]
RESIDENT = re.compile(r"^VmRSS:\s+(\d+) kB$", re.MULTILINE)
STATUS = Path("/proc/self/status")
MB = 1_000_000


def weights() -> float:
    """Return the size of the files that the encoder is loaded from, in MB."""
    names = ("encoder.onnx", "encoder.json", "tokenizer.json")
    return sum(len(files("dragoman.models").joinpath(name).read_bytes()) for name in names) / MB


def above_spacy(text: str) -> float | None:
    """Return what reading statements adds to spaCy, in MB; None where no memory is told."""
    if not STATUS.exists():
        return None
    without, with_them = (_resident(part, text) for part in ("spacy", "statements"))
    return with_them - without


def _resident(part: str, text: str) -> float:
    told = subprocess.run(
        [sys.executable, "-m", "attributing.memory", part],
        cwd=BENCH, input=text, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return float(told.stdout)


def hold(part: str, text: str) -> None:
    """Parse a text and, where they are asked for, read its statements."""
    from dragoman.reading.parse import Parser
    from dragoman.settings import Settings

    paragraphs = Parser(Settings().pipeline).paragraphs(text, tuple(passages(text)))
    if part == "statements":
        from dragoman.reading.statements import read_statements

        read_statements(paragraphs)


def main() -> int:
    hold(sys.argv[1], sys.stdin.read())
    found = RESIDENT.search(STATUS.read_text(encoding="ascii"))
    print(int(found[1]) * 1024 / MB if found else 0.0)
    return 0


if __name__ == "__main__":
    sys.exit(main())
