"""Where reading runs."""

from __future__ import annotations

import logging
import os
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from dragoman.model import Code, Refusal
from dragoman.reading.parse import Parser
from dragoman.reading.read import read_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dragoman.model import Document, Passage, Reading
    from dragoman.settings import Settings

    Work = tuple[Document, tuple[Passage, ...]]

log = logging.getLogger(__name__)

# A second process pays for loading its own pipeline (2 to 3 s) from about so many documents on.
DOCUMENTS_WORTH_PROCESSES = 500


class Engine(Protocol):
    """Reads documents, in the order given; one that cannot be read costs only itself."""

    def read(self, work: Iterable[Work]) -> Iterator[Reading | Refusal]:
        """Yield a reading, or why there is none, for each piece of work."""
        ...


class InProcess:
    """Reads here, one document after the other. The parser is loaded for the first of them."""

    def __init__(self, settings: Settings) -> None:
        self._pipeline = settings.pipeline

    @cached_property
    def _parser(self) -> Parser:
        return Parser(self._pipeline)

    def read(self, work: Iterable[Work]) -> Iterator[Reading | Refusal]:
        """Yield a reading, or why there is none, for each piece of work."""
        for document, passages in work:
            yield read_or_refuse(self._parser, document, passages)


def read_or_refuse(
    parser: Parser, document: Document, passages: tuple[Passage, ...]
) -> Reading | Refusal:
    """Read one document; a fault of ours costs that document and is logged, never hidden."""
    try:
        return read_document(parser, document, passages)
    except Exception as error:
        log.exception("reading %s failed", document.doc)
        return Refusal(Code.CRASH, f"reading failed: {type(error).__name__}: {error}"[:300])


@contextmanager
def engine(settings: Settings, documents: int) -> Iterator[Engine]:
    """Open the engine that suits the settings and a pile of about so many documents."""
    workers = settings.workers or (
        min(os.cpu_count() or 1, 8) if documents >= DOCUMENTS_WORTH_PROCESSES else 1
    )
    if workers == 1:
        yield InProcess(settings)
        return
    from dragoman.engines.processes import Processes  # noqa: PLC0415 - only who asks pays

    with Processes(settings, workers) as several:
        yield several
