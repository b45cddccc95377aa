"""Which files a pile is made of."""

from __future__ import annotations

import os
from dataclasses import dataclass
from glob import glob, has_magic
from typing import TYPE_CHECKING

from dragoman.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True, order=True)
class PileFile:
    """A file of a pile.

    name: what the archive calls it: its place below the folder that the user named, that folder's
    own name first ("coverage/may/dw.txt"). Where the folder stands is nobody's business.
    path: where it can be opened.
    """

    name: str
    path: str


def pile(paths: Sequence[str]) -> list[PileFile]:
    """Return the files that `paths` stand for, sorted by name, each once.

    A path is a file, a folder (read with its subfolders; hidden files and linked folders are
    passed over), a glob, or "-" for standard input. A path where nothing stands stays in the
    list, so that reading it is refused and the rest goes on.

    Raises:
        UsageError: nothing at all was found.
    """
    found: dict[str, str] = {}
    missing: dict[str, str] = {}
    for path in paths:
        here = {os.path.normpath(file): name for file, name in _standing(path)}
        for file, name in here.items():
            found[file] = min(found.get(file, name), name, key=_preference)
        if not here and not _is_folder(path):
            missing[path] = _name(path)
    if not found:
        raise UsageError.nothing_to_read(paths)
    return sorted(PileFile(name, file) for file, name in {**missing, **found}.items())


def _preference(name: str) -> tuple[int, str]:
    """Prefer the name that tells more of where a file stands."""
    return -len(name), name


def _name(path: str, below: str | None = None) -> str:
    """Return the name of a file, with the folder that was named, or else its own folder."""
    if path == STANDARD_INPUT:
        return path
    whole = os.path.abspath(path)  # noqa: PTH100 - pathlib raises on names with NUL
    folder = os.path.abspath(below) if below else os.path.dirname(whole)  # noqa: PTH100, PTH120
    inside = os.path.relpath(whole, folder)
    if folder in (os.path.expanduser("~"), os.path.dirname(folder)):  # noqa: PTH111, PTH120
        return inside
    return f"{os.path.basename(folder)}/{inside}".replace(os.sep, "/")  # noqa: PTH119


def _standing(path: str) -> Iterator[tuple[str, str]]:
    if path == STANDARD_INPUT:
        yield path, path
    elif _is_folder(path):
        yield from ((file, _name(file, path)) for file in _inside(path))
    elif _exists(path):
        yield path, _name(path)
    elif has_magic(path):
        for match in glob(path, recursive=True):  # noqa: PTH207 - the pattern may be absolute
            for file, _ in _standing(match):
                yield file, _name(file, _fixed_part(path))


def _fixed_part(pattern: str) -> str:
    """Return the folder of a glob: what stands before its first wildcard."""
    folder = os.path.dirname(pattern)  # noqa: PTH120
    while has_magic(folder):
        folder = os.path.dirname(folder)  # noqa: PTH120
    return folder or os.curdir


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
