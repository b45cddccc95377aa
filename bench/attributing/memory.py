"""How much the encoder weighs, and what reading statements needs above spaCy.

    python bench/attributing/memory.py spacy|statements < TEXT

prints the most memory, in MB, that its process held at once: with spaCy loaded and the text
parsed, or with our parse of it and its statements.
"""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

PEAK = re.compile(r"^VmHWM:\s+(\d+) kB$", re.MULTILINE)
STATUS = Path("/proc/self/status")
MB = 1_000_000


def weights() -> float:
    """Return the size of the files that the encoder is loaded from, in MB."""
    names = ("encoder.onnx", "encoder.json", "tokenizer.json")
    return sum(len(files("dragoman.models").joinpath(name).read_bytes()) for name in names) / MB


def above_spacy(text: str) -> float | None:
    """Return what reading statements adds to spaCy's peak, in MB; None where it is not told."""
    if not STATUS.exists():
        return None
    without, with_them = (_peak(part, text) for part in ("spacy", "statements"))
    return with_them - without


def _peak(part: str, text: str) -> float:
    command = [sys.executable, __file__, part]
    told = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    return float(told.stdout)


def parse(text: str) -> None:
    import spacy

    from dragoman.settings import Settings

    spacy.load(Settings().pipeline)(text)


def read(text: str) -> None:
    from dragoman.model import Draft
    from dragoman.reading.parse import Parser
    from dragoman.reading.statements import read_statements
    from dragoman.settings import Settings
    from dragoman.sources.imprint import imprint

    document, passages = imprint(Draft(text), "bench", "")
    read_statements(Parser(Settings().pipeline).paragraphs(document.text, passages))


def main() -> int:
    {"spacy": parse, "statements": read}[sys.argv[1]](sys.stdin.read())
    # Not resource.getrusage: it would count what the parent held before.
    found = PEAK.search(STATUS.read_text(encoding="ascii"))
    print(int(found[1]) * 1024 / MB if found else 0.0)
    return 0


if __name__ == "__main__":
    sys.exit(main())
