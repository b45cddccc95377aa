"""`dragoman read`: coverage goes in."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import AsJson, count, print_json
from dragoman.settings import Settings

if TYPE_CHECKING:
    from dragoman.run import Report

FAILURES_SHOWN = 10
DEFAULTS = Settings()


def read(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Files, folders, globs; '-' for JSON lines on stdin."),
    ],
    into: Annotated[Path, typer.Option("-o", "--output", help="The archive to write or add to.")],
    workers: Annotated[
        int, typer.Option("--workers", min=0, max=64, help="Processes; 0 decides by the pile.")
    ] = DEFAULTS.workers,
    pipeline: Annotated[
        str, typer.Option("--pipeline", help="An installed spaCy pipeline.")
    ] = DEFAULTS.pipeline,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit 1 if an input was refused or read only in part.")
    ] = False,
    as_json: AsJson = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing but errors.")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Name every input.")] = False,
) -> None:
    """Read documents into an archive; run again with more, and only the new is read.

    Example: dragoman read coverage/ extra.jsonl -o nato.dragoman
    """
    from dragoman.cli.progress import Progress
    from dragoman.run import read_into

    settings = Settings(workers=workers, pipeline=pipeline)
    with Progress(silent=quiet or as_json, verbose=verbose) as progress:
        report = read_into(paths, into, settings, progress)
    if as_json:
        print_json({**asdict(report), "archive": str(into)})
    elif not quiet:
        _tell(report, into)
    if strict and report.failures:
        raise typer.Exit(1)


def _tell(report: Report, into: Path) -> None:
    ends = f"{report.accepted} accepted, {report.partly} partly, {report.refused} refused, "
    ends += f"{report.duplicate} duplicate"
    known = f"; {report.known} known already" if report.known else ""
    typer.echo(f"Read {count(report.inputs, 'input')}: {ends}{known}.")
    typer.echo(
        f"{into} holds {count(report.documents, 'document')} in "
        f"{count(report.families, 'independent family')} and "
        f"{count(report.statements, 'statement')} by {count(report.speakers, 'speaker')}."
    )
    for failure in report.failures[:FAILURES_SHOWN]:
        typer.echo(f"  {failure.path}: {failure.reason}")
    if len(report.failures) > FAILURES_SHOWN:
        typer.echo(f"  ... {len(report.failures) - FAILURES_SHOWN} more in the table `failures`.")
