"""From a pile of files to rows of evidence, batch by batch."""

from __future__ import annotations

import json
import logging
from collections import Counter
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from dragoman.errors import SpanError
from dragoman.model import Code, Draft, Input, Refusal, Verdict
from dragoman.slugs import free_slug, proposed_slug
from dragoman.sources.imprint import imprint

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.archive.writer import Writer
    from dragoman.engines.engine import Engine
    from dragoman.model import Document, Passage, Reading
    from dragoman.settings import Settings
    from dragoman.sources.read import Arrival

log = logging.getLogger(__name__)


class Watcher:
    """Who is told how far reading has come. This one keeps it to himself."""

    def begin(self, files: int) -> None:
        """Be told how many files there are."""

    def stage(self, name: str) -> None:
        """Be told what is being done now."""

    def file_done(self) -> None:
        """Be told that one more file is done."""

    def input_done(self, row: Input) -> None:
        """Be told how one input ended."""


@dataclass(slots=True)
class Batch:
    """What will be written together: documents still to be read, and inputs that have ended."""

    work: list[tuple[Document, tuple[Passage, ...]]] = field(default_factory=list)
    waiting: list[Input] = field(default_factory=list)
    ended: list[Input] = field(default_factory=list)
    containers: list[tuple[str, str, int]] = field(default_factory=list)

    @property
    def size(self) -> int:
        """Number of inputs in it."""
        return len(self.waiting) + len(self.ended)


class Intake:
    """Takes files in, one after the other, and writes a batch whenever it is full.

    What the archive knows already is passed over, so that the same call resumes a broken run.
    `tally` counts how inputs ended; `known` those passed over.
    """

    def __init__(
        self, writer: Writer, engine: Engine, settings: Settings, watcher: Watcher
    ) -> None:
        self._writer = writer
        self._engine = engine
        self._settings = settings
        self._watcher = watcher
        self._batch = Batch()
        self.tally: Counter[str] = Counter()
        self.known = 0

    def take(self, arrivals: Iterable[Arrival]) -> None:
        """Take all files in and write what is left in the last batch."""
        for arrival in arrivals:
            self._file(arrival)
            self._watcher.file_done()
        self._flush()

    def _file(self, arrival: Arrival) -> None:
        if self._knows(arrival):
            self.known += 1
            return
        records = 0
        for record in arrival.records():
            records += 1
            self._record(arrival, record)
            if self._batch.size >= self._settings.batch_documents:
                self._flush()
        if arrival.container:
            self._batch.containers.append((arrival.name, arrival.sha256, records))

    def _knows(self, arrival: Arrival) -> bool:
        if arrival.container:
            return self._writer.knows_container(arrival.name, arrival.sha256)
        return self._writer.knows_input(arrival.name, "", arrival.sha256)

    def _record(self, arrival: Arrival, record: Draft | Refusal) -> None:
        row = _ending(arrival, record)
        if arrival.container and self._writer.knows_input(row.path, row.member, row.sha256):
            self.known += 1
            return
        if isinstance(record, Refusal):
            self._end(row)
            return
        self._document(row, record)

    def _document(self, row: Input, draft: Draft) -> None:
        name = f"{row.path}!{row.member}" if row.member else row.path
        slug = proposed_slug(draft, row.path)
        known = imprint_or_refuse(draft, slug, name)
        if isinstance(known, Refusal):
            self._end(_refused(row, known))
            return
        document, passages = known
        twin = self._twin(document)
        if twin:
            self._end(_duplicate(row, twin))
        elif self._writer.was_deleted(document.sha256):
            reason = "a document of this very text was deleted from the archive"
            self._end(replace(row, verdict=Verdict.REFUSED, code=Code.DELETED, reason=reason))
        else:
            doc = free_slug(slug, document.sha256, self._taken)
            self._batch.work.append((replace(document, doc=doc), passages))
            self._batch.waiting.append(replace(row, doc=doc))

    def _twin(self, document: Document) -> str | None:
        """Return the document that this one repeats: same words, and same slug or same address."""
        here = [(d.doc, d.url) for d, _ in self._batch.work if d.sha256 == document.sha256]
        for doc, url in [*self._writer.twins(document.sha256), *here]:
            if doc == document.doc or (url and url == document.url):
                return doc
        return None

    def _taken(self, slug: str) -> bool:
        return self._writer.has_doc(slug) or any(d.doc == slug for d, _ in self._batch.work)

    def _end(self, row: Input) -> None:
        self._batch.ended.append(row)
        self.tally[row.verdict] += 1
        self._watcher.input_done(row)

    def _flush(self) -> None:
        batch = self._batch
        readings: list[Reading] = []
        for row, read in zip(batch.waiting, self._engine.read(batch.work), strict=True):
            if isinstance(read, Refusal):
                self._end(_refused(row, read))
            else:
                readings.append(read)
                self._end(row)
        self._writer.append(readings, batch.ended, batch.containers)
        self._batch = Batch()


def imprint_or_refuse(
    draft: Draft, slug: str, name: str
) -> tuple[Document, tuple[Passage, ...]] | Refusal:
    """Return what is known of a draft; a fault costs that document and is logged, never hidden."""
    try:
        return imprint(draft, slug, name)
    except SpanError as error:  # a plug-in marked passages that its text does not have
        reason = f"its format marks what is not there: {error.message}"
        return Refusal(Code.MALFORMED, reason)
    except Exception as error:
        log.exception("reading the imprint of %s failed", name)
        return Refusal(Code.CRASH, f"reading its imprint failed: {type(error).__name__}: {error}")


def _ending(arrival: Arrival, record: Draft | Refusal) -> Input:
    """Return how an input ends as far as its source tells."""
    row = Input(
        path=arrival.name,
        member=record.member,
        bytes=arrival.bytes,
        sha256=arrival.sha256,
        format=arrival.format,
        encoding="",
        verdict=Verdict.REFUSED,
        code=record.code,
        reason="",
        doc=None,
    )
    if isinstance(record, Refusal):
        return replace(row, reason=record.reason)
    verdict = Verdict.ACCEPTED if record.code is Code.OK else Verdict.PARTLY
    row = replace(row, encoding=record.encoding, verdict=verdict, reason=record.note)
    if not arrival.container:
        return row
    canonical = _canonical(record)
    return replace(row, bytes=len(canonical), sha256=sha256(canonical).hexdigest())


def _canonical(draft: Draft) -> bytes:
    """Return what tells a record from others: its text, and what its columns state."""
    told = [draft.text, dict(draft.stated), dict(draft.extra)]
    words = json.dumps(told, ensure_ascii=False, sort_keys=True, default=str)
    return words.encode("utf-8", "surrogatepass")


def _duplicate(row: Input, twin: str) -> Input:
    reason = f"the same words as {twin}, under the same name or address"
    return replace(row, verdict=Verdict.DUPLICATE, code=Code.SAME_DOCUMENT, reason=reason, doc=twin)


def _refused(row: Input, refusal: Refusal) -> Input:
    return replace(row, verdict=Verdict.REFUSED, code=refusal.code, reason=refusal.reason, doc=None)
