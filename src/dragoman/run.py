"""The public face's verbs: read a pile into an archive, open one, read one text."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.archive.archive import Archive
from dragoman.archive.writer import writing
from dragoman.collation.collate import collate
from dragoman.engines.engine import engine
from dragoman.errors import ArchiveError, UsageError
from dragoman.intake import Intake, Watcher
from dragoman.model import Draft, Verdict
from dragoman.model.told import told_statements
from dragoman.reading.encoder.weights import digest
from dragoman.reading.parse import Parser
from dragoman.reading.read import read_document
from dragoman.settings import Settings
from dragoman.sources.imprint import imprint
from dragoman.sources.pile import pile
from dragoman.sources.read import arrivals
from dragoman.sources.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dragoman.archive.writer import Writer
    from dragoman.model import Reading
    from dragoman.model.told import ToldStatement


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that was refused or read only in part."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """How a run ended: its inputs (the four add up), and what the archive holds now."""

    accepted: int
    partly: int
    refused: int
    duplicate: int
    known: int
    documents: int
    families: int
    statements: int
    speakers: int
    failures: tuple[Failure, ...]

    @property
    def inputs(self) -> int:
        """Number of inputs of this run, those known already aside."""
        return self.accepted + self.partly + self.refused + self.duplicate


def read(
    paths: str | Path | Iterable[str | Path],
    into: str | Path,
    settings: Settings | None = None,
) -> Archive:
    """Read files, folders, globs into the archive `into`, and return it open.

    The archive is made where there is none; where there is one, only what is new is read.

    Raises:
        UsageError: there is nothing to read, or the pipeline is not installed.
        ArchiveError: the archive cannot be written.
    """
    listed = [paths] if isinstance(paths, str | Path) else list(paths)
    read_into([str(path) for path in listed], Path(into), settings or Settings())
    return Archive(into)


def read_into(
    paths: list[str], into: Path, settings: Settings, watcher: Watcher | None = None
) -> Report:
    """Read a pile into an archive and report how every input ended."""
    watcher = watcher or Watcher()
    files = pile(paths)
    watcher.begin(len(files))
    models = _models(settings)
    with writing(into) as writer:
        writer.begin_run(settings.as_row(), models)
        with Sandbox(settings) as sandbox, engine(settings, len(files)) as reader:
            intake = Intake(writer, reader, settings, watcher)
            intake.take(arrivals(files, settings, sandbox))
        watcher.stage("comparing")
        collate(writer)
        writer.end_run({verdict: intake.tally[verdict] for verdict in sorted(intake.tally)})
        return _report(writer, intake)


def read_text(text: str, settings: Settings | None = None, **stated: str) -> Reading:
    """Read one text without an archive: its statements, actors, mentions and times.

    `stated` may give what is known of the document: `title`, `outlet`, `published`, `url` ...
    """
    draft = Draft(text=text, stated=stated)
    document, passages = imprint(draft, stated.get("doc", "text"), "")
    return read_document(Parser((settings or Settings()).pipeline), document, passages)


def statements(
    text: str, settings: Settings | None = None, **stated: str
) -> tuple[ToldStatement, ...]:
    """Return who says what in a text, in its order, without an archive.

    Offsets are code points, half-open, into the text in Unicode NFC. `stated`: as for `read_text`.

    Raises:
        UsageError: the pipeline is not installed.
    """
    return told_statements(read_text(text, settings, **stated))


def open(path: str | Path) -> Archive:  # noqa: A001 - dragoman.open is our word
    """Open an archive for reading.

    Raises:
        ArchiveError: it is missing, foreign, or of another schema version.
    """
    return Archive(path)


def delete(path: Path, doc: str, reason: str) -> None:
    """Delete a document from an archive, leave a tombstone, and collate what is left.

    Raises:
        ArchiveError: there is no archive, or it cannot be written.
        ReceiptError: it holds no such document.
    """
    if not path.exists():
        raise ArchiveError.missing(path)
    with writing(path) as writer:
        writer.delete(doc, reason)
        collate(writer)


def _models(settings: Settings) -> Mapping[str, str]:
    """Return the versions of what reads, for the archive's record of the run."""
    try:
        pipeline = version(settings.pipeline.replace("_", "-"))
    except PackageNotFoundError as error:
        raise UsageError.unknown_pipeline(settings.pipeline) from error
    return {
        "spacy": version("spacy"),
        settings.pipeline: pipeline,
        "onnxruntime": version("onnxruntime"),
        "encoder.onnx": digest(),
    }


def _report(writer: Writer, intake: Intake) -> Report:
    held = writer.holdings()
    tally = {verdict.value: intake.tally[verdict] for verdict in Verdict}
    failures = tuple(Failure(path, reason) for path, reason in writer.failures_of_run())
    return Report(**tally, known=intake.known, **held, failures=failures)
