"""Dragoman: the system that a pile of coverage describes, every line with its receipt."""

from dragoman.version import __version__

__all__ = ["__version__"]
