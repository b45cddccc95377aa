"""Whom "he", "she", "it", "they" and "who" mean as sources."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import table
from dragoman.model import ActorKind, Form, Span, StatementKind
from dragoman.reading.speakers.cast import BODIES
from dragoman.reading.speakers.found import Evidence, Found

if TYPE_CHECKING:
    from dragoman.model import Mention
    from dragoman.reading.speakers.cast import Cast
    from dragoman.reading.speakers.history import History, Said

FIRST = frozenset({"i", "me", "my", "myself"})
RELATIVES = frozenset({"who", "which", "that"})
HUMANS = frozenset({ActorKind.PERSON, ActorKind.GROUP})
# A pronoun looks back no further than this many paragraphs.
REACH = 2
# Characters between a name and "who", and back to the last person before it.
RELATIVE_GAP, RELATIVE_REACH = 2, 80


def of_pronoun(cast: Cast, history: History, span: Span, word: str) -> Found | None:
    """Return whom a pronoun means: the last speaker, subject or person before it that fits."""
    number, gender = pronouns()[word]
    if gender in {"m", "f"}:
        found = of_person(cast, history, span, gender)
        if found:
            cast.learn(found.local, gender)
        return found
    return _body(cast, history, span, number)


def of_first_person(cast: Cast, history: History, span: Span) -> Found | None:
    """Return who quotes himself: "I" inside the direct words of a person."""
    outer = history.around(span)
    if outer is None or outer.speaker is None or outer.kind is StatementKind.INDIRECT:
        return None
    return Found(outer.speaker, Evidence.FIRST_PERSON) if cast.is_person(outer.speaker) else None


def of_person(cast: Cast, history: History, span: Span, gender: str) -> Found | None:
    """Return the person whom a pronoun may mean: speaker, subject, or the only one named.

    gender: m, f, or empty where the word does not tell. Where an unnamed person spoke last, only
    one who became a subject since.
    """
    here = cast.number(span.start)
    seen = [m for m in _seen(cast, history, span) if cast.fits(m.local, gender)]
    subjects = [m for m in seen if cast.is_subject(m)]
    said = history.by_person(gender)
    if said and said.paragraph >= here - REACH:
        newer = [m for m in subjects if m.span.start > said.at and m.local != said.speaker]
        last = said.speaker
        if not newer and (last is None or _may_be(cast, history, span, last, gender)):
            return Found(last, Evidence.AFTER_SPEAKER) if last else None
        subjects = newer if last is None else subjects
    if subjects:
        return Found(subjects[-1].local, Evidence.AFTER_SUBJECT)
    only = len({m.local for m in seen}) == 1
    return Found(seen[-1].local, Evidence.AFTER_NAME) if only else None


def _seen(cast: Cast, history: History, span: Span) -> list[Mention]:
    """Return the persons named shortly before: in others' words only where nobody else is."""
    since = cast.first(cast.number(span.start) - REACH)
    speaker = _speaker_around(history, span)
    named = [
        m
        for m in cast.between(since, span.start)
        if m.form is not Form.PRONOUN and cast.is_person(m.local) and m.local != speaker
    ]
    return [m for m in named if not history.quoted(m.span, around=span)] or named


def _may_be(cast: Cast, history: History, span: Span, local: str, gender: str) -> bool:
    return cast.fits(local, gender) and local != _speaker_around(history, span)


def _speaker_around(history: History, span: Span) -> str | None:
    """Return who speaks the direct words around a span: he does not call himself "he"."""
    outer = history.around(span)
    return outer.speaker if outer and outer.kind is StatementKind.DIRECT else None


def _body(cast: Cast, history: History, span: Span, number: str) -> Found | None:
    """Return the state or organisation that "it" may be: the one that spoke just before."""
    said = history.last
    if said is None or said.speaker is None or said.paragraph < cast.number(span.start) - 1:
        return None
    fits = BODIES if number == "one" else BODIES - {ActorKind.STATE}
    if cast.kind(said.speaker) not in fits or said.speaker == _speaker_around(history, span):
        return None
    may_be = not _interrupted(cast, said, span)
    return Found(said.speaker, Evidence.BODY_PRONOUN) if may_be else None


def _interrupted(cast: Cast, said: Said, span: Span) -> bool:
    """Say whether another body has become a subject since."""
    since = cast.between(said.at, span.start)
    return any(
        m.local != said.speaker and cast.kind(m.local) in BODIES and cast.is_subject(m)
        for m in since
    )


def of_relative(cast: Cast, span: Span, word: str) -> Found | None:
    """Return the figure named right before "who", else the last person shortly before it.

    Between the two may stand where the person belongs: "Roe of King's College, London, who".
    """
    since = max(cast.paragraph(span.start).span.start, span.start - RELATIVE_REACH)
    before = [m for m in cast.between(since, span.start) if m.span.end <= span.start]
    near = [m for m in before if span.start - m.span.end <= RELATIVE_GAP and cast.speaks(m)]
    near = [m for m in near if word != "who" or cast.kind(m.local) in HUMANS]
    persons = [m for m in before if cast.is_person(m.local)]
    found = near or (persons if word == "who" else [])
    return Found(found[-1].local, Evidence.RELATIVE) if found else None


@cache
def pronouns() -> dict[str, tuple[str, str]]:
    """Return number and gender by pronoun."""
    return {row["pronoun"]: (row["number"], row["gender"]) for row in table("pronouns")}
