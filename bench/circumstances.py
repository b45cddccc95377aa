"""Circumstances and acts on our own labelled coverage: F1 in percent.

    python bench/circumstances.py [FILE...] [--json] [--errors ROLE]

The gold source, cue and content are handed over, so that finding them is not measured. A phrase
counts as found if it shares a character with the gold one; "exact" if it is the same.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.model import Span, Statement, StatementAct, StatementKind
from dragoman.reading.circumstances import add_circumstances
from dragoman.reading.parse import Parser
from dragoman.settings import Settings
from shared import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TRAINING = ROOT / "training" / "statements"
sys.path.insert(0, str(TRAINING))
from markup import Part, Piece, pieces  # noqa: E402 - stands beside the labelled files
from prepare import passages  # noqa: E402 - likewise

PHRASES = ("addressee", "venue", "medium", "when")
FLAGS = {"n": "denial", "q": "question", "d": "demand"}
ACTS = {"w": StatementAct.WRITING, "t": StatementAct.THOUGHT, "i": StatementAct.INTENT}
MARKS = frozenset('“”"«»')


def bare(text: str, parts: Iterable[Part]) -> Statement:
    """Return a gold statement with its spans alone."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for part in parts:
        spans[part.role].append(Span(part.start, part.end))
    quoted = any(not MARKS.isdisjoint(span.cut(text)) for span in spans["content"])
    return Statement(
        source=tuple(spans["source"]),
        cue=tuple(spans["cue"]),
        content=tuple(spans["content"]),
        kind=StatementKind.DIRECT if quoted else StatementKind.INDIRECT,
        denial=False,
        score=1.0,
    )


def read(parser: Parser, piece: Piece) -> Iterator[tuple[list[Part], Statement]]:
    """Yield the parts of each gold statement with what we make of it."""
    groups: dict[int, list[Part]] = defaultdict(list)
    for part in piece.parts:
        groups[part.statement].append(part)
    gold = list(groups.values())
    paragraphs = parser.paragraphs(piece.text, tuple(passages(piece.text)))
    statements = [bare(piece.text, parts) for parts in gold]
    yield from zip(gold, add_circumstances(statements, paragraphs, (), None), strict=True)


def count(counts: Counter[str], parts: list[Part], found: Statement) -> list[str]:
    """Count one statement; return the roles that are wrong."""
    wrong = []
    for role in PHRASES:
        gold = [Span(p.start, p.end) for p in parts if p.role == role]
        ours = getattr(found, role)
        hit = ours is not None and any(ours.overlaps(span) for span in gold)
        counts[f"{role} gold"] += bool(gold)
        counts[f"{role} ours"] += ours is not None
        counts[f"{role} hit"] += hit
        counts[f"{role} exact"] += ours in gold
        wrong += [role] if bool(gold) != hit or (ours is not None and not hit) else []
    letters = {letter for part in parts for letter in part.letters}
    for letter, flag in FLAGS.items():
        gold_flag, our_flag = letter in letters, getattr(found, flag)
        counts[f"{flag} gold"] += gold_flag
        counts[f"{flag} ours"] += our_flag
        counts[f"{flag} hit"] += gold_flag and our_flag
        wrong += [flag] if gold_flag != our_flag else []
    act = next((ACTS[letter] for letter in "wti" if letter in letters), StatementAct.SPEECH)
    counts["all"] += 1
    counts["act right"] += act is found.act
    return wrong + ([] if act is found.act else ["act"])


def rate(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def figures(counts: Counter[str]) -> dict[str, float]:
    found: dict[str, float] = {}
    for name in (*PHRASES, *FLAGS.values()):
        gold, ours = counts[f"{name} gold"], counts[f"{name} ours"]
        found[f"{name} precision"] = rate(counts[f"{name} hit"], ours)
        found[f"{name} recall"] = rate(counts[f"{name} hit"], gold)
        found[f"{name} f1"] = rate(2 * counts[f"{name} hit"], gold + ours)
        if name in PHRASES:
            found[f"{name} exact f1"] = rate(2 * counts[f"{name} exact"], gold + ours)
    found["act accuracy"] = rate(counts["act right"], counts["all"])
    return found


def told(piece: Piece, parts: list[Part], found: Statement, role: str) -> str:
    """Return one error in words."""
    start = min(part.start for part in parts)
    end = max(part.end for part in parts)
    gold = [piece.text[p.start : p.end] for p in parts if p.role in {role, "cue"}]
    ours = getattr(found, role)
    shown = ours.cut(piece.text) if isinstance(ours, Span) else ours
    return (
        f"{role}: ours {shown!s:40} gold {gold}\n    {piece.text[max(0, start - 90) : end + 60]!r}"
    )


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("files", nargs="*", type=Path, default=sorted(TRAINING.glob("own/*.txt")))
    options.add_argument("--json", action="store_true")
    options.add_argument("--errors", metavar="ROLE")
    asked = options.parse_args()
    parser, counts = Parser(Settings().pipeline), Counter[str]()
    for path in asked.files:
        for piece in pieces(path):
            for parts, found in read(parser, piece):
                if asked.errors in count(counts, parts, found):
                    print(told(piece, parts, found, asked.errors))
    if asked.json:
        kept = {name: v for name, v in figures(counts).items() if name.endswith(("f1", "accuracy"))}
        print(json.dumps(kept, sort_keys=True))
        return 0
    for name, value in figures(counts).items():
        print(f"{name:24}{value:8.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
