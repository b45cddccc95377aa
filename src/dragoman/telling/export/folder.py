"""The folder that an export fills: every file appears whole, or not at all."""

from __future__ import annotations

from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, TextIO, cast

from dragoman.errors import OutputError, UsageError
from dragoman.telling.appearing import appearing, unwritable_if_refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FORBIDDEN_IN_NAMES = ("/", "\\", "\0", ":")


class Folder:
    """A folder to write into. Nothing outside it is touched, and never the archive itself.

    path: the folder; made where there is none. archive: the file that must not be overwritten.
    """

    def __init__(self, path: Path, archive: Path) -> None:
        self.path = path
        self._archive = archive
        with unwritable_if_refused(path):
            path.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def text(self, name: str) -> Iterator[TextIO]:
        """Open the file `name` for UTF-8 text; it appears when the block ends without error.

        Raises:
            OutputError: the file cannot be written.
            UsageError: it is the archive.
        """
        with appearing(self.place(name), "x", encoding="utf-8", newline="") as stream:
            yield cast("TextIO", stream)

    @contextmanager
    def bytes(self, name: str) -> Iterator[IO[bytes]]:
        """Open the file `name` for bytes; it appears when the block ends without error.

        Raises:
            OutputError: the file cannot be written.
            UsageError: it is the archive.
        """
        with appearing(self.place(name), "xb") as stream:
            yield stream

    def place(self, name: str) -> Path:
        """Return the path of the file `name` in the folder.

        Raises:
            OutputError: the name would lead elsewhere.
            UsageError: it is the archive.
        """
        path = self.path / name
        if name in ("", ".", "..") or any(mark in name for mark in FORBIDDEN_IN_NAMES):
            raise OutputError.unwritable(path, "the name leads out of the folder")
        if path.exists() and path.samefile(self._archive):
            raise UsageError.output_is_input(path)
        return path
