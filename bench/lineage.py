"""Who copied whom, and which quotations were altered, as a user of Dragoman is told.

    python bench/lineage.py [DATA] [--cache FOLDER [--recollate]] [--peers]
    python bench/lineage.py --polnear [--cache FOLDER]

DATA: the folder with planted/, real_news/ and real_answers/ (by default under DRAGOMAN_SHARED).
Each part is read into an archive; what its tables say is scored by the benchmark's own scorer.
--cache keeps the archives, so that only the first run reads; --recollate derives lineage and
utterances again from what was read. --peers runs datasketch, rensa and passim on the same
documents, where they are installed (`pip install dragoman[bench]`). --polnear lists what is taken
for derivation among some thousand real articles, for a person to judge.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from copying.archives import Kept, names
from copying.claims import claims
from copying.peers import PEERS, Answer, ask
from copying.polnear import listed
from copying.quotations import quotation_changes
from copying.scoring import PARTS, load
from copying.table import table
from dragoman.collation.lineage import derivations
from dragoman.collation.texts import Texts
from shared import corpus, scorer

if TYPE_CHECKING:
    from copying.scoring import Measured, Scorer


def ours(scoring: Scorer, kept: Kept) -> Answer:
    """Return what Dragoman says of a part, and the CPU time of its comparison alone."""
    ids = {number: row["id"] for number, row in enumerate(scoring.documents(), 1)}
    with kept.read(scoring.folder / "documents.jsonl") as archive:
        known = names(archive, ids)
        rows = [_renamed(row, known) for row in (*claims(archive), *quotation_changes(archive))]
        pile = tuple(Texts(archive.connection).values())
        begun = time.process_time()
        derivations(pile)
    return Answer("dragoman", rows, time.process_time() - begun)


def _renamed(row: Measured, known: dict[str, str]) -> Measured:
    """Return a row with the benchmark's ids for the archive's."""
    if "quote_change" in row:
        return {"quote_change": _renamed(row["quote_change"], known)}
    if "hidden_source" in row:
        return {"hidden_source": [known[doc] for doc in row["hidden_source"]]}
    return {**row, "derived": known[row["derived"]], "origin": known[row["origin"]]}


def report(scoring: Scorer, kept: Kept, *, peers: bool) -> None:
    """Print the figures of one part, beside those of the peers where they are asked for."""
    answers = [ours(scoring, kept)]
    told = scoring.score(answers[0].rows)
    print(f"== {scoring.folder.name}")
    scoring.module.show(told)
    print("  ".join(f"{n} {v:.4g}" for n, v in PARTS[scoring.folder.name](told).items()))
    if peers:
        answers += [ask(peer, scoring.documents()) for peer in PEERS]
        print(table(scoring, answers))


def figures(parts: list[Scorer], kept: Kept) -> dict[str, float]:
    """Return the floors' figures, in percent or as counts."""
    found: dict[str, float] = {}
    for scoring in parts:
        found |= PARTS[scoring.folder.name](scoring.score(ours(scoring, kept).rows))
    return found


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("data", nargs="?", type=Path, default=corpus("lineage"))
    options.add_argument("--cache", type=Path, help="where the archives that were read are kept")
    options.add_argument("--recollate", action="store_true", help="collate kept archives again")
    options.add_argument("--peers", action="store_true", help="run the peers on the same texts")
    options.add_argument("--polnear", action="store_true", help="list derivations among real news")
    options.add_argument("--json", action="store_true", help="the floors' figures alone")
    asked = options.parse_args()
    program = scorer("lineage.py")
    if asked.data is None or program is None:
        print("The lineage benchmark is not here: set DRAGOMAN_SHARED.", file=sys.stderr)
        return 1
    parts = [load(program, asked.data / part) for part in PARTS if (asked.data / part).exists()]
    with tempfile.TemporaryDirectory() as folder:
        kept = Kept(asked.cache or Path(folder), asked.recollate)
        if asked.polnear:
            return listed(corpus("polnear"), kept)
        if asked.json:
            print(json.dumps(figures(parts, kept), sort_keys=True))
            return 0
        for scoring in parts:
            report(scoring, kept, peers=asked.peers)
    return 0


if __name__ == "__main__":
    sys.exit(main())
