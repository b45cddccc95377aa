"""All pairs of a pile that are worth comparing, counted in arrays of integers."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dragoman.collation.lineage.candidates import LEADERS, LEAST_SHARED, MOST_HOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.collation.lineage.holders import Holders, Integers, Rows

# Links counted at a time: sorting them takes 16 bytes for each.
LINKS_AT_ONCE = 16_000_000


class _Groups(NamedTuple):
    """Members that hold one hash, group after group. sizes: of each group, two or more."""

    members: Integers
    sizes: Integers


def pairs(holders: Holders, least: int = LEAST_SHARED) -> Iterator[tuple[int, int]]:
    """Yield the pairs of members to compare, each and all in ascending order.

    least: hashes by which they have to be linked. A hash links its first `MOST_HOLDERS` members
    with each other and its first `LEADERS` with all.
    """
    parts = [_shared(rows) for rows in holders.parts()]
    if not parts:
        return
    groups = _Groups(*(np.concatenate(column) for column in zip(*parts, strict=True)))
    for low, high in pairwise(_edges(groups, len(holders))):
        codes = np.sort(np.concatenate([*_codes(groups, low, high, len(holders))]))
        begins = np.flatnonzero(np.diff(codes, prepend=-1))
        counts = np.diff(begins, append=len(codes))
        firsts, seconds = np.divmod(codes[begins[counts >= least]], len(holders))
        yield from zip(firsts.tolist(), seconds.tolist(), strict=True)


def _shared(rows: Rows) -> _Groups:
    """Leave out the hashes that one member holds alone."""
    begins = np.flatnonzero(np.diff(rows.hashes, prepend=rows.hashes[:1] ^ 1))
    sizes = np.diff(begins, append=len(rows.hashes))
    kept = np.repeat(sizes > 1, sizes)
    return _Groups(rows.holders[kept], sizes[sizes > 1])


def _edges(groups: _Groups, members: int) -> list[int]:
    """Cut the members into ranges so that the links from each can be counted at once."""
    held = np.minimum(groups.sizes, MOST_HOLDERS)
    links = int(np.sum(held * (held - 1) // 2 + LEADERS * (groups.sizes - held)))
    ranges = min(members, links // LINKS_AT_ONCE + 1)
    return [members * number // ranges for number in range(ranges + 1)]


def _codes(groups: _Groups, low: int, high: int, members: int) -> Iterator[Integers]:
    """Yield links from members of a range, each as first member * `members` + second."""
    for firsts, seconds in _links(groups):
        chosen = (low <= firsts) & (firsts < high)
        yield firsts[chosen].astype(np.int64) * members + seconds[chosen]


def _links(groups: _Groups) -> Iterator[tuple[Integers, Integers]]:
    members, sizes = groups
    starts = np.cumsum(sizes) - sizes
    capped = np.minimum(sizes, MOST_HOLDERS)
    for size in range(2, MOST_HOLDERS + 1):
        begins = starts[capped == size]
        for first, second in combinations(range(size), 2):
            yield members[begins + first], members[begins + second]
    yield from _led(members, starts[sizes > MOST_HOLDERS], sizes[sizes > MOST_HOLDERS])


def _led(
    members: Integers, starts: Integers, sizes: Integers
) -> Iterator[tuple[Integers, Integers]]:
    """Yield the links of leaders with those beyond the first holders."""
    beyond = sizes - MOST_HOLDERS
    within = np.arange(beyond.sum()) - np.repeat(np.cumsum(beyond) - beyond, beyond)
    others = members[np.repeat(starts + MOST_HOLDERS, beyond) + within]
    for leader in range(LEADERS):
        yield np.repeat(members[starts + leader], beyond), others
