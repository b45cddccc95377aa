"""The door: commands, exit codes, and errors that say what to do."""

from __future__ import annotations

import json
import logging
import os
import signal
import sys
from typing import Annotated

import typer

from dragoman.cli.check import check
from dragoman.cli.delete import delete
from dragoman.cli.demo import demo
from dragoman.cli.dossier import dossier
from dragoman.cli.export import export
from dragoman.cli.lineage import lineage
from dragoman.cli.quotes import quotes
from dragoman.cli.read import read
from dragoman.cli.show import show
from dragoman.cli.statements import statements
from dragoman.errors import DragomanError, UsageError
from dragoman.version import __version__

COMMANDS = (read, dossier, lineage, quotes, statements, show, export, check, delete, demo)
KEPT = "what was read is kept. The same command goes on from there."
FAILED, WRONG_USAGE, INTERRUPTED, TERMINATED = 1, 2, 130, 143

# Plain help: the boxed one would spend a third of the start-up budget on loading its renderer.
app = typer.Typer(
    name="dragoman",
    help="The system that a pile of press coverage describes, every line with its receipt.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in COMMANDS:
    app.command()(command)


def _version(asked: bool) -> None:  # noqa: FBT001 - typer's callback
    if asked:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read a pile of press coverage and tell the system it describes."""


def main() -> None:
    """Run the command line and leave with its exit code."""
    logging.basicConfig(format="%(levelname)s %(name)s: %(message)s", level=logging.WARNING)
    signal.signal(signal.SIGTERM, _terminated)
    try:
        app()
    except DragomanError as error:
        _say(error)
        sys.exit(WRONG_USAGE if isinstance(error, UsageError) else FAILED)
    except KeyboardInterrupt:
        typer.echo(f"Interrupted; {KEPT}", err=True)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output left (| head); nothing is wrong on our side.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


def _terminated(*_: object) -> None:
    """Leave through every open block, so that locks are dropped and no process stays behind."""
    typer.echo(f"Terminated; {KEPT}", err=True)
    sys.exit(TERMINATED)


def _say(error: DragomanError) -> None:
    if "--json" in sys.argv:
        told = {"code": error.code, "message": error.message, "hint": error.hint}
        typer.echo(json.dumps({"error": told}, ensure_ascii=False, sort_keys=True))
    else:
        typer.echo(f"dragoman: {error}", err=True)
