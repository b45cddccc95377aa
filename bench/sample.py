"""What is known of the sample coverage, and how much of it is found.

python bench/sample.py [--json]
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import dragoman
from dragoman.sample import articles

if TYPE_CHECKING:
    from collections.abc import Iterable


def figures() -> dict[str, str]:
    truth = json.loads(files("dragoman.sample").joinpath("truth.json").read_text(encoding="utf-8"))
    with (
        tempfile.TemporaryDirectory() as folder,
        articles() as coverage,
        dragoman.read(coverage, Path(folder) / "sample.dragoman") as archive,
    ):
        return {
            **lineage(archive, truth),
            **denials(archive, truth),
            **quotations(archive, truth),
        }


def share(found: int, known: int) -> str:
    return f"{found} of {known}"


def lineage(archive: dragoman.Archive, truth: dict) -> dict[str, str]:
    known = {frozenset((row["derived"], row["origin"])) for row in truth["lineage"]}
    found = {frozenset((row["derived"], row["origin"])) for row in archive.lineage}
    families = {row["family"] for row in archive.families}
    edits = " ".join(
        f"{edit['from']} {edit['to']}".casefold()
        for row in archive.variants
        if row["in_quotation_marks"]
        for edit in row["edits"]
    )
    altered = [
        all(word.casefold() in edits for pair in row["edits"] for word in pair)
        for row in truth["altered_quotations"]
    ]
    return {
        "derivations": share(len(known & found), len(known)),
        "families": share(len(families), len(truth["families"])),
        "altered quotations": share(sum(altered), len(altered)),
    }


def denials(archive: dragoman.Archive, truth: dict) -> dict[str, str]:
    flagged = [row for row in archive.statements if row["denial"]]
    found = sum(any(touching(archive, flagged, known)) for known in truth["denials"])
    return {
        "denials": share(found, len(truth["denials"])),
        "statements flagged as denials": str(len(flagged)),
    }


def quotations(archive: dragoman.Archive, truth: dict) -> dict[str, str]:
    names = {row["actor"]: row["name"] for row in archive.actors}
    statements = list(archive.statements)
    known = [(speaker, row) for speaker, rows in truth["quotations"].items() for row in rows]
    hits = [(speaker, list(touching(archive, statements, row))) for speaker, row in known]
    right = sum(any(names.get(s["speaker"]) == speaker for s in found) for speaker, found in hits)
    return {
        "quotations": share(sum(bool(found) for _, found in hits), len(known)),
        "quotations with the right speaker": share(right, len(known)),
    }


def touching(archive: dragoman.Archive, statements: list[dict], known: dict) -> Iterable[dict]:
    query = "select instr(text, ?) - 1 as start from documents where doc = ?"
    start = archive.sql(query, (known["words"], known["doc"]))[0]["start"]
    end = start + len(known["words"])
    for row in statements:
        if row["doc"] == known["doc"] and any(start < b and a < end for a, b in row["content"]):
            yield row


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--json", action="store_true")
    found = figures()
    if options.parse_args().json:
        print(json.dumps(found, sort_keys=True))
    else:
        for name, value in found.items():
            print(f"{name:36}{value}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
