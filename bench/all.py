"""All benchmarks, one after the other, each as a person would run it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
PROGRAMS = (
    "sample",
    "documents",
    "seeds",
    "statements",
    "circumstances",
    "lineage",
    "reuse",
    "reading",
)


def main() -> int:
    failed = 0
    for name in PROGRAMS:
        print(f"\n=== {name}", flush=True)
        failed += subprocess.run([sys.executable, str(HERE / f"{name}.py")], check=False).returncode
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
