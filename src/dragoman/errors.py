"""Everything that Dragoman raises on purpose.

One base class; each situation is a constructor that says what happened, where, and what to do.
Codes are stable: documentation, scripts and support threads refer to them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class DragomanError(Exception):
    """Base of all errors raised on purpose.

    `code` is stable (`DRG-E101`), `message` says what happened and where, `hint` what to do.
    """

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(f"{message} {hint} [{code}]")
        self.code = code
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[type[DragomanError], tuple[str, str, str]]:
        return type(self), (self.code, self.message, self.hint)


class UsageError(DragomanError):
    """What was asked for cannot be meant."""

    @classmethod
    def nothing_to_read(cls, paths: Iterable[str]) -> Self:
        """No file stands where the user pointed."""
        asked = ", ".join(paths) or "nothing"
        return cls(
            "DRG-E101",
            f"No file to read in {asked}.",
            "Name files, folders, globs or '-' for JSON lines on standard input.",
        )

    @classmethod
    def unknown_format(cls, name: str, known: Iterable[str]) -> Self:
        """An export format that no exporter serves."""
        return cls("DRG-E102", f"No exporter is called {name!r}.", f"Known: {', '.join(known)}.")

    @classmethod
    def missing_extra(cls, needs: str, extra: str) -> Self:
        """An optional library is not installed."""
        return cls(
            "DRG-E103",
            f"{needs} is not installed.",
            f"Install it with: pip install 'dragoman[{extra}]'",
        )

    @classmethod
    def unknown_pipeline(cls, name: str) -> Self:
        """A spaCy pipeline that is not on this machine."""
        return cls(
            "DRG-E104",
            f"No spaCy pipeline called {name!r} is installed.",
            "Install it as a Python package; Dragoman never downloads one.",
        )

    @classmethod
    def output_is_input(cls, path: Path) -> Self:
        """An output would overwrite an archive."""
        return cls("DRG-E105", f"{path} is an archive.", "Choose another name for the output.")

    @classmethod
    def not_a_query(cls, reason: str) -> Self:
        """SQL that does more than read, or does not compile."""
        return cls(
            "DRG-E106",
            f"The query was refused: {reason}.",
            "One read-only SELECT over the tables of the archive is allowed.",
        )

    @classmethod
    def unknown_table(cls, name: str, known: Iterable[str]) -> Self:
        """A table that the contract, or the export format, does not have."""
        return cls("DRG-E107", f"No table is called {name!r}.", f"Known: {', '.join(known)}.")

    @classmethod
    def not_one_table(cls, asked: Iterable[str]) -> Self:
        """Standard output takes one table."""
        names = ", ".join(asked) or "all of them"
        return cls(
            "DRG-E108",
            f"Standard output takes one table; asked for: {names}.",
            "Name one with -t, or a folder with -o.",
        )

    @classmethod
    def not_printable(cls, form: str) -> Self:
        """A format that is no text."""
        return cls(
            "DRG-E109",
            f"The format {form!r} cannot be printed.",
            "Name a folder with -o, or choose jsonl or csv.",
        )

    @classmethod
    def unknown_actor(cls, actor: str) -> Self:
        """An actor that the archive does not hold."""
        return cls(
            "DRG-E110",
            f"The archive holds no actor {actor!r}.",
            "List them with: dragoman export ARCHIVE -t actors -f csv -o -",
        )

    @classmethod
    def not_annotated(cls, component: str) -> Self:
        """A spaCy document without what a component of ours builds on."""
        return cls(
            "DRG-E111",
            f"The document carries nothing of a {component}.",
            f"Put a trained {component} before 'dragoman_statements' in the pipeline.",
        )


class ArchiveError(DragomanError):
    """The archive file cannot serve."""

    @classmethod
    def missing(cls, path: Path) -> Self:
        """There is no such file."""
        return cls(
            "DRG-E201",
            f"There is no archive at {path}.",
            "Make one with: dragoman read PATH -o FILE",
        )

    @classmethod
    def foreign(cls, path: Path, why: str) -> Self:
        """The file is something else."""
        return cls(
            "DRG-E202",
            f"{path} is not a Dragoman archive ({why}).",
            "Point to a file made by read.",
        )

    @classmethod
    def other_version(cls, path: Path, found: int, known: int) -> Self:
        """The file follows another version of the schema."""
        advice = (
            "Install the newer Dragoman that wrote it."
            if found > known
            else "Read the coverage again into a new archive."
        )
        return cls(
            "DRG-E203", f"{path} has schema version {found}; this Dragoman reads {known}.", advice
        )

    @classmethod
    def locked(cls, path: Path, pid: int | None) -> Self:
        """Another process is writing."""
        holder = f"process {pid}" if pid else "another process"
        return cls(
            "DRG-E204",
            f"{path} is being written by {holder}.",
            "Wait until it ends; reading the archive meanwhile is fine.",
        )

    @classmethod
    def unwritable(cls, path: Path, why: str) -> Self:
        """The file system refuses."""
        return cls("DRG-E205", f"{path} cannot be written ({why}).", "Choose another place for it.")


class ReceiptError(DragomanError):
    """A receipt that cannot be cut."""

    @classmethod
    def malformed(cls, receipt: str) -> Self:
        """The words do not look like a receipt."""
        return cls(
            "DRG-E301",
            f"{receipt!r} is not a receipt.",
            "A receipt reads doc#start-end, for example 'dw_2023#812-930'.",
        )

    @classmethod
    def no_document(cls, doc: str) -> Self:
        """The archive holds no document of that name."""
        return cls(
            "DRG-E302",
            f"The archive holds no document {doc!r}.",
            "List them with: dragoman export ARCHIVE -t documents -f csv -o -",
        )

    @classmethod
    def deleted(cls, doc: str, when: str) -> Self:
        """The document was deleted."""
        return cls(
            "DRG-E303",
            f"Document {doc!r} was deleted on {when}.",
            "Its receipts no longer hold; the tombstone keeps its hash.",
        )

    @classmethod
    def outside(cls, receipt: str, chars: int) -> Self:
        """The span leaves the text."""
        return cls(
            "DRG-E304",
            f"{receipt!r} lies outside the document's {chars} characters.",
            "Offsets are code points, half-open, from 0.",
        )


class SpanError(DragomanError):
    """A span that is no span."""

    @classmethod
    def backwards(cls, start: int, end: int) -> Self:
        """Start and end do not enclose a character."""
        return cls("DRG-E401", f"[{start}, {end}) holds no character.", "Give 0 <= start < end.")

    @classmethod
    def inside_character(cls, offset: int) -> Self:
        """An offset that is no border between characters."""
        return cls(
            "DRG-E402",
            f"Offset {offset} is no border of a character.",
            "Give one from 0 to the text's length, in UTF-16 not inside a surrogate pair.",
        )


class OutputError(DragomanError):
    """A file that cannot be written."""

    @classmethod
    def unwritable(cls, path: Path, why: str) -> Self:
        """The file system refuses, or something else stands there."""
        return cls("DRG-E501", f"{path} cannot be written ({why}).", "Choose another place for it.")


class WeightsError(DragomanError):
    """The trained weights that come with the package are not to be used."""

    @classmethod
    def changed(cls, name: str) -> Self:
        """A file of the model is not the one that the package was built with."""
        return cls(
            "DRG-E601",
            f"dragoman/models/{name} is not the file that this package was built with.",
            "Install dragoman again.",
        )


class InputError(DragomanError):
    """An input, or a record of one, that yields no document.

    It never leaves `sources`, where it ends as a `Refusal`; its code is one of `model.Code`.
    """

    @classmethod
    def too_large(cls, what: str, limit: int) -> Self:
        """More bytes or characters than the settings allow."""
        return cls("TOO_LARGE", f"{what} is larger than {limit:,}.", "Raise the limit or split it.")

    @classmethod
    def inflates(cls, ratio: int, floor: int) -> Self:
        """Compressed data that grow out of proportion."""
        return cls(
            "RATIO",
            f"It inflates more than {ratio}:1 beyond {floor:,} bytes.",
            "Unpack it yourself if you trust it.",
        )

    @classmethod
    def truncated(cls, what: str) -> Self:
        """The end is missing."""
        return cls("TRUNCATED", f"{what} ends too early.", "Fetch the file again.")

    @classmethod
    def corrupt(cls, what: str) -> Self:
        """Bytes that contradict their own check."""
        return cls("CORRUPT", f"{what} is corrupt.", "Fetch the file again.")

    @classmethod
    def malformed(cls, why: str) -> Self:
        """The grammar of the format is broken."""
        return cls("MALFORMED", f"{why}.", "Correct the file.")

    @classmethod
    def too_deep(cls, what: str) -> Self:
        """Nested beyond what a parser bears."""
        return cls("DEPTH", f"{what} is nested too deep.", "Flatten the file.")

    @classmethod
    def no_text(cls, why: str) -> Self:
        """Nothing in it can be read as a text."""
        return cls("NO_TEXT", f"{why}.", "Rows need a column 'text'.")

    @classmethod
    def undecodable(cls) -> Self:
        """No encoding fits the bytes."""
        return cls("ENCODING", "No encoding fits the bytes.", "Save the file as UTF-8.")

    @classmethod
    def unsupported(cls, why: str) -> Self:
        """No source format reads such bytes."""
        return cls("UNSUPPORTED", f"{why}.", "Convert it to text, HTML, JSON, CSV or WARC.")

    @classmethod
    def unreadable(cls, why: str) -> Self:
        """The file system does not hand the bytes over."""
        return cls("UNREADABLE", f"{why}.", "Look at the path and its permissions.")
