"""Cut every receipt of an archive again, with Python's own libraries and nothing of Dragoman's.

python recut.py nato.dragoman
"""

import hashlib
import json
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

# Tables whose rows are receipts themselves: document, start, end. Then those with lists of spans.
PLACES = ("doc", "start", "end")
PLAIN = [(table, PLACES) for table in ("passages", "sentences", "mentions", "roles", "times")]
PLAIN += [(table, PLACES) for table in ("events", "tie_receipts", "positions", "framing")]
PLAIN += [("alignments", (side, f"{side}_start", f"{side}_end")) for side in ("derived", "origin")]
LISTS = [("statements", "source"), ("statements", "cue"), ("statements", "content")]
LISTS += [("events", "trigger")]


def receipts(archive: sqlite3.Connection) -> Iterator[tuple[str, str, int, int]]:
    """Yield the table, document, start and end of every receipt."""
    for table, columns in PLAIN:
        listed = ", ".join(f'"{column}"' for column in columns)
        for row in archive.execute(f"select {listed} from {table}"):
            yield table, *row
    for table, column in LISTS:
        for doc, spans in archive.execute(f"select doc, {column} from {table}"):
            for start, end in json.loads(spans):
                yield table, doc, start, end


def faults(archive: sqlite3.Connection) -> Iterator[str]:
    """Yield what does not hold: a text that was changed, a receipt that cuts no words."""
    texts, columns = {}, "doc, text, sha256, chars"
    for doc, text, digest, chars in archive.execute(f"select {columns} from documents"):
        texts[doc] = text
        if hashlib.sha256(text.encode()).hexdigest() != digest or len(text) != chars:
            yield f"documents {doc}: the text is not the one that was stored"
    count = 0
    for table, doc, start, end in receipts(archive):
        count += 1
        text = texts.get(doc, "")
        if not (0 <= start < end <= len(text) and text[start:end].strip()):
            yield f"{table} {doc}#{start}-{end}: cuts no words"
    sys.stderr.write(f"{count} receipts in {len(texts)} documents\n")


def main() -> int:
    """Print the faults; exit 0 only if there are none."""
    place = Path(sys.argv[1]).resolve(strict=True).as_uri()
    found = list(faults(sqlite3.connect(f"{place}?mode=ro", uri=True)))
    sys.stdout.writelines(f"{fault}\n" for fault in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
