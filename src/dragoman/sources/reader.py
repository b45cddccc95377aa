"""What a source format is, which there are, and which one reads an input."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, BinaryIO, Protocol

from dragoman.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from importlib.metadata import EntryPoint

    from dragoman.model import Draft, Refusal
    from dragoman.settings import Settings

GROUP = "dragoman.sources"
HEAD_BYTES = 4096
# Nearly anything looks like text, so it is asked last.
FALLBACK = "text"


@dataclass(frozen=True, slots=True)
class Part:
    """A record whose bytes another format reads: a page inside a WARC.

    format: that format's name. place: what makes the record's `member` unique.
    """

    data: bytes
    format: str
    place: str
    extra: Mapping[str, object] = field(default_factory=dict)


class SourceFormat(Protocol):
    """A way to read bytes. One class; register it under the entry point group `dragoman.sources`.

    name: unique. suffixes: of file names, lower case, with the dot.
    container: one input holds many documents, each with its own `member`.
    foreign: its parser is not to be trusted with hostile bytes, so it runs in the sandbox.
    """

    name: str
    suffixes: tuple[str, ...]
    container: bool
    foreign: bool

    def sniff(self, head: bytes, /) -> bool:
        """Say whether bytes that begin so look like this format."""
        ...

    def read(
        self, data: BinaryIO, name: str, settings: Settings, /
    ) -> Iterator[Draft | Refusal | Part]:
        """Yield what stands in `data`, read from its beginning.

        An `InputError` raised on the way refuses the rest of the input.
        """
        ...


@cache
def formats() -> tuple[SourceFormat, ...]:
    """Return all installed formats: users' own before ours, each kind by name."""
    found = sorted(entry_points(group=GROUP), key=_rank)
    return tuple(entry.load()() for entry in found)


def _rank(entry: EntryPoint) -> tuple[bool, bool, str, str]:
    ours = entry.value.startswith("dragoman.sources.")
    return ours, entry.name == FALLBACK, entry.name, entry.value


def format_named(name: str) -> SourceFormat:
    """Return the format called `name`.

    Raises:
        InputError: UNSUPPORTED, there is none.
    """
    for known in formats():
        if known.name == name:
            return known
    raise InputError.unsupported(f"No format is called {name!r}")


def choose(name: str, head: bytes, known: Sequence[SourceFormat] | None = None) -> SourceFormat:
    """Return the format for a file called `name` that begins with `head`.

    The longest fitting suffix decides; where several formats claim it, or none, the bytes do.

    Raises:
        InputError: UNSUPPORTED, no format fits.
    """
    known = formats() if known is None else known
    claimed = _claiming(name.lower(), known)
    fitting = [one for one in (claimed or known) if one.sniff(head)]
    if len(claimed) == 1 or (claimed and not fitting):
        return claimed[0]
    if fitting:
        return fitting[0]
    raise InputError.unsupported("No format reads such a file")


def _claiming(name: str, known: Sequence[SourceFormat]) -> list[SourceFormat]:
    def longest(one: SourceFormat) -> int:
        return max((len(suffix) for suffix in one.suffixes if name.endswith(suffix)), default=0)

    best = max((longest(one) for one in known), default=0)
    return [one for one in known if best and longest(one) == best]
