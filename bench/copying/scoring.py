"""The benchmark's own scorer, and the figures that are held as floors."""

from __future__ import annotations

import importlib.util
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import ModuleType

Measured = dict[str, Any]
# Kinds of the gold that are parts of a text inside another.
EXCERPTS = ("excerpt", "rewritten_excerpt")


@dataclass(frozen=True, slots=True)
class Scorer:
    """The scorer of one part of the benchmark."""

    module: ModuleType
    folder: Path

    def score(self, rows: Sequence[Measured]) -> Measured:
        """Return all measures of a system's rows."""
        gold = self.module.read(self.folder / "gold.jsonl")
        families = self.module.read(self.folder / "families.jsonl")
        return self.module.score(gold, families, list(rows), do_sweep=True)

    def documents(self) -> list[Measured]:
        """Return the rows of the documents."""
        with (self.folder / "documents.jsonl").open(encoding="utf-8") as lines:
            return [json.loads(line) for line in lines]


def load(path: Path, folder: Path) -> Scorer:
    spec = importlib.util.spec_from_file_location("lineage_scorer", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return Scorer(module, folder)


def planted(told: Measured) -> dict[str, float]:
    """Return the figures of the planted families, in percent or as counts."""
    found, direction = told["pairs"]["recall_by_kind"], told["direction"]
    stated = direction["correct"] + direction["wrong"]
    nodes, moved = told["families"]["nodes"], told["quotes"]["recall_by_change"]["speaker"]
    return {
        "pairs_f1": 100 * told["pairs"]["related"]["f1"],
        "pairs_ap": 100 * told["pairs"]["average_precision"],
        "false_flags": flagged(told),
        "excerpts": sum(found[kind]["found"] for kind in EXCERPTS),
        "direction_accuracy": 100 * direction["accuracy"],
        "direction_stated": 100 * stated / (stated + direction["abstained"]),
        "wrong_dates_seen_through": direction["by_cue"]["time_misleading"]["correct"],
        "parents": 100 * nodes["visible_parent"]["accuracy"],
        "hidden_sources": nodes["hidden_parent"]["correct"],
        "passages_plagdet": 100 * told["passages"]["all"]["plagdet"],
        "edits_f1": 100 * told["edits"]["f1"] if "edits" in told else 0.0,
        "quotes_f1": 100 * told["quotes"]["f1"],
        "quotes_false": told["quotes"]["false_on_unaltered_quote"],
        "speaker_moves": int(moved.partition("/")[0]),
    }


def news(told: Measured) -> dict[str, float]:
    """Return the figures of the real news."""
    return {
        "news_found": told["pairs"]["related"]["tp"],
        "news_false_flags": flagged(told),
    }


def answers(told: Measured) -> dict[str, float]:
    """Return the figures of the real answers to one question."""
    return {
        "answers_f1": 100 * told["pairs"]["related"]["f1"],
        "answers_heavy": told["pairs"]["recall_by_kind"]["heavy_rewrite"]["found"],
        "answers_false_flags": flagged(told),
    }


def flagged(told: Measured) -> int:
    """Count the pairs that are taken for derivation and are none."""
    return sum(row["flagged"] for row in told["pairs"]["false_by_negative"].values())


PARTS = {"planted": planted, "real_news": news, "real_answers": answers}
