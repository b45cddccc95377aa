"""From labelled coverage to what the encoder is trained on.

    python training/statements/prepare.py POLNEAR.jsonl.gz [MARKED.txt ...] -o EXAMPLES.npz

Every paragraph is parsed and cut into windows exactly as the reader does it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from markup import pieces
from tokenizers import Tokenizer

from dragoman.model import Passage, PassageKind, Span
from dragoman.reading.encoder.pieces import Cutter
from dragoman.reading.parse import Parser, pipeline
from dragoman.reading.statements.lexicon import cues
from dragoman.reading.statements.ranges import joined
from dragoman.reading.statements.rules.labels import ROLES as ROLES_PAINTED
from dragoman.reading.statements.rules.labels import labels_by_rules, paint
from dragoman.reading.statements.rules.reader import read_by_rules
from dragoman.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from dragoman.reading.encoder.words import Words

ROLES = ("source", "cue", "content")
ACTS = {"speech": 0, "writing": 1, "thought": 2, "intent": 3}
LETTERS = {"w": 1, "t": 2, "i": 3}
# Where a part leads: to no word of its window; and for a word that opens no part.
NOTHING, NO_PART = -1, -2
# Every so many-th piece of our own coverage is held back from training.
HELD = 10
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Gold:
    """One labelled statement: ranges of characters in its document, by role; its act if known."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    act: int | None = None


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document with its passages and statements."""

    text: str
    passages: tuple[Passage, ...]
    statements: tuple[Gold, ...]


def polnear(path: Path) -> Iterator[Labelled]:
    """Yield the articles of a PolNeAR file; fragments that only white space parts are joined."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            found = [
                Gold(*(tuple(joined(row["text"], mark[role])) for role in ROLES))
                for mark in row["attributions"]
            ]
            yield Labelled(row["text"], tuple(passages(row["text"])), tuple(found))


def own(path: Path, *, held: bool) -> Iterator[Labelled]:
    """Yield the pieces of our own coverage, and each content that holds statements by itself.

    What stands inside a content is left out of the piece: the reader reads contents once more.
    held: whether the pieces are wanted that are held back from training, every tenth.
    """
    for order, piece in enumerate(pieces(path)):
        if (order % HELD == HELD - 1) != held:
            continue
        roles: dict[int, dict[str, list[Range]]] = defaultdict(lambda: defaultdict(list))
        acts: dict[int, int | None] = {}
        for part in piece.parts:
            roles[part.statement][part.role].append((part.start, part.end))
            if part.role == "cue":
                acts[part.statement] = next((LETTERS[x] for x in part.letters if x in LETTERS), 0)
        found = {
            number: Gold(*(tuple(sorted(marked[role])) for role in ROLES), acts.get(number))
            for number, marked in roles.items()
        }
        nested = {number: _holder(number, found) for number in found}
        outer = tuple(gold for number, gold in found.items() if nested[number] is None)
        yield Labelled(piece.text, tuple(passages(piece.text, piece.headlines)), outer)
        for number, gold in found.items():
            inner = [found[at] for at, holder in nested.items() if holder == number]
            if inner:
                yield from _alone(piece.text, gold, inner)


def _holder(number: int, found: dict[int, Gold]) -> int | None:
    """Return the statement in whose content another's cue stands, the innermost."""
    place = (found[number].cue or found[number].source)[0]
    holders = [
        (end - start, at)
        for at, gold in found.items()
        if at != number
        for start, end in gold.content
        if start <= place[0] and place[1] <= end
    ]
    return min(holders)[1] if holders else None


def _alone(text: str, holder: Gold, inner: Sequence[Gold]) -> Iterator[Labelled]:
    for start, end in holder.content:
        kept = [
            Gold(*(tuple((a - start, b - start) for a, b in getattr(gold, role)) for role in ROLES))
            for gold in inner
            if all(start <= a and b <= end for role in ROLES for a, b in getattr(gold, role))
        ]
        if kept:
            words = text[start:end]
            yield Labelled(words, (Passage(Span(0, len(words)), PassageKind.BODY),), tuple(kept))


def passages(text: str, headlines: Container[int] = ()) -> Iterator[Passage]:
    """Yield the lines of a text that are not blank; headlines: where such lines start."""
    place = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            start = place + len(line) - len(line.lstrip())
            kind = PassageKind.HEADLINE if place in headlines else PassageKind.BODY
            yield Passage(Span(start, start + len(words)), kind)
        place += len(line) + 1


class Examples:
    """What was made of the documents, column by column; all lists of windows go together."""

    def __init__(self, cutter: Cutter, parser: Parser) -> None:
        self.columns: dict[str, list[list[int]]] = defaultdict(list)
        self.tags = _numbered("tagger")
        self.deps = _numbered("parser")
        self._cutter = cutter
        self._parser = parser

    def add(self, document: Labelled) -> None:
        """Add a document's windows."""
        paragraphs = self._parser.paragraphs(document.text, document.passages)
        ruled, candidates = read_by_rules(paragraphs)
        for told in ruled:
            words, start = told.words(), told.paragraph.span.start
            gold = _labels(words, start, document.statements)
            rules = labels_by_rules(words, start, candidates)
            arcs = _arcs(words, start, document.statements)
            acts = _acts(words, start, document.statements)
            for low, window in self._cutter.windows(words):
                high = low + len(window.places)
                column = self.columns
                column["pieces"].append(list(window.pieces))
                column["owners"].append(list(window.owners))
                column["places"].append(list(window.places))
                column["tags"].append([self.tags.get(x, 0) for x in words.tags[low:high]])
                column["deps"].append([self.deps.get(x, 0) for x in words.deps[low:high]])
                column["quoted"].append(words.quoted[low:high])
                column["rules"].append([label + 1 for label in rules[low:high]])
                column["labels"].append(gold[low:high])
                column["arcs"].append([_moved(arc, low, high) for arc in arcs[low:high]])
                column["acts"].append(acts[low:high])


def _moved(arc: int, low: int, high: int) -> int:
    if arc == NO_PART:
        return arc
    return arc - low if low <= arc < high else NOTHING


def _numbered(component: str) -> dict[str, int]:
    """Return the labels of a component of the pipeline by number; 0 is any other."""
    labels = pipeline(Settings().pipeline).get_pipe(component).labels  # type: ignore[attr-defined]
    return {name: number for number, name in enumerate(sorted(labels), 1)}


def _within(words: Words, start: int, place: Range) -> list[int]:
    """Return the words of a paragraph that share a character with a range of the document."""
    low, high = place[0] - start, place[1] - start
    return list(range(bisect_right(words.ends, low), bisect_left(words.starts, high)))


def _labels(words: Words, start: int, statements: Sequence[Gold]) -> list[int]:
    labels = [0] * len(words)
    for statement in statements:
        for role, opening in ROLES_PAINTED:
            for low, high in getattr(statement, role):
                paint(labels, words, (low - start, high - start), opening)
    return labels


def _arcs(words: Words, start: int, statements: Sequence[Gold]) -> list[int]:
    """Return to which word a part leads: a content to its cue, a cue to its source.

    NOTHING: to no word of the paragraph. NO_PART: the word opens no part.
    """
    arcs = [NO_PART] * len(words)
    for statement in statements:
        source = _opening(words, start, statement.source)
        cue = _opening(words, start, statement.cue)
        for place in statement.content:
            for word in _within(words, start, place)[:1]:
                target = cue if cue is not None else source
                if target is not None or arcs[word] == NO_PART:
                    arcs[word] = NOTHING if target is None else target
        for place in statement.cue:
            for word in _within(words, start, place)[:1]:
                if source is not None or arcs[word] == NO_PART:
                    arcs[word] = NOTHING if source is None else source
    return arcs


def _opening(words: Words, start: int, places: Sequence[Range]) -> int | None:
    for place in places:
        found = _within(words, start, place)
        if found:
            return found[0]
    return None


def _acts(words: Words, start: int, statements: Sequence[Gold]) -> list[int]:
    """Return the act of the cue that opens at each word, as marked or as the lexicon has it."""
    acts = [-1] * len(words)
    for statement in statements:
        for place in statement.cue[:1]:
            found = _within(words, start, place)
            act = statement.act
            if act is None:
                act = _listed([words.text[words.starts[x] : words.ends[x]].lower() for x in found])
            if found and act is not None:
                acts[found[0]] = act
    return acts


def _listed(cue: Sequence[str]) -> int | None:
    for word in reversed(cue):
        for part in ("verb", "noun", "adjective"):
            known = cues(part).get(word)
            if known is not None:
                return ACTS.get(known.act)
    return None


def main() -> int:
    """Write the examples."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("inputs", nargs="+", type=Path)
    asked.add_argument("-o", "--output", type=Path, required=True)
    asked.add_argument("--tokenizer", type=Path, required=True)
    asked.add_argument("--held", action="store_true", help="what is held back of our own coverage")
    options = asked.parse_args()
    tokenizer = Tokenizer.from_file(str(options.tokenizer))
    made = Examples(Cutter(tokenizer), Parser(Settings().pipeline))
    for path in options.inputs:
        read = own(path, held=options.held) if path.suffix == ".txt" else polnear(path)
        for number, document in enumerate(read):
            made.add(document)
            if number % 100 == 0:
                print(path.name, number, len(made.columns["pieces"]), flush=True)
    lengths = {
        name: np.array([len(row) for row in rows], dtype=np.int32)
        for name, rows in made.columns.items()
    }
    flat = {
        name: np.array([x for row in rows for x in row], dtype=np.int32)
        for name, rows in made.columns.items()
    }
    np.savez_compressed(
        options.output,
        **flat,
        **{f"{name}_lengths": value for name, value in lengths.items()},
        vocabularies=json.dumps({"tags": list(made.tags), "deps": list(made.deps)}),
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
