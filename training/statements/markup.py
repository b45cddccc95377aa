"""Our own labelled statements: how they are written down, read and checked.

    python training/statements/markup.py training/statements/own/*.txt

A file holds pieces of invented coverage. A line is a paragraph, a blank line ends a piece, a line
that opens with "= " is a headline and one that opens with "# " a remark. In a paragraph,

    {s1:The ministry} {c1n:denied} {k1:that ships had sailed}, and {s1:it} {c2d:urged} {k2:calm}.

marks the roles of numbered statements: s source, c cue, k content, a addressee, v venue, t when it
was made, m the medium that carried it. A part of several statements bears all their numbers
(`{s1,2:He}`), parts may stand inside others, and numbers are those of one piece. Letters after a
cue's number say what it does: w writing, t thought, i intent (speech otherwise); n its content is
denied, q asked, d demanded.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

OPENING = re.compile(r"\{([sckavtm])(\d{1,3}(?:,\d{1,3})*)([wtinqd]*):")
ROLES = {
    "s": "source",
    "c": "cue",
    "k": "content",
    "a": "addressee",
    "v": "venue",
    "t": "when",
    "m": "medium",
}
LETTERS = {"source", "cue"}


class MarkupError(ValueError):
    """A line of labelled coverage that cannot be read; says where and why."""


@dataclass(frozen=True, slots=True)
class Part:
    """One marked stretch: offsets in the piece's text, half-open; role; statement; letters."""

    start: int
    end: int
    role: str
    statement: int
    letters: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of coverage: its text, the starts of its headlines' lines, its marked parts."""

    text: str
    headlines: frozenset[int]
    parts: tuple[Part, ...]


def pieces(path: Path) -> Iterator[Piece]:
    """Yield a file's pieces.

    Raises:
        MarkupError: a brace that nothing closes or opens, or a statement without its content.
    """
    lines: list[tuple[int, str]] = []
    for number, line in enumerate([*path.read_text(encoding="utf-8").split("\n"), ""], 1):
        if line.strip() and not line.startswith("# "):
            lines.append((number, line.rstrip()))
        elif not line.strip() and lines:
            yield _piece(path, lines)
            lines = []


def _piece(path: Path, lines: list[tuple[int, str]]) -> Piece:
    text, parts, headlines = "", [], set()
    for number, line in lines:
        where = f"{path.name}, line {number}"
        text += "\n" if text else ""
        if line.startswith("= "):
            headlines.add(len(text))
        plain, found = _paragraph(line.removeprefix("= "), len(text), where)
        text += plain
        parts += found
    _whole(parts, f"{path.name}, line {lines[0][0]}")
    return Piece(text, frozenset(headlines), tuple(sorted(parts, key=_place)))


def _place(part: Part) -> tuple[int, int, int]:
    return part.start, -part.end, part.statement


def _paragraph(line: str, offset: int, where: str) -> tuple[str, list[Part]]:
    plain: list[str] = []
    place, length = 0, 0
    opened: list[tuple[int, re.Match[str]]] = []
    parts: list[Part] = []
    while place < len(line):
        sign = line[place]
        if sign == "{":
            match = OPENING.match(line, place)
            if match is None:
                raise MarkupError(f"{where}: no role after the brace: {line[place : place + 30]!r}")
            opened.append((offset + length, match))
            place = match.end()
            continue
        if sign == "}":
            if not opened:
                raise MarkupError(f"{where}: nothing to close: {line[: place + 1][-30:]!r}")
            parts += _parts(*opened.pop(), offset + length)
        else:
            plain.append(sign)
            length += 1
        place += 1
    if opened:
        raise MarkupError(f"{where}: not closed: {opened[-1][1].group()!r}")
    text = "".join(plain)
    for part in parts:
        cut = text[part.start - offset : part.end - offset]
        if not cut or cut != cut.strip():
            raise MarkupError(f"{where}: empty, or white space at its edge: {cut!r}")
    return text, parts


def _parts(start: int, match: re.Match[str], end: int) -> Iterator[Part]:
    role, numbers, letters = match.groups()
    for number in numbers.split(","):
        yield Part(start, end, ROLES[role], int(number), letters)


def _whole(parts: list[Part], where: str) -> None:
    for number in sorted({part.statement for part in parts}):
        roles = {part.role for part in parts if part.statement == number}
        if "content" not in roles or not roles & LETTERS:
            raise MarkupError(f"{where}: statement {number} has only {sorted(roles)}")


def main() -> int:
    """Check files; print their counts, or the first fault of each."""
    faults = 0
    for name in sys.argv[1:]:
        try:
            found = list(pieces(Path(name)))
        except MarkupError as error:
            print(error, file=sys.stderr)
            faults += 1
            continue
        statements = sum(len({part.statement for part in piece.parts}) for piece in found)
        paragraphs = sum(piece.text.count("\n") + 1 for piece in found)
        words = sum(len(piece.text.split()) for piece in found)
        print(
            f"{name}: {len(found)} pieces, {paragraphs} paragraphs,"
            f" {words} words, {statements} statements"
        )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
