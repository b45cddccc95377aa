"""Who copied whom, and which quotations were altered, against the benchmark's own scorer.

    python bench/lineage.py [DATA] [--scale 1000 4000]

DATA: the folder with planted/, real_news/ and real_answers/ (by default under DRAGOMAN_SHARED).
Prints the scorer's figures beside the best peer's, then the time for two piles of made-up texts.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import spacy

from dragoman.collation.lineage import Text, derivations, passages
from dragoman.collation.utterances import Saying, changed, group, likeness
from dragoman.knowledge import table
from dragoman.model import Change, DerivationKind, Precision, Span, StatementKind
from shared import corpus, scorer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.language import Language

    from dragoman.model import Derivation

# Best peer on the development halves (planted; real news): containment of 5-grams for pairs and
# passages, which flags 3 of 15 shared-quotation pairs; no peer follows quotations. Measured with
# datasketch 2.0.0, rensa 0.5.0, gaoya 0.2.2, passim 2.0.1, text-matcher 0.1.6, MiniLM-L6.
PEERS = {
    "planted": "containment F1 .952 AP .978, flags 3/15; datasketch .958/.931, 1/15; passages .808",
    "real_news": "datasketch F1 .800, flags 1/43; passim flags 39/43; passages .645 (both halves)",
    "real_answers": "containment of 3-grams F1 .885 AP .931 (both halves)",
}
KINDS = {
    DerivationKind.COPY: "copy",
    DerivationKind.EXCERPT: "excerpt",
    DerivationKind.EDITED: "light_edit",
    DerivationKind.SPUN: "heavy_rewrite",
    DerivationKind.REWRITE: "heavy_rewrite",
    DerivationKind.SHARED_SOURCE: "shared_source",
}
MARKS = {"“": "”", '"': '"', "''": "''"}
LONGEST_QUOTATION = 900
LEAST_QUOTED_WORDS = 3
ALTERED = {Change.WORD_CHANGED, Change.MEANING_CHANGED, Change.TRUNCATED}
UNKNOWN = 0.5
# Of the made-up texts: words in a sentence, names in a text, share of words an edit exchanges.
SENTENCE, NAMES, EDITED = 21, 32, 0.1


def sentences(nlp: Language, text: str) -> Iterator[Span]:
    at = 0
    for line in text.split("\n"):
        for sentence in nlp(line).sents if line.strip() else ():
            cut = sentence.text
            start = at + sentence.start_char + len(cut) - len(cut.lstrip())
            if cut.strip():
                yield Span(start, start + len(cut.strip()))
        at += len(line) + 1


def quotations(text: str) -> Iterator[Span]:
    at = 0
    while at < len(text):
        mark = "''" if text.startswith("''", at) else text[at]
        close = MARKS.get(mark)
        if close is not None:
            line = text.find("\n", at)
            limit = min(line if line >= 0 else len(text), at + LONGEST_QUOTATION)
            end = text.find(close, at + len(mark), limit)
            if end > at + len(mark):
                yield Span(at + len(mark), end)
                at = end + len(close) - 1
        at += 1


def load(folder: Path, nlp: Language) -> list[Text]:
    rows = [json.loads(line) for line in (folder / "documents.jsonl").open(encoding="utf-8")]
    return [
        Text(
            doc=row["id"],
            text=row["text"],
            sentences=tuple(sentences(nlp, row["text"])),
            quotations=tuple(quotations(row["text"])),
            published=row.get("published"),
            precision=Precision.DAY if row.get("published") else Precision.NONE,
            outlet=row.get("outlet"),
        )
        for row in rows
    ]


def pair(derivation: Derivation) -> dict[str, object]:
    row: dict[str, object] = {
        "derived": derivation.derived,
        "origin": derivation.origin,
        "kind": KINDS[derivation.kind],
        "score": derivation.score,
        "alignments": [
            [p.derived.start, p.derived.end, p.origin.start, p.origin.end]
            for p in passages(derivation.alignments)
        ],
    }
    return row | ({"direction": "unknown"} if derivation.direction_score == UNKNOWN else {})


def alterations(
    texts: Sequence[Text], found: Sequence[Derivation]
) -> Iterator[dict[str, dict[str, object]]]:
    """Yield quotations whose words differ between a derived document and its origin."""
    sayings = [
        Saying(f"{text.doc}#{q.start}", text.doc, text.text, (q,), StatementKind.DIRECT, (q,))
        for text in texts
        for q in text.quotations
        if len(q.cut(text.text).split()) >= LEAST_QUOTED_WORDS
    ]
    known = {saying.statement: saying for saying in sayings}
    pairs = {(derivation.derived, derivation.origin) for derivation in found}
    for utterance in group(sayings, found):
        members = [known[variant.statement] for variant in utterance.variants]
        for derived in members:
            for doc in sorted({m.doc for m in members if (derived.doc, m.doc) in pairs}):
                origin = max(
                    (member for member in members if member.doc == doc),
                    key=lambda member: likeness(derived, member),
                )
                if changed(origin, derived).change in ALTERED:
                    yield {"quote_change": _change(derived, origin)}


def _change(derived: Saying, origin: Saying) -> dict[str, object]:
    spans = [[saying.whole.start, saying.whole.end] for saying in (derived, origin)]
    return {
        "derived": derived.doc,
        "origin": origin.doc,
        "d_span": spans[0],
        "o_span": spans[1],
        "change": "wording",
    }


def measure(folder: Path, nlp: Language, score: Path, *, as_json: bool = False) -> str:
    texts = load(folder, nlp)
    begun = time.process_time()
    found = derivations(texts)
    rows = [*map(pair, found), *alterations(texts, found)]
    spent = time.process_time() - begun
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)
        out.flush()
        command = [sys.executable, str(score), "--gold", str(folder / "gold.jsonl")]
        command += ["--families", str(folder / "families.jsonl"), "--system", out.name]
        command += ["--json" if as_json else "--sweep"]
        figures = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if as_json:
        return figures
    return f"{figures}{len(texts)} documents, {len(found)} derivations, {spent:.1f} s CPU\n"


def figures(data: Path, nlp: Language, score: Path) -> dict[str, float]:
    """Return the floors' figures of the planted families, in percent (or as counts)."""
    told = json.loads(measure(data / "planted", nlp, score, as_json=True))
    flagged = [row["flagged"] for row in told["pairs"]["false_by_negative"].values()]
    return {
        "false_flags": sum(flagged),
        "pairs_f1": 100 * told["pairs"]["related"]["f1"],
        "passages_plagdet": 100 * told["passages"]["all"]["plagdet"],
        "quotes_f1": 100 * told["quotes"]["f1"],
        "direction_accuracy": 100 * told["direction"]["accuracy"],
    }


def synthetic(size: int) -> list[Text]:
    """Make up texts of some 330 words on one topic, one in a hundred an edit of the one before.

    English words by their frequency, and names: few that all texts know, many that few do.
    """
    chance = random.Random(7)
    rows = table("word_frequency")
    common, odds = [row["word"] for row in rows], [10 ** float(row["zipf"]) for row in rows]
    names = [f"Na{number:x}" for number in range(size)]
    texts: list[Text] = []
    before: list[str] = []
    for number in range(size):
        words = chance.choices(common, odds, k=16 * SENTENCE)
        for _ in range(NAMES):
            words[chance.randrange(len(words))] = names[int(size * chance.random() ** 3)]
        if number % 100 == 1:
            words = [w if chance.random() > EDITED else chance.choice(common) for w in before]
        before = words
        lines = [" ".join(words[at : at + SENTENCE]) for at in range(0, len(words), SENTENCE)]
        starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
        spans = (Span(start, start + len(line)) for start, line in zip(starts, lines, strict=True))
        texts.append(Text(f"s{number:06}", "\n".join(lines), tuple(spans)))
    return texts


def scale(sizes: Sequence[int]) -> None:
    spent = []
    for size in sizes:
        texts = synthetic(size)
        begun = time.process_time()
        found = derivations(texts)
        spent.append(time.process_time() - begun)
        rate = 1000 * spent[-1] / size
        print(f"{size} documents: {spent[-1]:.1f} s CPU, {rate:.1f} ms each, {len(found)} found")
    if len(sizes) > 1:
        print(
            f"{sizes[-1] / sizes[0]:.1f} times the documents, {spent[-1] / spent[0]:.1f} the time"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=corpus("lineage"))
    parser.add_argument("--scale", nargs="*", type=int, default=[1000, 4000])
    parser.add_argument("--json", action="store_true", help="the floors' figures alone")
    given = parser.parse_args()
    score = scorer("lineage.py")
    if given.data is None or score is None:
        sys.exit(
            "The lineage benchmark is not here; DRAGOMAN_SHARED names the folder that holds it."
        )
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    if given.json:
        print(json.dumps(figures(given.data, nlp, score), sort_keys=True))
        return
    for part, peers in PEERS.items():
        if (given.data / part).exists():
            print(f"== {part}  (peers: {peers})")
            print(measure(given.data / part, nlp, score))
    scale(given.scale)


if __name__ == "__main__":
    main()
