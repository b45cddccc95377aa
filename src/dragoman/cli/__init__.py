"""The command line: one thin command per verb."""

from dragoman.cli.main import app, main

__all__ = ["app", "main"]
