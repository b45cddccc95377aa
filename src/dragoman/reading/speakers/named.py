"""Sources that name who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.model import Form
from dragoman.reading.speakers.found import Evidence, Found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.model import Mention
    from dragoman.reading.speakers.cast import Cast
    from dragoman.reading.speakers.source import Source

LINKS = frozenset({"of", "for", "to", "by", "with", "from", "under", "about", "on"})
RELATIVES = frozenset({"who", "which", "that", "whose", "whom", "where"})
OWNING = frozenset({"'s", "’s", "'", "’"})
PARTS = frozenset({"appos", "compound", "flat", "nmod"})
LONGEST_CHAIN = 3


def named(cast: Cast, source: Source) -> Found | None:
    """Return the figure that the head of a source names, or that stands in apposition to it."""
    persons = [m for m in source.mentions if cast.is_person(m.local)]
    at_root = [m for m in persons if m.span.holds(source.place(source.root))]
    at_head = [m for m in source.mentions if m.span.holds(source.place(source.head))]
    speaking = at_root or [m for m in at_head if cast.speaks(m)]
    apposed = [m for m in persons if _apposed(cast, source, m)]
    if speaking:
        mention = max(speaking, key=lambda m: len(m.span))
        if mention.form is Form.NAME:
            return Found(mention.local, Evidence.NAME)
        if not apposed:
            return Found(mention.local, Evidence.NOMINAL)
    # "Aides to the preacher, Ayatollah Roe": one name cannot be several people's.
    if apposed and (len(apposed) > 1 or not source.plural):
        return Found(apposed[0].local, Evidence.APPOSITION)
    return _only(source, persons) or _of_family(cast, source)


def _of_family(cast: Cast, source: Source) -> Found | None:
    """Return the one person of a family name that was not told for a name where it stands."""
    local = cast.of_family(source.core[-1].lower_) if source.core[-1].is_title else None
    alone = len(source.words) == len(source.core) == 1
    return Found(local, Evidence.FAMILY) if local and alone else None


def _apposed(cast: Cast, source: Source, mention: Mention) -> bool:
    """Say whether the parse has a name in apposition to the head."""
    tokens = cast.tokens(mention.span)
    if tokens is None or mention.form is not Form.NAME:
        return False
    token, apposition = tokens.root, False
    for _ in range(LONGEST_CHAIN):
        if token.i == source.head.i:
            return apposition
        if token.dep_ not in PARTS:
            return False
        apposition = apposition or token.dep_ == "appos"
        token = token.head
    return False


def _only(source: Source, persons: Sequence[Mention]) -> Found | None:
    """Return the one person in a source, unless other words lead to the name or away from it."""
    if source.plural or len({m.local for m in persons}) != 1:
        return None
    span = persons[0].span
    before = [token.lower_ for token in source.words if source.place(token).start < span.start]
    # "The Obama administration" is not he.
    if span.end <= source.place(source.head).start and not source.head.is_title:
        return None
    after = next((t.lower_ for t in source.words if source.place(t).start >= span.end), "")
    if after in OWNING or RELATIVES & set(before):
        return None
    if "," in before:  # an apposition: "the chief of staff of the air force, General Roe"
        before = before[len(before) - before[::-1].index(",") :]
    led = LINKS & set(before) or OWNING & set(before[-1:])
    return None if led else Found(persons[0].local, Evidence.INSIDE)
