"""Where the corpora stand that benchmarks read. They are never part of the repository."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("DRAGOMAN_SHARED", ROOT.parent / "shared"))


def corpus(name: str) -> Path | None:
    """Return the path of a corpus file, or None where it is not."""
    path = SHARED / "data" / name
    return path if path.exists() else None


def scorer(name: str) -> Path | None:
    """Return the path of a scorer, or None where it is not."""
    path = SHARED / "score" / name
    return path if path.exists() else None
