"""One writer at a time."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from dragoman.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def sole_writer(path: Path) -> Iterator[None]:
    """Hold the right to write the archive at `path`.

    The operating system drops the lock when its holder dies, so none is ever stale.

    Raises:
        ArchiveError: another process holds it, or the folder cannot be written.
    """
    lock = FileLock(path.with_name(f".{path.name}.lock"))
    holder = path.with_name(f".{path.name}.pid")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise ArchiveError.locked(path, _pid(holder)) from error
    except OSError as error:
        raise ArchiveError.unwritable(path, error.strerror or str(error)) from error
    try:
        _sign(holder, path)
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def _sign(holder: Path, path: Path) -> None:
    try:
        holder.write_text(str(os.getpid()), encoding="ascii")
    except OSError as error:
        raise ArchiveError.unwritable(path, error.strerror or str(error)) from error


def _pid(holder: Path) -> int | None:
    try:
        return int(holder.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None
