"""Who holds which hash, as arrays of integers: twelve bytes a row, sorted in runs."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import numpy.typing as npt

    Integers = npt.NDArray[np.integer]

# Rows sorted at a time: what sorting needs beside the rows themselves stays small.
ROWS_IN_RUN = 1_000_000


class Rows(NamedTuple):
    """Rows in the order of their hashes, then of their holders."""

    hashes: Integers
    holders: Integers


class Holders:
    """Which members of a pile hold which signed 64-bit hashes.

    Members are numbered 0, 1, 2 ... in the order in which `add` is called.
    """

    def __init__(self) -> None:
        self._runs: list[Rows] = []
        self._hashes = array("q")
        self._sizes = array("q")
        self._members = 0

    def __len__(self) -> int:
        """Return the number of members."""
        return self._members

    def add(self, hashes: Iterable[int]) -> None:
        """Add the next member, with the hashes it holds, each once."""
        before = len(self._hashes)
        self._hashes.extend(hashes)
        self._sizes.append(len(self._hashes) - before)
        self._members += 1
        if len(self._hashes) >= ROWS_IN_RUN:
            self._close()

    def parts(self) -> Iterator[Rows]:
        """Yield all rows in order, in parts of about a run; no hash stands in two parts."""
        self._close()
        cuts = [[0, *np.searchsorted(run.hashes, self._edges()), None] for run in self._runs]
        for part in range(len(self._runs)):
            slices = [slice(at[part], at[part + 1]) for at in cuts]
            pieces = list(zip(self._runs, slices, strict=True))
            yield _sorted([Rows(run.hashes[cut], run.holders[cut]) for run, cut in pieces])

    def _edges(self) -> Integers:
        """Return the hashes that cut all there can be into as many parts as there are runs."""
        width = 2**64 // max(1, len(self._runs))
        return np.array([width * n - 2**63 for n in range(1, len(self._runs))], dtype=np.int64)

    def _close(self) -> None:
        if not self._sizes:
            return
        first = self._members - len(self._sizes)
        numbers = np.arange(first, self._members, dtype=np.int32)
        hashes = np.frombuffer(self._hashes, dtype=np.int64)
        self._runs.append(_sorted([Rows(hashes, np.repeat(numbers, self._sizes))]))
        self._hashes, self._sizes = array("q"), array("q")


def _sorted(parts: Sequence[Rows]) -> Rows:
    hashes = np.concatenate([part.hashes for part in parts])
    holders = np.concatenate([part.holders for part in parts])
    order = np.argsort(hashes, kind="stable")
    return Rows(hashes[order], holders[order])
