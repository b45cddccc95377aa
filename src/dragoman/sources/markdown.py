"""Markdown: the text as it is, with what its front matter and first heading state."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from dragoman.model import Passage, PassageKind, Span
from dragoman.sources.fields import tidy, told_apart
from dragoman.sources.limits import bounded
from dragoman.sources.plain import draft_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.model import Draft
    from dragoman.settings import Settings

FENCE = "---"
# Front matter stands on the first screen; a longer stretch between two rules is prose.
FRONT_MATTER_LINES = 200


class Markdown:
    """Markdown files, with or without front matter of `key: value` lines."""

    name = "markdown"
    suffixes = (".md", ".markdown")
    container = False
    foreign = False

    def sniff(self, _head: bytes) -> bool:
        """Say no: without its suffix, Markdown is read as plain text."""
        return False

    def read(self, data: BinaryIO, _name: str, settings: Settings) -> Iterator[Draft]:
        """Yield the text with its front matter marked as boilerplate."""
        draft = draft_of(bounded(data, settings.max_input_bytes, "The file"))
        lines = draft.text[: settings.max_chars].splitlines(keepends=True)
        matter = _front_matter(lines)
        stated, extra = told_apart(_pairs(lines[1 : matter - 1]))
        title = stated.get("title") or _heading(lines[matter:])
        end = sum(map(len, lines[:matter]))
        yield replace(
            draft,
            stated=tidy({**stated, "title": title}),
            extra=extra,
            marked=(Passage(Span(0, end), PassageKind.BOILERPLATE),) if end else (),
        )


def _front_matter(lines: list[str]) -> int:
    """Return how many lines the front matter takes, its fences included; 0 without one."""
    if not lines or lines[0].rstrip() != FENCE:
        return 0
    for number, line in enumerate(lines[1:FRONT_MATTER_LINES], start=2):
        if line.rstrip() == FENCE:
            return number
    return 0


def _pairs(lines: list[str]) -> dict[str, object]:
    pairs: dict[str, object] = {}
    for line in lines:
        key, colon, value = line.partition(":")
        if colon and key.strip() and not key[0].isspace():
            pairs.setdefault(key.strip(), value.strip().strip("\"'"))
    return pairs


def _heading(lines: list[str]) -> str:
    first = next((line for line in lines if line.strip()), "")
    return first[2:].strip().rstrip("#").strip() if first.startswith("# ") else ""
