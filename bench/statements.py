"""Statements on labelled coverage: ours beside the published figures, and what they cost.

    python bench/statements.py POLNEAR.jsonl[.gz] [--scorer PATH] [--cofenet SEQUENCES.jsonl[.gz]]
                               [--peers] [--json]

PolNeAR is read as body paragraphs, one a line, by all of our reading, and spaCy runs in turn with
it on the same text. PolNeAR marks no statement inside another and none without words that
attribute it: only such statements of ours are scored. Then the same for what training held back of
our own labelled coverage, which is of other voices. --cofenet: CofeNet's sequences of the same
articles, on which its measure counts exact spans; without them ours are counted over whole
documents. --peers runs textacy on the same documents, where it is installed
(`pip install dragoman[bench]`).
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from attributing import memory, scoring, table
from attributing.ours import read_in_turn
from attributing.peers import textacy
from attributing.published import PUBLISHED
from attributing.texts import attributions, own, polnear, read_rows
from shared import corpus, scorer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    from attributing.ours import Seconds
    from attributing.scoring import Bin
    from attributing.texts import Labelled, Row

    Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Measured:
    """Our figures on some documents, how far our scores hold, and the time that reading took."""

    documents: Sequence[Labelled]
    figures: Figures
    bins: list[Bin]
    spent: Seconds

    @property
    def words(self) -> int:
        return sum(len(document.text.split()) for document in self.documents)

    def size(self) -> str:
        gold = sum(len(document.gold["attributions"]) for document in self.documents)
        return f"{len(self.documents)} documents, {self.words:,} words, {gold:,} statements"


def measure(
    rules: ModuleType, documents: Sequence[Labelled], sequences: Sequence[Row] | None = None
) -> Measured:
    found, spent = read_in_turn(documents)
    rows = [attributions(statements) for statements in found]
    bins = scoring.reliability(rules, documents, found, rows)
    figures = scoring.figures(rules, documents, rows, sequences)
    return Measured(documents, figures, bins, spent)


def show(title: str, ours: Measured, others: dict[str, Figures]) -> None:
    print(f"{title}: {ours.size()}\n")
    print(table.figures({"Dragoman": ours.figures, **others}), end="\n\n")
    print(table.reliability(ours.bins), end="\n\n")


def show_cost(ours: Measured) -> None:
    print(table.cost(ours.spent, ours.words), end="\n\n")
    above = memory.above_spacy(max((document.text for document in ours.documents), key=len))
    print(f"weights: {memory.weights():.1f} MB")
    print(
        f"resident memory above spaCy: {'not told here' if above is None else f'{above:.0f} MB'}\n"
    )


def peers(rules: ModuleType, documents: Sequence[Labelled]) -> dict[str, Figures]:
    answer = textacy(documents)
    if answer is None:
        print("textacy: not installed\n")
        return {}
    print(f"textacy refused {answer.refused} of {answer.paragraphs:,} paragraphs\n")
    return {"textacy, in this run": scoring.figures(rules, documents, answer.rows)}


def as_json(ours: Measured) -> str:
    error = scoring.calibration_error(ours.bins)
    ratio = round(ours.spent.reading / ours.spent.spacy, 2)
    told = {**ours.figures, "calibration_error": error, "ratio": ratio}
    return json.dumps(told, sort_keys=True)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("corpus", nargs="?", type=Path, default=corpus("polnear/dev.jsonl.gz"))
    options.add_argument("--scorer", type=Path, default=scorer("statements.py"))
    options.add_argument("--cofenet", type=Path)
    options.add_argument("--peers", action="store_true")
    options.add_argument("--json", action="store_true")
    asked = options.parse_args()
    if asked.scorer is None or asked.corpus is None:
        print("No corpus or scorer: name them, or set DRAGOMAN_SHARED.", file=sys.stderr)
        return 1
    rules, documents = scoring.load(asked.scorer), polnear(asked.corpus)
    sequences = read_rows(asked.cofenet) if asked.cofenet else None
    ours = measure(rules, documents, sequences)
    if asked.json:
        print(as_json(ours))
        return 0
    others = peers(rules, documents) if asked.peers else {}
    spans = "by CofeNet's measure" if sequences else "over whole documents, not CofeNet's sequences"
    print(f"Published figures: the test part, by CofeNet's measure. Our exact spans: {spans}.\n")
    show("PolNeAR", ours, {**others, **PUBLISHED})
    show_cost(ours)
    show("Our own coverage, held back", measure(rules, list(own())), {})
    return 0


if __name__ == "__main__":
    sys.exit(main())
