"""The other side of the sandbox: reads foreign formats, one input after the other."""

from __future__ import annotations

import json
import os
import signal
import sys
from typing import IO, TYPE_CHECKING

from dragoman.errors import InputError
from dragoman.model import Code, Draft, Refusal
from dragoman.settings import Settings
from dragoman.sources.read import bearable, read_here, refusal_of
from dragoman.sources.reader import format_named
from dragoman.sources.wire import DONE, LEAVING, as_answer, receive, send

if TYPE_CHECKING:
    from collections.abc import Iterator

REQUEST_BYTES = 1 << 20
# Of processor time, beyond what the parent allows of wall time: ends a worker that is stuck
# in C after its parent was killed.
SPARE_SECONDS = 60


def serve() -> None:
    """Answer requests on standard input until it ends. Runs in a process of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    asked, answers = sys.stdin.buffer, _only_ours()
    first = receive(asked, REQUEST_BYTES)
    if first is None:
        return
    settings = Settings(**json.loads(first))
    _limit_memory(settings.megabytes_per_input)
    _send(answers, {"end": DONE})
    while (request := receive(asked, REQUEST_BYTES)) is not None:
        _limit_time(settings.seconds_per_input)
        if not _answer(json.loads(request), asked, answers, settings):
            return


def _only_ours() -> IO[bytes]:
    """Return standard output, and leave to whoever else prints one that leads nowhere."""
    ours = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return ours


def _answer(
    request: dict[str, object], asked: IO[bytes], answers: IO[bytes], settings: Settings
) -> bool:
    """Answer one request; False if this process had better end."""
    data = receive(asked, settings.max_input_bytes) if request["has_data"] else None
    try:
        for record in _records(request, data, settings):
            _send(answers, as_answer(record))
    except MemoryError:
        limit = settings.megabytes_per_input
        refusal = Refusal(Code.MEMORY, f"reading it took more than {limit} megabytes")
        _send(answers, as_answer(refusal))
        _send(answers, {"end": LEAVING})
        return False
    _send(answers, {"end": DONE})
    return True


def _records(
    request: dict[str, object], data: bytes | None, settings: Settings
) -> Iterator[Draft | Refusal]:
    try:
        known = format_named(str(request["format"]))
    except InputError as error:
        yield refusal_of(error)
        return
    for record in read_here(known, str(request["path"]), data, settings):
        if isinstance(record, Draft | Refusal):
            yield bearable(record, settings)


def _send(answers: IO[bytes], answer: dict[str, object]) -> None:
    send(answers, json.dumps(answer, default=str).encode())


def _limit_memory(megabytes: int) -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - POSIX alone

    size = megabytes << 20
    resource.setrlimit(resource.RLIMIT_AS, (size, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _limit_time(seconds: float) -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - POSIX alone

    used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    limit = int(used + seconds) + SPARE_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.getrlimit(resource.RLIMIT_CPU)[1]))
