"""Figures of all documents become actors of the pile. Pure: no order, no archive."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.archive.actors import Actor
from dragoman.model import ActorKind, Form
from dragoman.reading.actors.personal_name import taken_apart
from dragoman.reading.actors.slug import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dragoman.model import Figure

UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Alias:
    """A wording under which a document mentions a figure, and how often."""

    text: str
    count: int
    form: Form


@dataclass(frozen=True, slots=True)
class Seen:
    """A figure of one document with the wordings that mention it there."""

    figure: Figure
    aliases: tuple[Alias, ...] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    """Actors of a pile, sorted, and the actor of each (doc, local key)."""

    actors: tuple[Actor, ...]
    of_figure: Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class _Row:
    """A figure in its document. key: what must agree for two figures to be one actor."""

    doc: str
    seen: Seen
    key: str

    @property
    def country(self) -> str:
        return self.seen.figure.country or UNKNOWN


def merge_figures(figures_by_doc: Mapping[str, Sequence[Seen]]) -> Merged:
    """Say which figures of which documents are one actor.

    States go by ISO code, table organisations by name. Persons go by full name, whatever its
    hyphens, capitals and accents; a family name alone joins a full name only when the pile holds
    exactly one person of that family name. Same names with different countries stay apart, and
    those of them whose country is unknown stay apart from both. In doubt two actors are two.
    """
    rows = [_row(doc, seen) for doc in sorted(figures_by_doc) for seen in figures_by_doc[doc]]
    groups: dict[str, list[_Row]] = defaultdict(list)
    for row in _joined(rows):
        groups[row.key].append(row)
    actors: dict[str, list[_Row]] = defaultdict(list)
    for group in groups.values():
        for identity, members in _apart(group):
            actors[identity].extend(members)
    assigned = {(r.doc, r.seen.figure.local): actor for actor, own in actors.items() for r in own}
    return Merged(tuple(_actor(actor, actors[actor]) for actor in sorted(actors)), assigned)


def _row(doc: str, seen: Seen) -> _Row:
    figure = seen.figure
    if figure.kind is not ActorKind.PERSON:
        return _Row(doc, seen, figure.local)
    name = taken_apart(figure.name)
    return _Row(doc, seen, f"person {name.key} {name.initials}".strip())


def _joined(rows: Iterable[_Row]) -> list[_Row]:
    """Give names without initials, and family names alone, the key of the one that they fit."""
    rows = list(rows)
    persons = [row for row in rows if row.seen.figure.kind is ActorKind.PERSON]
    full = {row.key: row for row in persons if not _single(row)}
    keyed = _with_initials(full)
    families: dict[str, set[str]] = defaultdict(set)
    for key, row in full.items():
        for family in taken_apart(row.seen.figure.name).families:
            families[family].add(keyed.get(key, key))
    countries: dict[str, set[str]] = defaultdict(set)
    for row in persons:
        countries[keyed.get(row.key, row.key)].add(row.country)
    return [_place(row, keyed, families, countries) for row in rows]


def _place(
    row: _Row,
    keyed: Mapping[str, str],
    families: Mapping[str, set[str]],
    countries: Mapping[str, set[str]],
) -> _Row:
    if row.seen.figure.kind is not ActorKind.PERSON:
        return row
    key = keyed.get(row.key, row.key)
    if _single(row):
        bearers = families.get(slug(row.seen.figure.name), set())
        bearer = min(bearers) if len(bearers) == 1 else ""
        if bearer and len((countries[bearer] | {row.country}) - {UNKNOWN}) <= 1:
            key = bearer
    return _Row(row.doc, row.seen, key)


def _with_initials(full: Mapping[str, _Row]) -> dict[str, str]:
    """Map the key of a name without middle initials to the one fuller key there is."""
    fuller: dict[str, set[str]] = defaultdict(set)
    for key in full:
        bare, _, initials = key.removeprefix("person ").partition(" ")
        if initials:
            fuller[f"person {bare}"].add(key)
    return {bare: min(keys) for bare, keys in fuller.items() if bare in full and len(keys) == 1}


def _single(row: _Row) -> bool:
    return len(row.seen.figure.name.split()) == 1


def _apart(group: Sequence[_Row]) -> list[tuple[str, list[_Row]]]:
    """Split a group whose members belong to different countries."""
    countries = sorted({row.country for row in group} - {UNKNOWN})
    base = _identity(group)
    if len(countries) <= 1 or group[0].seen.figure.kind is ActorKind.STATE:
        return [(base, list(group))]
    parts: dict[str, list[_Row]] = defaultdict(list)
    for row in group:
        parts[f"{base}-{row.country.casefold()}" if row.country else base].append(row)
    return sorted(parts.items())


def _identity(group: Sequence[_Row]) -> str:
    figure = group[0].seen.figure
    if figure.kind is not ActorKind.PERSON:
        return figure.local
    return f"person:{slug(_fullest(group))}"


def _fullest(group: Sequence[_Row]) -> str:
    """Return the name of most words, then of most documents, then the first by alphabet."""
    names = Counter(row.seen.figure.name for row in group)
    return min(
        names, key=lambda name: (-len(name.split("-")) - len(name.split()), -names[name], name)
    )


def _actor(actor: str, rows: Sequence[_Row]) -> Actor:
    names: Counter[str] = Counter()
    for row in rows:
        for alias in row.seen.aliases:
            if alias.form is Form.NAME:
                names[alias.text] += alias.count
    return Actor(
        actor,
        _fullest(rows),
        rows[0].seen.figure.kind,
        _commonest(row.seen.figure.country for row in rows),
        _commonest(row.seen.figure.sector for row in rows),
        tuple(sorted(names, key=lambda name: (-names[name], name))),
    )


def _commonest(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None
