"""Dragoman: the system that a pile of press coverage describes, every line with its receipt.

    import dragoman
    archive = dragoman.read("coverage/", into="nato.dragoman")
    for row in archive.statements: ...

Importing loads no parser: each name below is fetched when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from dragoman.version import __version__

if TYPE_CHECKING:
    from dragoman.archive.archive import Archive
    from dragoman.errors import DragomanError
    from dragoman.model import Document, Reading, Span, Statement
    from dragoman.run import open, read, read_text, statements  # noqa: A004 - dragoman.open is our word
    from dragoman.settings import Settings
    from dragoman.telling.comparison import compare

__all__ = [
    "Archive",
    "Document",
    "DragomanError",
    "Reading",
    "Settings",
    "Span",
    "Statement",
    "__version__",
    "compare",
    "open",
    "read",
    "read_text",
    "statements",
]

_HOMES = {
    "Archive": "dragoman.archive.archive",
    "Document": "dragoman.model",
    "DragomanError": "dragoman.errors",
    "Reading": "dragoman.model",
    "Settings": "dragoman.settings",
    "Span": "dragoman.model",
    "Statement": "dragoman.model",
    "compare": "dragoman.telling.comparison",
    "open": "dragoman.run",
    "read": "dragoman.run",
    "read_text": "dragoman.run",
    "statements": "dragoman.run",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any public name
    if name not in _HOMES:
        message = f"module 'dragoman' has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
