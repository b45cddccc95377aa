"""Others that find copied text, run on the same documents: rows for the scorer, and their cost.

Settings are those that were found usable on the development halves.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from copying.seriatim import passim

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Row = dict[str, Any]
# 3-grams, since 5-grams hide rewrites; an estimate has to be near the threshold of the index.
MINHASH = {"words": 3, "permutations": 256, "threshold": 0.1}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a peer found; `rows` None where it is not installed. seconds: of CPU time."""

    peer: str
    rows: Sequence[Row] | None
    seconds: float = 0.0


def ask(peer: str, documents: Sequence[Row]) -> Answer:
    """Run a peer. One that is not installed is no fault of the benchmark."""
    begun = time.process_time()
    try:
        rows, spent = PEERS[peer](documents)
    except ImportError:
        return Answer(peer, None)
    return Answer(peer, rows, spent + time.process_time() - begun)


def shingles(text: str) -> set[str]:
    """Return the runs of words of a text."""
    told = [word.strip(".,;:!?\"'“”‘’()") for word in text.lower().split()]
    size = int(MINHASH["words"])
    return {" ".join(told[at : at + size]) for at in range(max(1, len(told) - size + 1))}


def datasketch(documents: Sequence[Row]) -> tuple[Sequence[Row], float]:
    from datasketch import MinHash, MinHashLSH

    permutations, threshold = int(MINHASH["permutations"]), MINHASH["threshold"]
    hashes: dict[str, MinHash] = {}
    index = MinHashLSH(threshold=threshold, num_perm=permutations)
    for row in documents:
        hashes[row["id"]] = MinHash(num_perm=permutations)
        hashes[row["id"]].update_batch([one.encode() for one in sorted(shingles(row["text"]))])
        index.insert(row["id"], hashes[row["id"]])
    return list(_near(hashes, index.query)), 0.0


def rensa(documents: Sequence[Row]) -> tuple[Sequence[Row], float]:
    from rensa import RMinHash, RMinHashLSH

    permutations, threshold = int(MINHASH["permutations"]), MINHASH["threshold"]
    hashes: dict[str, RMinHash] = {}
    # Two rows in a band: of pairs with a likeness of 0.1, seven in ten meet.
    index = RMinHashLSH(threshold=threshold, num_perm=permutations, num_bands=permutations // 2)
    for number, row in enumerate(documents):
        hashes[row["id"]] = RMinHash(num_perm=permutations, seed=42)
        hashes[row["id"]].update(sorted(shingles(row["text"])))
        index.insert(number, hashes[row["id"]])
    names = [row["id"] for row in documents]
    return list(_near(hashes, lambda made: [names[at] for at in index.query(made)])), 0.0


def _near(hashes: dict[str, Any], query: Callable[[Any], Sequence[str]]) -> Iterator[Row]:
    """Yield pairs whose estimated likeness reaches the threshold."""
    for doc, made in sorted(hashes.items()):
        for other in sorted(query(made)):
            score = made.jaccard(hashes[other])
            if doc < other and score >= MINHASH["threshold"]:
                yield {"derived": other, "origin": doc, "score": score, "direction": "unknown"}


PEERS = {"datasketch": datasketch, "rensa": rensa, "passim": passim}
