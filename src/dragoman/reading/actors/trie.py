"""Longest match of word sequences in linear time."""

from __future__ import annotations

from typing import Generic, TypeVar

Value = TypeVar("Value")
HYPHENS = frozenset("-‐‑")


class _Node(Generic[Value]):
    __slots__ = ("children", "value")

    def __init__(self) -> None:
        self.children: dict[str, _Node[Value]] = {}
        self.value: Value | None = None


class Trie(Generic[Value]):
    """Sequences of words, each with a value. Hyphens count as spaces on both sides."""

    def __init__(self) -> None:
        self._root: _Node[Value] = _Node()

    def add(self, words: list[str], value: Value) -> None:
        """Add a sequence; the first value given to it stays."""
        node = self._root
        for word in words:
            if word not in HYPHENS:
                node = node.children.setdefault(word, _Node())
        if node.value is None and node is not self._root:
            node.value = value

    def longest(self, words: list[str], at: int) -> tuple[int, Value] | None:
        """Return where the longest sequence that starts at `at` ends, and its value."""
        node, found = self._root, None
        for index in range(at, len(words)):
            child = node.children.get(words[index])
            if child is None:
                if words[index] in HYPHENS and node is not self._root:
                    continue
                break
            node = child
            if node.value is not None:
                found = (index + 1, node.value)
        return found
