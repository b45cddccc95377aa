"""What stands between the paragraphs of the running text: headings, captions, pull quotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.sources.imprint.page import Part
from dragoman.sources.imprint.words import (
    CALLS,
    STOPS,
    STRAIGHT,
    folded,
    is_capitalised,
    is_prose,
    last_sign,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.sources.imprint.blocks import Block

LONGEST_HEADING = 120
LONGEST_CAPTION = 260
NAME_WORDS = 8
CAPTION_WORDS = 3
# Four words in a row by chance are frequent only in very short lines; half of them never.
LEAST_REPEATED = 3
REPEATED_SHARE = 0.5
MARKS = ".,:;!?()[]\"'«»…"
OPENERS = "\"“„«'‘-–—•*"
Run = tuple[str, str, str, str]
CREDIT = re.compile(
    r"\((?:file |ap |afp |reuters |epa |getty )?(?:photo|image|picture|foto)s?\b[^()]{0,120}\)$"
    r"|(?:photo|image|picture|foto|credit)s?(?: by| credit| courtesy)?: ?\S.{0,120}$"
    r"|\s?/\s?(?:ap|afp|reuters|epa|getty images|getty|tass|xinhua)(?: photo)?\.?$",
    re.IGNORECASE,
)


def between(blocks: Sequence[Block], parts: list[Part | None], first: int, last: int) -> None:
    """Tell headings and captions from body in blocks `first` to `last`; `parts` is filled in."""
    inner = [n for n in range(first, min(last + 1, len(blocks))) if parts[n] is None]
    runs = _repeated_runs([blocks[n].words for n in inner])
    following = ""
    for number in reversed(inner):
        words = blocks[number].words
        parts[number] = Part.BODY if is_prose(words) else _inner(words, following, runs)
        following = words


def _inner(words: str, following: str, runs: frozenset[Run]) -> Part:
    if _is_caption(words, following) or _is_repeated(words, runs):
        return Part.CAPTION
    ended = last_sign(words) in STOPS or words.endswith((":", ",", ";"))
    asked = ": " in words and last_sign(words) in CALLS
    spoken = words[0] in OPENERS or words[0].islower() or asked
    return Part.BODY if ended or spoken or len(words) > LONGEST_HEADING else Part.HEADING


def _is_caption(words: str, following: str) -> bool:
    if len(words) > LONGEST_CAPTION:
        return False
    if CREDIT.search(words):
        return True
    named = folded(words)
    if " " in named and folded(following).startswith(f"{named}:"):
        return True
    name, _, rest = words.partition(": ")
    told = len(rest.split()) >= CAPTION_WORDS and last_sign(words) not in STOPS + CALLS
    parts = name.split()
    return told and 1 < len(parts) <= NAME_WORDS and all(map(is_capitalised, parts))


def _is_repeated(words: str, runs: frozenset[Run]) -> bool:
    """Say whether a line repeats words of the body, as pull quotes do."""
    own = list(_runs(words))
    if len(own) < LEAST_REPEATED:
        return False
    return sum(run in runs for run in own) >= REPEATED_SHARE * len(own)


def _repeated_runs(paragraphs: Sequence[str]) -> frozenset[Run]:
    """Return the runs of words that lines share with paragraphs of prose."""
    lines = {run for words in paragraphs if not is_prose(words) for run in _runs(words)}
    prose = (run for words in paragraphs if is_prose(words) for run in _runs(words))
    return frozenset(run for run in prose if run in lines) if lines else frozenset()


def _runs(words: str) -> Iterator[Run]:
    """Yield every four words in a row."""
    plain = [word.strip(MARKS) for word in words.translate(STRAIGHT).casefold().split()]
    return zip(plain, plain[1:], plain[2:], plain[3:], strict=False)
