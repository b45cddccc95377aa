"""Find the weights that turn what the encoder sees of a statement into a score.

    python training/statements/calibrate.py POLNEAR-DEV.jsonl.gz training/statements/own/*.txt

Reads held-out coverage with the model in the package, sees which statements are right (content and
source), and fits a logistic regression, which is written into encoder.json. The error it prints is
that of a fit on the other half of the documents.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from prepare import own, polnear

from dragoman.reading.parse import Parser
from dragoman.reading.statements.reader import find_statements
from dragoman.reading.statements.scores import signs
from dragoman.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray
    from prepare import Gold, Labelled

    from dragoman.reading.statements.found import Found
    from dragoman.reading.statements.ranges import Range

TARGET = Path(__file__).parents[2] / "src" / "dragoman" / "models" / "encoder.json"
# Strength of the ridge; the error hardly moves between 0.1 and 10.
RIDGE = 1.0
BINS = 10
STEPS = 30


@dataclass(frozen=True, slots=True)
class Case:
    """A statement's signs, whether it is right, and the number of its document."""

    signs: list[float]
    right: bool
    document: int


def cases(documents: Iterable[Labelled]) -> Iterator[Case]:
    """Yield every attributed statement that is found in the documents, but for nested ones."""
    parser = Parser(Settings().pipeline)
    for number, document in enumerate(documents):
        found, words = find_statements(parser.paragraphs(document.text, document.passages))
        kept = [one for one in found if one.linked is not None and not one.nested]
        right = paired(document.text, document.statements, kept)
        for at, one in enumerate(kept):
            if one.linked is not None:
                told = signs(one.linked, words.kind(one.content), nested=False)
                yield Case(told, at in right, number)


def paired(text: str, gold: Sequence[Gold], found: Sequence[Found]) -> set[int]:
    """Return the numbers of the found statements that are right.

    Each is paired with at most one labelled statement, the best contents first, while half of
    their characters are shared; it is right if their sources share one too, or neither has any.
    """
    labelled = [_characters(text, one.content) for one in gold]
    read = [_characters(text, one.content) for one in found]
    pairs = sorted(
        (-len(a & b) / len(a | b), i, j)
        for i, a in enumerate(labelled)
        for j, b in enumerate(read)
        if 2 * len(a & b) >= len(a | b) > 0
    )
    taken: set[int] = set()
    used: set[int] = set()
    right: set[int] = set()
    for _, i, j in pairs:
        if i not in taken and j not in used:
            taken.add(i)
            used.add(j)
            a, b = (_characters(text, one.source) for one in (gold[i], found[j]))
            if a & b or not (a or b):
                right.add(j)
    return right


def _characters(text: str, places: Iterable[Range]) -> set[int]:
    return {at for start, end in places for at in range(start, end) if not text[at].isspace()}


def fitted(found: Sequence[Case]) -> NDArray[np.float64]:
    """Return the weights of a logistic regression with a ridge, by Newton's method."""
    signs_of = np.array([case.signs for case in found])
    right = np.array([case.right for case in found], dtype=float)
    weights = np.zeros(signs_of.shape[1])
    ridge = RIDGE * np.eye(len(weights))
    ridge[0, 0] = 0.0
    for _ in range(STEPS):
        chance = 1.0 / (1.0 + np.exp(-signs_of @ weights))
        slope = signs_of.T @ (right - chance) - ridge @ weights
        bend = (signs_of * (chance * (1 - chance))[:, None]).T @ signs_of + ridge
        weights += np.linalg.solve(bend, slope)
    return weights


def error(weights: NDArray[np.float64], found: Sequence[Case]) -> float:
    """Return the expected calibration error over bins of equal width (Guo et al., ICML 2017)."""
    chance = 1.0 / (1.0 + np.exp(-np.array([case.signs for case in found]) @ weights))
    right = np.array([case.right for case in found], dtype=float)
    bins = np.minimum((chance * BINS).astype(int), BINS - 1)
    gaps = [abs((chance - right)[bins == at].sum()) for at in range(BINS)]
    return float(sum(gaps) / len(found))


def main() -> int:
    """Write the weights."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("inputs", nargs="+", type=Path)
    options = asked.parse_args()
    documents = [
        document
        for path in options.inputs
        for document in (own(path, held=True) if path.suffix == ".txt" else polnear(path))
    ]
    found = list(cases(documents))
    halves = [[case for case in found if case.document % 2 == half] for half in (0, 1)]
    gaps = [error(fitted(halves[half]), halves[1 - half]) for half in (0, 1)]
    print(f"{len(found)} statements, {sum(case.right for case in found)} right")
    print("expected calibration error on the other half:", [round(gap, 4) for gap in gaps])
    told = json.loads(TARGET.read_text(encoding="utf-8"))
    told["calibration"] = fitted(found).round(4).tolist()
    TARGET.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
