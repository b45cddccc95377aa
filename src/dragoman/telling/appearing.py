"""Files that appear whole, or not at all."""

from __future__ import annotations

import os
import secrets
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

from dragoman.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def appearing(path: Path, mode: str, **how: str) -> Iterator[IO[Any]]:
    """Open a file under another name beside `path`; it takes its place when the block ends well.

    mode, how: as for `open`; the mode creates ("x", "xb").

    Raises:
        OutputError: the file cannot be written.
    """
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    with unwritable_if_refused(path):
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
def unwritable_if_refused(path: Path) -> Iterator[None]:
    """Turn what the file system refuses into an `OutputError` about `path`."""
    try:
        yield
    except OSError as error:
        raise OutputError.unwritable(path, error.strerror or str(error)) from error
