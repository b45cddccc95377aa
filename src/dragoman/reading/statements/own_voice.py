"""Who speaks for himself is not told to have said something."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.reading.statements.found import Found
    from dragoman.reading.statements.rules.candidate import Candidate
    from dragoman.reading.statements.rules.quoted import Quoted

SPEAKER_AND_HEARER = frozenset({"i", "we", "me", "us", "my", "our", "you", "your", "let"})
# Inside a quotation these take up what the speaker himself says: "This shows that ...".
POINTING = SPEAKER_AND_HEARER | {"it", "this", "that", "which", "these", "what"}


def own_voice(found: Found | Candidate, quotes: Quoted, start: int) -> bool:
    """Say whether the author speaks for himself, or a speaker of himself in his own quotation.

    start: where the paragraph of its cue stands in what its offsets count from.
    """
    words = [quotes.syntax.text[a - start : b - start].lower() for a, b in found.source]
    if quotes.around(found.place[0] - start) is None:
        return any(word in SPEAKER_AND_HEARER for word in words)
    return not words or any(word in POINTING for word in words)
