"""The language of a text."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from dragoman.sources.imprint.page import Found, Part

if TYPE_CHECKING:
    from dragoman.sources.imprint.page import Page

SAMPLE = 2_000
# One line of a headline; names alone ("NATO") are recognised as anything.
FEWEST_LETTERS = 25
# Gap of the log-likelihoods of the two best languages, over the square root of the bytes: the
# scaling by which py3langid itself keeps certainty comparable across lengths.
SURE = 0.5
CODE_LENGTHS = (2, 3)


def language_of(page: Page) -> Found | None:
    """Return the language as an ISO 639 code: stated, or recognised in the running text.

    None where the text is too short to tell, or the recogniser unsure.
    """
    code = page.stated.get("language", "").replace("_", "-").split("-")[0].strip().casefold()
    if len(code) in CODE_LENGTHS and code.isalpha() and code != "und":
        return Found(code)
    sample = _sample(page)
    if sum(map(str.isalpha, sample)) < FEWEST_LETTERS:
        return None
    from py3langid import rank  # noqa: PLC0415 - loads a model of some megabytes

    (code, best), (_, second) = rank(sample)[:2]
    return Found(str(code)) if best - second >= SURE * sqrt(len(sample.encode())) else None


def _sample(page: Page) -> str:
    pieces: list[str] = []
    length = 0
    for parts in ((Part.BODY, Part.MARKED), (Part.TITLE, Part.DECK, Part.HEADING)):
        for block in page.of(*parts):
            pieces.append(block.words[: SAMPLE - length])
            length += len(pieces[-1]) + 1
            if length >= SAMPLE:
                return " ".join(pieces)
    return " ".join(pieces)
