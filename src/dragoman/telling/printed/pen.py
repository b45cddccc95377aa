"""How words that were changed are set apart in a line of text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.telling.passage import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dragoman.model import Edit

GAP = " … "


@dataclass(frozen=True, slots=True)
class Pen:
    """What stands before and after words that went, and words that came."""

    gone: tuple[str, str]
    come: tuple[str, str]

    def write(self, before: str, after: str) -> str:
        """Return words that went and words that came in their place; either may be none."""
        return _between(self.gone, before) + _between(self.come, after)


# As `wdiff` and `git diff --word-diff` mark them.
PLAIN = Pen(("[-", "-]"), ("{+", "+}"))
# Red and struck through, green and underlined: told apart without colours, too.
COLOURED = Pen(("\x1b[31;9m", "\x1b[0m"), ("\x1b[32;4m", "\x1b[0m"))


def _between(marks: tuple[str, str], words: str) -> str:
    return f"{marks[0]}{one_line(words)}{marks[1]}" if words.strip() else ""


def one_line(text: str) -> str:
    """Return the text on one line, with nothing in it that a terminal would obey."""
    return harmless(" ".join(text.split()))


def changed(passages: Sequence[tuple[int, str]], edits: Iterable[Edit], pen: Pen) -> str:
    """Return passages of one text on one line, the edits that led to them marked.

    passages: in order; where each begins, in code points into the text that the edits' `span`
    point into, and its words.
    """
    listed = sorted(edits, key=lambda edit: edit.span)
    found = []
    for number, (start, words) in enumerate(passages):
        past = passages[number - 1][0] + len(passages[number - 1][1]) if number else 0
        pieces = _pieces(start, words, past, listed, pen)
        found.append(" ".join("".join(pieces).split()))
    return GAP.join(found)


def _pieces(start: int, words: str, past: int, edits: Sequence[Edit], pen: Pen) -> Iterator[str]:
    """Yield a passage piece by piece. past: where the passage before it ends."""
    at = 0
    for edit in edits:
        first, last = max(edit.span[0] - start, at), min(edit.span[1] - start, len(words))
        if first > last or (first == last and edit.span[0] != edit.span[1]):
            continue
        yield harmless(words[at:first])
        # An edit may reach over several passages: what it took away is told in the first.
        gone = edit.before if edit.span[0] >= past else ""
        written = pen.write(gone, words[first:last])
        # Words that only went stand between two others, and there is one blank for both sides.
        if first == last and written:
            before, after = words[max(0, first - 1) : first], words[first : first + 1]
            written = " " * before.isalnum() + written + " " * after.isalnum()
        yield written
        at = last
    yield harmless(words[at:])
