"""Where or on what occasion it was said, and what carried it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.reading.circumstances.lexicon import before, receivers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.reading.circumstances.clause import Clause
    from dragoman.reading.circumstances.moments import Tokens
    from dragoman.reading.circumstances.phrases import Phrase

OCCASIONS = frozenset({"occasion", "speech", "document", "line"})
CARRIERS = frozenset({"outlet", "carrier"})
# Kinds of phrases that a preposition of the kind "named" leads to.
NAMED = OCCASIONS | {"place", "carrier", "name"}
# Prepositions that lead to what carried the words.
CARRIED = frozenset({"in", "on", "by", "via", "through", "to", "with", "for", "over", "of", "from"})
# Those that must follow a noun or participle of speech: "an interview with", "carried by".
INNER = frozenset({"to", "with", "for", "of", "from"})


def venue_of(clause: Clause, phrases: Sequence[Phrase], addressee: Tokens | None) -> Tokens | None:
    """Return the tokens of the phrase that tells where or on what occasion, preposition included.

    What is written or broadcast is such a phrase too: "in a letter", "in a post on X". Occasions go
    before places, and what stands nearer to the cue before what stands farther.
    """
    taken = range(addressee[0], addressee[1] + 1) if addressee else range(0)
    found = [
        phrase
        for phrase in phrases
        if phrase.preposition not in taken and _is_venue(clause, phrase) and hangs(clause, phrase)
    ]
    best = min(found, key=lambda p: (_rank(p), _distance(clause, p)), default=None)
    return (best.preposition, _with_place(best, phrases)) if best else None


def medium_of(clause: Clause, phrases: Sequence[Phrase]) -> Phrase | None:
    """Return the phrase of the outlet, platform or channel that carried the words."""
    found = [phrase for phrase in phrases if _carries(clause, phrase) and hangs(clause, phrase)]
    return min(found, key=lambda p: _distance(clause, p), default=None)


def hangs(clause: Clause, phrase: Phrase) -> bool:
    """Say whether a phrase belongs to the cue: by the parse, or by standing right beside it."""
    beside = phrase.preposition - 1 == clause.cue[-1]
    return beside or clause.hangs(phrase.preposition)


def _is_venue(clause: Clause, phrase: Phrase) -> bool:
    wanted = before().get(clause.syntax.words[phrase.preposition])
    if wanted is None or phrase.kind in {"manner", "outlet"}:
        return False
    if wanted == "line":
        return phrase.kind == "line"
    head = clause.syntax.heads[phrase.preposition]
    speaking = clause.syntax.tags[head] == "VBG" and clause.syntax.words[head] in receivers()
    if wanted == "any" or speaking:
        return True
    return phrase.kind in (NAMED if wanted == "named" else OCCASIONS | {"place", "carrier"})


def _carries(clause: Clause, phrase: Phrase) -> bool:
    syntax, word = clause.syntax, clause.syntax.words[phrase.preposition]
    if word not in CARRIED or phrase.kind not in CARRIERS:
        return False
    governor = syntax.heads[phrase.preposition]
    return word not in INNER or not (governor in clause.cue or governor in clause.source)


def _with_place(phrase: Phrase, phrases: Sequence[Phrase]) -> int:
    """Return the end of a venue, with the place that follows it: "at a fair in Tripoli"."""
    end = phrase.end
    for other in phrases:
        if other.preposition == end + 1 and other.kind in {"name", "place"}:
            end = other.end
    return end


def _rank(phrase: Phrase) -> int:
    """Put occasions before places, and those before bare names."""
    return 0 if phrase.kind in OCCASIONS else 1 if phrase.kind == "place" else 2


def _distance(clause: Clause, phrase: Phrase) -> int:
    return min(abs(phrase.preposition - token) for token in clause.cue)
