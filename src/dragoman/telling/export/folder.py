"""The folder that an export fills: every file appears whole, or not at all."""

from __future__ import annotations

import os
import secrets
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, TextIO, cast

from dragoman.errors import OutputError, UsageError

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
        with _refusal(path):
            path.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def text(self, name: str) -> Iterator[TextIO]:
        """Open the file `name` for UTF-8 text; it appears when the block ends without error.

        Raises:
            OutputError: the file cannot be written.
            UsageError: it is the archive.
        """
        with self._appearing(name, "x", encoding="utf-8", newline="") as stream:
            yield cast("TextIO", stream)

    @contextmanager
    def bytes(self, name: str) -> Iterator[IO[bytes]]:
        """Open the file `name` for bytes; it appears when the block ends without error.

        Raises:
            OutputError: the file cannot be written.
            UsageError: it is the archive.
        """
        with self._appearing(name, "xb") as stream:
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

    @contextmanager
    def _appearing(self, name: str, mode: str, **how: str) -> Iterator[IO[Any]]:
        path = self.place(name)
        unfinished = path.with_name(f".{name}.{secrets.token_hex(4)}.part")
        with _refusal(path):
            try:
                with unfinished.open(mode, **how) as stream:  # type: ignore[call-overload]
                    yield stream
                    stream.flush()
                    os.fsync(stream.fileno())
                unfinished.replace(path)
            except BaseException:
                unfinished.unlink(missing_ok=True)
                raise


@contextmanager
def _refusal(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError.unwritable(path, error.strerror or str(error)) from error
