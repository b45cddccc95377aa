"""Reading in worker processes of this machine."""

from __future__ import annotations

import multiprocessing
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING, Self

from dragoman.engines.engine import read_or_refuse
from dragoman.model import Code, Refusal
from dragoman.reading.parse import Parser

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future

    from dragoman.engines.engine import Work
    from dragoman.model import Document, Passage, Reading
    from dragoman.settings import Settings

_parser: Parser


def _begin(pipeline: str) -> None:
    """Load the pipeline once per process; leave Ctrl-C to the parent."""
    global _parser  # noqa: PLW0603 - the one way to keep it between tasks of a worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _parser = Parser(pipeline)


def _read(document: Document, passages: tuple[Passage, ...]) -> Reading | Refusal:
    return read_or_refuse(_parser, document, passages)


class Processes:
    """Reads in several processes; the order of the results is that of the work.

    When a process dies, what was under way is read again one by one, and the document that
    kills a process twice is refused.
    """

    def __init__(self, settings: Settings, workers: int) -> None:
        self._pipeline = settings.pipeline
        self._workers = workers
        self._pool = self._new_pool(workers)

    def read(self, work: Iterable[Work]) -> Iterator[Reading | Refusal]:
        """Yield a reading, or why there is none, for each piece of work."""
        tasks = list(work)
        futures = self._submit(tasks)
        for task, future in zip(tasks, futures, strict=True):
            try:
                yield future.result()
            except BrokenProcessPool:
                yield self._alone(task)

    def _submit(self, tasks: list[Work]) -> list[Future[Reading | Refusal]]:
        try:
            return [self._pool.submit(_read, *task) for task in tasks]
        except BrokenProcessPool:
            self._pool = self._new_pool(self._workers)
            return [self._pool.submit(_read, *task) for task in tasks]

    def _alone(self, task: Work) -> Reading | Refusal:
        with self._new_pool(1) as pool:
            try:
                return pool.submit(_read, *task).result()
            except BrokenProcessPool:
                return Refusal(Code.CRASH, "the process that read it died, twice")

    def _new_pool(self, workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            workers,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_begin,
            initargs=(self._pipeline,),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            for process in list(self._pool._processes.values()):  # noqa: SLF001 - no public way
                process.kill()
        self._pool.shutdown(wait=kind is None, cancel_futures=True)
