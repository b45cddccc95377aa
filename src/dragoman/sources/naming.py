"""Unique names of the records inside one container."""

from __future__ import annotations

from collections import Counter


class Members:
    """Names records by their address, and tells those of one address apart."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def name(self, key: str) -> str:
        """Return `key#n`, `n` counting the records of that key from 1."""
        self._seen[key] += 1
        return f"{key}#{self._seen[key]}"
