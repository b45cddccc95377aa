"""Archives of a benchmark's documents, as a user would read them."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

import dragoman
from dragoman.archive.relatives import MARK
from dragoman.archive.writer import writing
from dragoman.collation.collate import collate
from dragoman.version import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from dragoman.archive.archive import Archive


@dataclass(frozen=True, slots=True)
class Kept:
    """Where archives are kept, and whether a kept one is collated again."""

    folder: Path
    recollate: bool = False

    def read(self, documents: Path) -> Archive:
        """Return the archive of a file of documents, read now unless it is kept.

        It is kept under the hash of the file and Dragoman's version: what only changed in the code
        of reading is not seen until the folder is emptied.
        """
        digest = sha256(documents.read_bytes()).hexdigest()[:12]
        path = self.folder / f"{documents.parent.name}-{digest}-{__version__}.dragoman"
        if not path.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            return dragoman.read(documents, into=path)
        if self.recollate:
            collate_again(path)
        return dragoman.open(path)


def collate_again(path: Path) -> None:
    """Derive once more what collation derives, as if documents had come."""
    with writing(path) as writer:
        writer.connection.execute("delete from about where key = ?", (MARK,))
        collate(writer)


def names(archive: Archive, ids: Mapping[int, str]) -> dict[str, str]:
    """Return the id in the benchmark's file by the document's slug; `ids` by number of the line."""
    rows = archive.connection.execute("select doc, path from documents").fetchall()
    return {doc: ids[int(path.rpartition("!")[2])] for doc, path in rows}
