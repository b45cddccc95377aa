"""Progress on a terminal, silence in a pipe."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Self

import typer

from dragoman.intake import Watcher

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    from dragoman.model import Input


class Progress(Watcher):
    """Shows on standard error how far reading has come. Nothing is shown when it is no terminal."""

    def __init__(self, *, silent: bool, verbose: bool) -> None:
        self._shown = sys.stderr.isatty() and not silent
        self._verbose = verbose and not silent
        self._bar: Bar | None = None
        self._task: TaskID | None = None

    def begin(self, files: int) -> None:
        """Say how many files there are."""
        if not self._shown:
            return
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        self._bar = Bar(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._bar.start()
        self._task = self._bar.add_task("reading", total=files)

    def stage(self, name: str) -> None:
        """Say what is being done now."""
        if self._bar and self._task is not None:
            self._bar.update(self._task, description=name)

    def file_done(self) -> None:
        """Count one file."""
        if self._bar and self._task is not None:
            self._bar.advance(self._task)

    def input_done(self, row: Input) -> None:
        """Name an input and how it ended, when asked to name them all."""
        if self._verbose:
            name = f"{row.path}!{row.member}" if row.member else row.path
            typer.echo(f"{row.verdict:9} {row.code:10} {name}", err=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar:
            self._bar.stop()
