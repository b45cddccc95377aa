"""Which files a pile is made of."""

from __future__ import annotations

import os
from glob import glob, has_magic
from typing import TYPE_CHECKING

from dragoman.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STANDARD_INPUT = "-"


def pile(paths: Sequence[str]) -> list[str]:
    """Return the files that `paths` stand for, sorted, each once.

    A path is a file, a folder (read with its subfolders; hidden files and linked folders are
    passed over), a glob, or "-" for standard input. A path where nothing stands stays in the
    list, so that reading it is refused and the rest goes on.

    Raises:
        UsageError: nothing at all was found.
    """
    found: set[str] = set()
    missing: set[str] = set()
    for path in paths:
        here = {os.path.normpath(name) for name in _standing(path)}
        found |= here
        if not here and not _is_folder(path):
            missing.add(path)
    if not found:
        raise UsageError.nothing_to_read(paths)
    return sorted(found | missing)


def _standing(path: str) -> Iterator[str]:
    if path == STANDARD_INPUT:
        yield path
    elif _is_folder(path):
        yield from _inside(path)
    elif _exists(path):
        yield path
    elif has_magic(path):
        for match in glob(path, recursive=True):  # noqa: PTH207 - the pattern may be absolute
            yield from _standing(match)


def _inside(folder: str) -> Iterator[str]:
    unreadable: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=unreadable.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if not name.startswith("."):
                yield os.path.join(place, name)  # noqa: PTH118 - names may be no valid text
    for error in unreadable:
        yield str(error.filename)


def _is_folder(path: str) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - pathlib raises on names with NUL


def _exists(path: str) -> bool:
    return os.path.lexists(path)
