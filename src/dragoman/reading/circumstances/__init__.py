"""Circumstances: to whom, where and when something was said, and what saying it does."""

from dragoman.reading.circumstances.add import add_circumstances

__all__ = ["add_circumstances"]
