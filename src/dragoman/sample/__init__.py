"""Sample coverage: an invented dispute over a river, with its known truth.

`articles/` holds the coverage in three formats. `truth.json` holds what is known of it because it
was written for the purpose: who copied whom, which quotations were altered, who denied what, and
on which figures the articles differ.
"""

from __future__ import annotations

from contextlib import contextmanager
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def articles() -> Iterator[Path]:
    """Give the folder of the articles for as long as the block lasts."""
    with as_file(files(__name__) / "articles") as folder:
        yield folder
