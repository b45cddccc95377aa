"""A file's documents, read at once: nothing is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.engines.engine import InProcess
from dragoman.errors import InputError
from dragoman.intake import imprint_or_refuse
from dragoman.model import Refusal
from dragoman.slugs import free_slug, proposed_slug
from dragoman.sources.opening import standard_input
from dragoman.sources.pile import STANDARD_INPUT, pile
from dragoman.sources.plain import draft_of
from dragoman.sources.read import arrivals, bearable, refusal_of
from dragoman.sources.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.model import Draft, Reading
    from dragoman.settings import Settings

    Named = tuple[str, Draft | Refusal]


def read_at_once(path: str, settings: Settings) -> Iterator[Reading | Refusal]:
    """Yield the documents of a file or folder, read; or why one of them could not be.

    "-" is standard input, taken as one plain text.

    Raises:
        UsageError: nothing stands there, or the pipeline is not installed.
    """
    reader, taken = InProcess(settings), set[str]()
    for name, record in _records(path, settings):
        if isinstance(record, Refusal):
            yield replace(record, reason=f"{name}: {record.reason}")
            continue
        known = imprint_or_refuse(record, proposed_slug(record, name), name)
        if isinstance(known, Refusal):
            yield replace(known, reason=f"{name}: {known.reason}")
            continue
        document, passages = known
        doc = free_slug(document.doc, document.sha256, taken.__contains__)
        taken.add(doc)
        yield from reader.read([(replace(document, doc=doc), passages)])


def _records(path: str, settings: Settings) -> Iterator[Named]:
    if path == STANDARD_INPUT:
        yield "standard-input", _from_standard_input(settings)
        return
    with Sandbox(settings) as sandbox:
        for arrival in arrivals(pile([path]), settings, sandbox):
            for record in arrival.records():
                yield arrival.name, record


def _from_standard_input(settings: Settings) -> Draft | Refusal:
    try:
        return bearable(draft_of(standard_input(settings)), settings)
    except InputError as error:
        return refusal_of(error)
