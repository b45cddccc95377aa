"""Speakers called by a common noun: "the minister", "the ministry", "the 62-year-old"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.reading.speakers.bodies import body_nouns
from dragoman.reading.speakers.found import Evidence, Found
from dragoman.reading.speakers.genders import gendered_nouns
from dragoman.reading.speakers.history import paper_nouns, person_nouns
from dragoman.reading.speakers.pronouns import of_person
from dragoman.reading.speakers.through import owner_of, represents

if TYPE_CHECKING:
    from dragoman.reading.speakers.bodies import Bodies
    from dragoman.reading.speakers.cast import Cast
    from dragoman.reading.speakers.history import History, Said
    from dragoman.reading.speakers.offices import Offices
    from dragoman.reading.speakers.source import Source

AGE = ("year", "-", "old")


class Nominals:
    """Finds whom a noun calls again."""

    def __init__(self, cast: Cast, history: History, offices: Offices, bodies: Bodies) -> None:
        self._cast = cast
        self._history = history
        self._offices = offices
        self._bodies = bodies

    def of_noun(self, source: Source) -> Found | None:
        """Return whom the head of a source means, if the document has told before."""
        noun = source.head.lower_
        owner = owner_of(self._cast, source)
        if owner:
            return self._held_in(source, owner.local)
        if represents(source.head) and not source.plural:
            body = self._represented(source)
            if body:
                return body
        if not source.definite or source.plural:
            return None
        if noun in paper_nouns():
            return self._issued(source, noun)
        if noun in body_nouns():
            last = self._bodies.last(noun, source.span.start, source.qualifiers())
            return self._again(source, noun, last, Evidence.BODY)
        return self._person(source)

    def _held_in(self, source: Source, owner: str) -> Found | None:
        """Return who holds an office in a state or body: of several states, the first known."""
        noun = source.head.lower_
        noun = noun.removesuffix("s") if source.plural else noun
        named = {w for m in source.mentions for w in self._cast.cut(m.span).casefold().split()}
        qualifiers = source.qualifiers() - named
        held = self._offices.holder(noun, source.span.start, owner, qualifiers)
        return Found(held[0], Evidence.OFFICE) if held else None

    def _represented(self, source: Source) -> Found | None:
        """Return the body of "a ministry spokesman", "the company's lawyer"."""
        nouns = [t.lower_ for t in source.words if t.i != source.head.i]
        for noun in (noun for noun in nouns if noun in body_nouns()):
            last = self._bodies.last(noun, source.span.start, frozenset())
            found = self._again(source, noun, last, Evidence.BODY)
            if found:
                return found
        return None

    def _issued(self, source: Source, noun: str) -> Found | None:
        """Return who issued a paper, but not that of others: "the report, by three envoys"."""
        if source.words != source.core:
            return None
        said = self._history.issued(noun)
        if said and said.speaker:
            return Found(said.speaker, Evidence.ISSUER)
        return self._again(source, noun, None, Evidence.ISSUER)

    def _again(
        self, source: Source, noun: str, last: tuple[str, int] | None, evidence: Evidence
    ) -> Found | None:
        """Return who was last called so, be it as a speaker or otherwise."""
        said = self._history.called(noun)
        if said and noun == source.head.lower_ and self._another(source, said):
            said = None
        if said and (last is None or _starts(said) >= last[1]):
            return Found(said.speaker, Evidence.REPEATED) if said.speaker else None
        return Found(last[0], evidence) if last else None

    def _another(self, source: Source, said: Said) -> bool:
        """Say whether a word tells the noun's bearer from the earlier one: "the appeals court"."""
        earlier = " ".join(self._cast.cut(span) for span in said.statement.source)
        return not source.qualifiers() <= set(earlier.casefold().replace("-", " ").split())

    def _person(self, source: Source) -> Found | None:
        noun = source.head.lower_
        gender = gendered_nouns().get(noun, "")
        if noun in person_nouns():
            last = self._offices.holder(noun, source.span.start, None, source.qualifiers())
            found = self._again(source, noun, last, Evidence.OFFICE)
            return found if found and self._cast.fits(found.local, gender) else None
        aged = tuple(token.lower_ for token in source.words[-len(AGE) :]) == AGE
        if not aged:
            return None
        return of_person(self._cast, self._history, source.span, gender)


def _starts(said: Said) -> int:
    return min(span.start for span in said.statement.source) if said.statement.source else -1
