"""What an exporter is. A plug-in is one class, named under the entry point group below."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from dragoman.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from importlib.metadata import EntryPoint
    from pathlib import Path
    from typing import TextIO

    from dragoman.archive.archive import Archive
    from dragoman.telling.export.folder import Folder

GROUP = "dragoman.exporters"
OURS = "dragoman"


@dataclass(frozen=True, slots=True)
class Options:
    """What a user may ask of an export.

    tables: names of the tables wanted, in any order; empty for all.
    spreadsheet_safe: keep cells from being run as formulas (formats that spreadsheets open).
    """

    tables: tuple[str, ...] = ()
    spreadsheet_safe: bool = False


class Exporter(Protocol):
    """Writes an archive in one format. Made without arguments.

    name: what users call it. suffix: of its files, without the dot.
    """

    name: str
    suffix: str

    def write(self, archive: Archive, folder: Folder, options: Options) -> list[Path]:
        """Write the files into the folder and return their paths.

        Raises:
            UsageError: the options ask for what the format does not have.
            OutputError: a file cannot be written.
        """


@runtime_checkable
class Printer(Protocol):
    """An exporter whose format is text, so that one table of it can be printed."""

    def print(self, archive: Archive, stream: TextIO, options: Options) -> None:
        """Write the one table of the options to a stream that does not translate line ends.

        Raises:
            UsageError: the format has no such table.
        """


def exporter(name: str) -> Exporter:
    """Return the exporter of that name.

    Raises:
        UsageError: none is installed.
    """
    known = _installed()
    if name not in known:
        raise UsageError.unknown_format(name, sorted(known))
    make = cast("Callable[[], Exporter]", known[name].load())
    return make()


def formats() -> tuple[str, ...]:
    """Return the names of all exporters that are installed, sorted."""
    return tuple(sorted(_installed()))


def _installed() -> dict[str, EntryPoint]:
    points = sorted(entry_points(group=GROUP), key=_ours_last)
    return {point.name: point for point in points}


def _ours_last(point: EntryPoint) -> tuple[bool, str]:
    # A plug-in may add a format; it may not quietly take the place of one of ours.
    return point.value.startswith(f"{OURS}."), point.value


def chosen_tables(options: Options, known: Sequence[str]) -> list[str]:
    """Return the tables asked for, in the order of `known`.

    Raises:
        UsageError: one is not known.
    """
    for name in options.tables:
        if name not in known:
            raise UsageError.unknown_table(name, known)
    return [name for name in known if name in options.tables or not options.tables]
