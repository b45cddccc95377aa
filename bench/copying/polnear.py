"""Derivations found among real articles that nobody has labelled, for a person to judge."""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copying.claims import alignments, directed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from copying.archives import Kept
    from dragoman.archive.archive import Archive
    from dragoman.model import Alignment

FILES = ("train.jsonl.gz", "dev.jsonl.gz")
# Passages shown of each pair, and characters of each.
SHOWN, WIDTH = 2, 160


def listed(folder: Path | None, kept: Kept) -> int:
    """Print what is derived from what among the articles; return the exit status."""
    if folder is None:
        print("No articles: set DRAGOMAN_SHARED.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as place:
        documents = Path(place) / "polnear" / "documents.jsonl"
        documents.parent.mkdir()
        documents.write_text("".join(_rows(folder)), encoding="utf-8")
        with kept.read(documents) as archive:
            found = list(_found(archive))
            print("\n".join(found))
            print(f"{len(archive.documents)} documents, {len(found)} pairs")
    return 0


def _rows(folder: Path) -> Iterator[str]:
    for name in FILES:
        with gzip.open(folder / name, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                known = {"doc": row["doc"], "outlet": row["publisher"], "published": row["date"]}
                yield json.dumps(known | {"text": row["text"]}) + "\n"


def _found(archive: Archive) -> Iterator[str]:
    texts = dict(archive.connection.execute("select doc, text from documents").fetchall())
    aligned = alignments(archive)
    for row in sorted(archive.lineage, key=lambda row: -row["score"]):
        if row["origin"] is not None:
            yield _told(row, aligned[row["derived"], row["origin"]], texts)


def _told(row: Mapping[str, Any], aligned: list[Alignment], texts: Mapping[str, str]) -> str:
    derived, origin = texts[row["derived"]], texts[row["origin"]]
    largest = sorted(aligned, key=lambda one: -len(one.derived.cut(derived)))[:SHOWN]
    shown = [
        f"    {_cut(one.derived.cut(derived))}\n    {_cut(one.origin.cut(origin))}"
        for one in largest
    ]
    arrow = "from" if directed(row) else "with"
    head = f"{row['score']:.2f} {row['kind']:13} {row['derived']} {arrow} {row['origin']}"
    return "\n".join([f"{head} ({row['coverage']:.0%}): {row['source_note']}", *shown])


def _cut(words: str) -> str:
    return " ".join(words.split())[:WIDTH]
