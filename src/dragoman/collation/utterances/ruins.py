"""Quotation marks and letters that a wrong encoding or careless typing destroyed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.knowledge import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.collation.lineage.words import Word
    from dragoman.collation.utterances.saying import Saying

# Code points before and behind a content in which a destroyed mark may stand.
NEAR = 6
# Code points behind a word that may belong to its ruins.
LONGEST_RUIN = 6
QUESTION_MARK = "?"


def ruined_marks(saying: Saying) -> bool:
    """Say whether the remains of quotation marks stand where a statement without them begins.

    Remains: a sequence of the table, or a question mark before a letter, which stands for a
    character that an old encoding did not have.
    """
    start = saying.whole.start
    before = saying.text[max(0, start - NEAR) : start + NEAR]
    return any(row["remains"] in before for row in table("ruined_marks")) or _glued(before)


def _glued(cut: str) -> bool:
    return any(
        mark == QUESTION_MARK and following.isalpha() and not before.isalnum()
        for before, mark, following in zip(f" {cut}", cut, cut[1:], strict=False)
    )


def spelled_alike(text: str, before: Sequence[Word], other: str, after: Sequence[Word]) -> bool:
    """Say whether two runs of words are the same letters.

    Spaces, hyphens and apostrophes apart, and read again as UTF-8 where a program took UTF-8 for
    Windows-1252 ("donâ€™t").
    """
    return _letters(text, before) == _letters(other, after)


def _letters(text: str, words: Sequence[Word]) -> str:
    """Return the letters and digits of the words, and of what hangs on the last of them."""
    if not words:
        return ""
    end = words[-1].end
    ruin = text[end : end + LONGEST_RUIN].split(maxsplit=1)
    hanging = ruin[0] if ruin and not text[end : end + 1].isspace() else ""
    cut = _repaired(text[words[0].start : end] + hanging)
    return "".join(letter for letter in cut.casefold() if letter.isalnum())


def _repaired(cut: str) -> str:
    """Undo the reading of UTF-8 as Windows-1252; what was read rightly stays as it is."""
    try:
        return b"".join(map(_byte, cut)).decode()
    except UnicodeError:
        return cut


def _byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")
