"""States and organisations that speak through a government, an agency, a spokesman."""

from __future__ import annotations

from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from dragoman.knowledge import listed, table
from dragoman.model import ActorKind, Form
from dragoman.reading.speakers.found import Evidence, Found
from dragoman.reading.speakers.history import paper_nouns

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.model import Mention
    from dragoman.reading.speakers.cast import Cast
    from dragoman.reading.speakers.source import Source

OWNERS = frozenset({ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.PERSON})
BELONGING = frozenset({"of", "for", "from", "by", "at"})
ISSUING = frozenset({"by", "from", "of"})
ARTICLES = frozenset({"the", "a", "an"})
OWNING = frozenset({"'s", "’s", "'", "’"})
# Words that may stand between an owner and its noun.
QUALIFYING = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "POS", "HYPH", "VBN", "VBG", "JJS"})
LONGEST_NOUN, BETWEEN_AT_MOST = 3, 4
# What the recogniser alone calls an organisation may be a person: "a spokesman for Odo Marlin".
SURE = 0.65
# A comma, a given name and a family name.
APPOSED = 3


def through(cast: Cast, source: Source) -> Found | None:
    """Return whom a noun like "government", "spokesman" or "report" speaks for."""
    takes = _takes(source.called())
    owner = owner_of(cast, source)
    if owner is None or _unnamed(source):
        return None
    kind = cast.kind(owner.local)
    if kind is ActorKind.PERSON and "state" in takes:
        return _of_leader(cast, owner)
    if kind is not None and kind.value in takes:
        return Found(owner.local, Evidence.THROUGH)
    return _issuer(cast, source, owner)


def owner_of(cast: Cast, source: Source) -> Mention | None:
    """Return the figure that the head of a source belongs to: "the Japanese government"."""
    owners = [m for m in source.mentions if cast.kind(m.local) in OWNERS]
    fits = [m for m in owners if m.score >= SURE or m.form is Form.NOMINAL]
    start = source.place(source.head).start
    before = [m for m in fits if m.span.end <= start]
    if before and _qualifies(source, before[-1]):
        return before[-1]
    after = [m for m in fits if m.span.start > start]
    belongs = bool(after) and _linked(source, after[0], BELONGING)
    # "A group of Republicans" does not speak for their party, as "the Republican group" does.
    if not belongs or _takes(source.called()) == (ActorKind.ORGANISATION.value,):
        return None
    return after[0] if _whole(cast, source, after[0]) else None


def _qualifies(source: Source, owner: Mention) -> bool:
    start = source.place(source.head).start
    between = [t for t in source.words if owner.span.end <= source.place(t).start < start]
    kept = all(t.tag_ in QUALIFYING and t.lower_ not in other_voices() for t in between)
    # "Turkish Cypriot officials" speak for neither state.
    joined = any(m.span.end + 1 == owner.span.start for m in source.mentions)
    return len(between) <= BETWEEN_AT_MOST and kept and not joined


def _whole(cast: Cast, source: Source, owner: Mention) -> bool:
    """Say whether a name after a preposition ends its phrase, or the phrase speaks for it."""
    rest = [t for t in source.words if source.place(t).start >= owner.span.end]
    nouns = list(takewhile(lambda token: token.tag_ in QUALIFYING, rest))
    takes = _takes(" ".join(token.lower_ for token in nouns))
    kind = cast.kind(owner.local)
    return not nouns or (kind is not None and kind.value in takes)


def _unnamed(source: Source) -> bool:
    """Say whether a name that we could not tell follows in apposition: ", Aizada Toktosunova"."""
    after = source.words[len(source.core) :]
    if len(after) < APPOSED or after[0].text != ",":
        return False
    names = after[1:APPOSED]
    known = any(m.span.overlaps(source.place(names[0])) for m in source.mentions)
    return all(token.tag_ == "NNP" for token in names) and not known


def _linked(source: Source, owner: Mention, by: frozenset[str]) -> bool:
    """Say whether nothing but a preposition and an article stands before an owner."""
    end = source.place(source.head).end
    between = [t.lower_ for t in source.words if end <= source.place(t).start < owner.span.start]
    return bool(between) and between[0] in by and set(between[1:]) <= ARTICLES


def _of_leader(cast: Cast, owner: Mention) -> Found | None:
    """Return the state of "the Biden administration"."""
    figure = cast.figure(owner.local)
    state = f"state:{figure.country}" if figure and figure.country else ""
    return Found(state, Evidence.THROUGH) if cast.figure(state) else None


def _issuer(cast: Cast, source: Source, owner: Mention) -> Found | None:
    """Return whose paper it is. A state before it may be but what the paper is about."""
    if source.head.lower_ not in paper_nouns():
        return None
    follows = owner.span.start > source.place(source.head).start
    issued = _linked(source, owner, ISSUING) if follows else _owns(source, owner)
    body = not follows and cast.kind(owner.local) is ActorKind.ORGANISATION
    return Found(owner.local, Evidence.ISSUER) if issued or body else None


def _owns(source: Source, owner: Mention) -> bool:
    after = next((t for t in source.words if source.place(t).start >= owner.span.end), None)
    return after is not None and after.lower_ in OWNING


def _takes(called: str) -> tuple[str, ...]:
    """Return the kinds of figures that speak through a noun; the longest noun decides."""
    words = called.split()
    for length in range(min(LONGEST_NOUN, len(words)), 0, -1):
        takes = speaking_nouns().get(" ".join(words[-length:]))
        if takes:
            return takes
    return ()


def represents(head: Token) -> bool:
    """Say whether a noun means somebody who speaks for a body: "spokesman", "official"."""
    return "organisation" in _takes(head.lower_) and "state" in _takes(head.lower_)


@cache
def speaking_nouns() -> dict[str, tuple[str, ...]]:
    """Return the kinds of figures by the nouns that speak for them."""
    return {row["noun"]: listed(row["takes"]) for row in table("speaking_nouns")}


@cache
def other_voices() -> frozenset[str]:
    """Return the words that set a speaker apart from the state or body before them."""
    return frozenset(row["word"] for row in table("other_voices"))
