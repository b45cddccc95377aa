"""Things that are linked, directly or through others, gathered (union-find)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def joined(names: Iterable[str], links: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Return the groups into which links join names, members and groups in alphabetical order.

    A link to what is no name joins nothing. The order of names and links makes no difference.
    """
    parent = {name: name for name in sorted(names)}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for first, second in links:
        if first in parent and second in parent:
            parent[root(first)] = root(second)
    groups: dict[str, list[str]] = {}
    for name in parent:
        groups.setdefault(root(name), []).append(name)
    return list(groups.values())
