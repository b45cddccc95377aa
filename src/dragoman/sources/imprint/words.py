"""Small questions about words: how a line begins and ends, and its form for comparing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# What a line is compared by never needs more; longer lines are running text.
WINDOW = 300
STOPS = ".。…।"
CALLS = "!?！？؟"
CLOSERS = "\"'”’»›)]）】」』 \u00a0"
STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " "})
# Signs at a line's edges that are no part of its words: bullets, arrows, dots of continuation.
EDGES = " \t.,:;…!?>»<«|-–—―•·*#_/()[]▶►→↓▼✉\"'。：，、"
NOTE_MARKS = re.compile(r"(?:\[\d{1,3}\]){1,4}$")
INITIALS = re.compile(r"(?:^|\s)(?:[A-Z]\.){2,4}$")
INNER_STOP = re.compile(r"[.!?][\"'”’)]?\s+[\"'“‘(]?[^\W\d_a-z]")
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

LONG_ENOUGH = 60
WORDS_ENOUGH = 8
LONG_QUESTION = 150
LONG_UNENDED = 250
TITLE_WORD = 4
MOSTLY = 0.8


def folded(words: str) -> str:
    """Return the first `WINDOW` characters for comparing: no case, straight marks, bare edges."""
    line = " ".join(words[:WINDOW].translate(STRAIGHT).split())
    return line.strip(EDGES).casefold()


def last_sign(words: str) -> str:
    """Return the last sign of a line, looking through closing marks and note numbers."""
    end = words[-WINDOW:].rstrip(CLOSERS)
    end = NOTE_MARKS.sub("", words[-WINDOW:].rstrip()).rstrip(CLOSERS) or end
    return end[-1:]


def has_full_stop(words: str) -> bool:
    """Say whether a line ends with a full stop that is not an abbreviation's ("U.S.")."""
    if last_sign(words) not in STOPS or not words:
        return False
    return not INITIALS.search(words[-20:].rstrip(CLOSERS))


def size(words: str) -> int:
    """Return about how many words there are; two ideographs count as one."""
    wide = len(WIDE.findall(words[:WINDOW]))
    return len(words.split()) + wide // 2


def is_prose(words: str) -> bool:
    """Say whether a block reads like running text rather than like a heading or furniture."""
    if has_full_stop(words):
        return len(words) >= LONG_ENOUGH or size(words) >= WORDS_ENOUGH
    if last_sign(words) in CALLS:
        return len(words) > LONG_QUESTION
    return len(words) > LONG_UNENDED


def is_capitalised(word: str) -> bool:
    """Say whether the first letter of a word is a capital."""
    letters = word.lstrip("\"'“‘«(").removeprefix("al-").removeprefix("d'").removeprefix("O'")
    return letters[:1].isupper()


def title_cased(words: Sequence[str]) -> bool:
    """Say whether nearly all longer words begin with a capital, as in American headlines."""
    longer = [word for word in words if len(word) >= TITLE_WORD]
    capital = sum(map(is_capitalised, longer))
    return len(longer) > 1 and capital >= MOSTLY * len(longer)


def one_sentence(words: str) -> bool:
    """Say whether no sentence ends inside the line."""
    return INNER_STOP.search(words[:WINDOW]) is None
