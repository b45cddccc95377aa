"""The scorer of statements, and how far their scores can be believed."""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from attributing.texts import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from types import ModuleType

    from attributing.texts import Labelled, Row
    from dragoman.model import Statement

# Figures of a system, F1 in percent, in the order of the tables.
EXACT = tuple(f"{role} exact" for role in ROLES)
WHOLE = ("content", "+src head", "+src head +cue overlap", "all exact")
KINDS = ("direct", "mixed", "indirect")
BY_KIND = tuple(f"{kind}{more}" for kind in KINDS for more in ("", " +src head"))
BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Statements with scores of one tenth: how many, their mean score, how many are right."""

    count: int
    score: float
    right: int


def load(path: Path) -> ModuleType:
    """Return the scorer as a module."""
    spec = importlib.util.spec_from_file_location("statements_scorer", path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path} is no Python program.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures(
    scorer: ModuleType,
    documents: Sequence[Labelled],
    found: Sequence[Sequence[Row]],
    sequences: Sequence[Row] | None = None,
) -> dict[str, float]:
    """Return a system's F1 in percent: exact spans, attributions, kinds of content.

    found: the system's attributions of each document. sequences: CofeNet's own, on which its
    measure counts exact spans; without them they are counted over whole documents.
    """
    gold = [document.gold for document in documents]
    system = [
        {**{key: row[key] for key in ("doc", "annotator") if key in row}, "attributions": told}
        for row, told in zip(gold, found, strict=True)
    ]
    told: dict[str, Any] = scorer.score(gold, system)
    exact = scorer.score_cofenet(sequences, gold, system) if sequences else told["spans"]
    f1 = {f"{role} exact": exact[role]["exact"]["f1"] for role in ROLES}
    f1 |= {name: told["attributions"][name]["f1"] for name in WHOLE}
    for kind in KINDS:
        row = told["content by kind"][kind]
        f1[kind] = row["att content"]["f1"]
        f1[f"{kind} +src head"] = row["att +src head"]["f1"]
    return {name: round(100 * value, 1) for name, value in f1.items()}


def reliability(
    scorer: ModuleType,
    documents: Sequence[Labelled],
    found: Sequence[Sequence[Statement]],
    rows: Sequence[Sequence[Row]],
) -> list[Bin]:
    """Return the statements by their scores, in ten bins of equal width from 0 to 1.

    A statement is right if the scorer pairs it with a labelled one (contents with a Jaccard index
    of at least 0.5, one to one, the best first) and the heads of their sources agree.
    """
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for document, statements, told in zip(documents, found, rows, strict=True):
        right = set(_right(scorer, document, told))
        for number, statement in enumerate(statements):
            place = min(int(statement.score * BINS), BINS - 1)
            bins[place].append((statement.score, number in right))
    return [
        Bin(len(b), sum(s for s, _ in b) / max(len(b), 1), sum(held for _, held in b)) for b in bins
    ]


def _right(scorer: ModuleType, document: Labelled, told: Sequence[Row]) -> Iterator[int]:
    """Yield the numbers of the statements that are right."""
    text = document.text
    gold = scorer.norm_atts(text, document.gold["attributions"])
    # Not norm_atts: it drops rows, and numbers would no longer be those of the statements.
    ours = [{role: scorer.normalise(text, one[role]) for role in ROLES} for one in told]
    for i, j in scorer.pair_attributions(text, gold, ours):
        if scorer.pair_verdicts(text, gold[i], ours[j])["+src head"]:
            yield j


def calibration_error(bins: Sequence[Bin]) -> float:
    """Return the expected calibration error in percent (Guo et al., ICML 2017)."""
    gaps = sum(abs(b.count * b.score - b.right) for b in bins)
    return round(100 * gaps / max(1, sum(b.count for b in bins)), 1)
