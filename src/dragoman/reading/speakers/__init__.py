"""Whose words a statement gives."""

from dragoman.reading.speakers.link import link_speakers

__all__ = ["link_speakers"]
