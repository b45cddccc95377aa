"""A process of its own for parsers that are not to be trusted with hostile bytes.

The process that the user started never loads lxml or trafilatura. The worker is killed when an
input takes too long, and replaced when it is dead. What it answers is JSON, so that a worker
taken over by its input can send words and nothing else.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING, Self

from dragoman.errors import SpanError
from dragoman.model import Code, Refusal
from dragoman.sources.wire import LEAVING, draft_or_refusal, receive, send

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import TracebackType

    from dragoman.model import Draft
    from dragoman.settings import Settings

WORKER = "from dragoman.sources.worker import serve; serve()"
# The first start loads lxml and trafilatura: 0.4 s, more on a busy machine, and no input's fault.
START_SECONDS = 60.0
# JSON writes a character outside the first plane in 12 bytes.
BYTES_PER_CHAR = 16


class Sandbox:
    """One worker process, started when the first foreign input appears.

    Use it as a context manager: leaving it leaves no process behind.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None
        self._timed_out = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def read(self, form: str, path: str, data: bytes | None) -> Iterator[Draft | Refusal]:
        """Yield what the format called `form` finds in the file at `path`, or in `data`.

        An input that stalls, outgrows its memory or kills the worker ends with a refusal
        (TIMEOUT, MEMORY, CRASH). Abandoning the iterator ends the worker.
        """
        finished = False
        try:
            process = self._started()
            self._ask(process, {"format": form, "path": path, "has_data": data is not None}, data)
            while (answer := self._answer(process, self._settings.seconds_per_input)) is not None:
                yield answer
            finished = True
        except _DeadError:
            yield self._obituary()
        finally:
            if not finished:
                self.close()

    def close(self) -> None:
        """End the worker, if there is one."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                _quietly_close(pipe)
        process.wait()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.close()
        self._timed_out = False
        # Same modules as here; a session of its own, so that Ctrl-C reaches the parent alone.
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and words
            [sys.executable, "-P", "-c", WORKER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            start_new_session=True,
        )
        self._ask(self._process, self._settings.as_row(), None)
        self._answer(self._process, START_SECONDS)
        return self._process

    def _ask(
        self, process: subprocess.Popen[bytes], request: Mapping[str, object], data: bytes | None
    ) -> None:
        pieces = [json.dumps(request).encode()] + ([] if data is None else [data])
        with self._limit(process, self._settings.seconds_per_input):
            try:
                for piece in pieces:
                    send(process.stdin, piece)
            except OSError as error:
                raise _DeadError from error

    def _answer(self, process: subprocess.Popen[bytes], seconds: float) -> Draft | Refusal | None:
        """Return the worker's next record, None at the end of its answer."""
        with self._limit(process, seconds):
            words = receive(process.stdout, BYTES_PER_CHAR * self._settings.max_chars)
        if words is None:
            raise _DeadError
        answer = _understood(words)
        if isinstance(answer, str):
            if answer == LEAVING:
                self.close()
            return None
        return answer

    @contextmanager
    def _limit(self, process: subprocess.Popen[bytes], seconds: float) -> Iterator[None]:
        """Kill the process when the block takes longer, so that its pipes end."""
        timer = threading.Timer(seconds, self._kill, (process,))
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _kill(self, process: subprocess.Popen[bytes]) -> None:
        self._timed_out = True
        process.kill()

    def _obituary(self) -> Refusal:
        if self._timed_out:
            seconds = self._settings.seconds_per_input
            return Refusal(Code.TIMEOUT, f"reading it took longer than {seconds:g} seconds")
        return Refusal(Code.CRASH, "the process that read it died")


class _DeadError(Exception):
    """The worker is no more."""


def _understood(words: bytes) -> Draft | Refusal | str:
    """Return the record in an answer, or how the answer ends.

    Raises:
        _DeadError: it makes no sense, so the worker is no longer ours.
    """
    try:
        answer = json.loads(words)
        return str(answer["end"]) if "end" in answer else draft_or_refusal(answer)
    except (ValueError, KeyError, TypeError, AttributeError, SpanError) as error:
        raise _DeadError from error


def _quietly_close(pipe: IO[bytes]) -> None:
    with suppress(OSError):
        pipe.close()
