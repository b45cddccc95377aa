"""Whether two English wordings go back to words in another language.

Who changes a quotation keeps its small words; two translators choose their own and keep the
telling ones. That alone proves nothing: a document has to say that it translates, or the speaker
has to hold an office where English is not spoken.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

from dragoman.collation.lineage.words import rarity
from dragoman.collation.utterances.saying import wording
from dragoman.knowledge import table

if TYPE_CHECKING:
    from dragoman.collation.utterances.saying import Saying

# Rarity below which a word is a small one: articles, prepositions, pronouns, auxiliaries.
SMALL = 400
LEAST_SMALL_WORDS = 4
# Share of the small words that two translations of one sentence have in common at most.
MOST_KEPT = 0.5
# Code points around source and content in which a document says that it translates.
NEAR = 120


def translated(a: Saying, b: Saying) -> bool:
    """Say whether two wordings look like two translations, and there is a reason to think so."""
    if not (foreign(a) or foreign(b)):
        return False
    first, second = _small_words(a), _small_words(b)
    shorter = min(len(first), len(second))
    kept = LCSseq.similarity(first, second)
    return shorter >= LEAST_SMALL_WORDS and kept < MOST_KEPT * shorter


@lru_cache(maxsize=4096)
def foreign(saying: Saying) -> bool:
    """Say whether there is a reason to think that words were spoken in another language."""
    if saying.country and saying.country not in _english():
        return True
    spans = (*saying.source, *saying.content)
    start, end = min(span.start for span in spans), saying.content[0].end
    around = saying.text[max(0, start - NEAR) : start] + saying.text[end : end + NEAR]
    told = " ".join(around.lower().split())
    return any(row["phrase"] in told for row in table("translation_phrases"))


def _small_words(saying: Saying) -> list[str]:
    return [word.form for word in wording(saying).words if rarity(word.stem) < SMALL]


@cache
def _english() -> frozenset[str]:
    return frozenset(row["iso3"] for row in table("english_spoken"))
