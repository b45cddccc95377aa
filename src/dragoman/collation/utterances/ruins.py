"""Quotation marks and letters that a wrong encoding or careless typing destroyed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.knowledge import table

if TYPE_CHECKING:
    from dragoman.collation.utterances.part import Part
    from dragoman.collation.utterances.saying import Saying

# Code points before the first word of a content in which a destroyed mark may stand.
NEAR = 6
# Code points behind a word that may belong to its ruins.
LONGEST_RUIN = 6
QUESTION_MARK = "?"


def ruined_marks(saying: Saying) -> bool:
    """Say whether the remains of quotation marks hang on the first word of a statement.

    Remains: a sequence of the table, or a question mark that ends no word, which stands for a
    character that an old encoding did not have.
    """
    start, end = saying.whole.start, saying.whole.end
    first = next(
        (at for at in range(start, min(end, start + NEAR)) if saying.text[at].isalnum()), end
    )
    before = saying.text[max(0, first - NEAR) : first]
    hanging = f" {before}".rpartition(" ")[2]
    if hanging.endswith(QUESTION_MARK) and not hanging[-2:-1].isalnum():
        return True
    remains = (row["remains"] for row in table("ruined_marks"))
    return any(remain in hanging or saying.text.startswith(remain, first) for remain in remains)


def spelled_alike(gone: Part, come: Part) -> bool:
    """Say whether two runs of words are the same letters.

    Spaces, hyphens and apostrophes apart, and read again as UTF-8 where a program took UTF-8 for
    Windows-1252 ("donâ€™t").
    """
    return _letters(gone) == _letters(come)


def _letters(part: Part) -> str:
    """Return the letters and digits of the words, and of what hangs on the last of them."""
    if not part.words:
        return ""
    end = part.words[-1].end
    ruin = part.text[end : end + LONGEST_RUIN].split(maxsplit=1)
    hanging = ruin[0] if ruin and not part.text[end].isspace() else ""
    return "".join(
        letter for letter in _repaired(part.cut + hanging).casefold() if letter.isalnum()
    )


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
