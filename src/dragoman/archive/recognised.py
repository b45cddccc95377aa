"""Files told apart before they are opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.errors import ArchiveError

if TYPE_CHECKING:
    from pathlib import Path

SQLITE_HEADER = b"SQLite format 3\0"


def is_archive(path: Path) -> bool:
    """Say whether a file is an SQLite database, as every archive is.

    Raises:
        ArchiveError: it cannot be looked into.
    """
    try:
        with path.open("rb") as stream:
            return stream.read(len(SQLITE_HEADER)) == SQLITE_HEADER
    except OSError as error:
        raise ArchiveError.foreign(path, error.strerror or str(error)) from error
