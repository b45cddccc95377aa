"""The order in which a tree's nodes are told."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def children(
    names: Iterable[str], parents: Mapping[str, Sequence[str]]
) -> defaultdict[str, list[str]]:
    """Return the children of each node that has any, in the order of `names`."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        for parent in parents.get(name, ()):
            found[parent].append(name)
    return found


def parents_first(names: Sequence[str], parents: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Order nodes so that each follows its last parent, and subtrees stay together.

    Of a circle, which only a damaged archive has, the nodes come last.
    """
    below = children(names, parents)
    waiting = {name: len(parents.get(name, ())) for name in names}
    stack = [name for name in reversed(names) if not waiting[name]]
    placed: dict[str, None] = {}
    while stack:
        name = stack.pop()
        placed[name] = None
        for child in reversed(below[name]):
            waiting[child] -= 1
            if not waiting[child]:
                stack.append(child)
    return tuple(placed | dict.fromkeys(names))


def starts(names: Sequence[str], parents: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return nodes from which all others are reached: those without a parent.

    Of a circle, which only a damaged archive has, the first node.
    """
    below = children(names, parents)
    found = [name for name in names if not parents.get(name)]
    reached = _reached(found, below, set())
    for name in names:
        if name not in reached:
            found.append(name)
            reached = _reached([name], below, reached)
    return tuple(found)


def _reached(begin: Sequence[str], below: Mapping[str, list[str]], known: set[str]) -> set[str]:
    waiting = list(begin)
    while waiting:
        name = waiting.pop()
        if name not in known:
            known.add(name)
            waiting += below.get(name, ())
    return known
