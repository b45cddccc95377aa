"""What belongs to a personal name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.knowledge import table
from dragoman.reading.actors.slug import slug

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class PersonalName:
    """A full name taken apart.

    key: letters of the name alone, so that Yoon Suk Yeol and Yoon Suk-yeol agree; middle initials
    left out. initials: the middle initials. families: what may stand for the whole name later, in
    lower case. given: the first word, in lower case, "" where the family name stands first.
    """

    text: str
    key: str
    initials: str
    families: tuple[str, ...]
    given: str


@cache
def family_names_first() -> frozenset[str]:
    """Return family names that stand first in Chinese, Korean and Vietnamese names."""
    return frozenset(slug(row["name"]) for row in table("family_names_first"))


@cache
def particles() -> frozenset[str]:
    """Return the small words inside names ("von", "bin")."""
    return frozenset(row["particle"] for row in table("name_particles"))


def taken_apart(text: str) -> PersonalName:
    """Take a name apart into what may be repeated of it."""
    words = [slug(word) for word in text.split()]
    words = [word for word in words if word and word not in SUFFIXES] or [slug(text)]
    middle = [w for w in words[1:-1] if len(w) == 1]
    whole = [words[0], *(w for w in words[1:-1] if len(w) > 1), *words[1:][-1:]]
    key = "".join("".join(whole).split("-"))
    return PersonalName(text, key, "".join(middle), _families(whole), _given(whole))


def _families(words: list[str]) -> tuple[str, ...]:
    last, found = words[-1], [words[-1]]
    if len(words) > 1 and words[0] in family_names_first():
        found = [words[0]] if last not in family_names_first() else [words[0], last]
    for back in range(len(words) - 2, 0, -1):
        if words[back] not in particles():
            break
        found.append(" ".join(words[back:]))
    if (
        len(words) > len(("given", "family"))
        and words[-2] not in particles()
        and words[0] not in family_names_first()
    ):
        found.append(" ".join(words[-2:]))
    return tuple(found)


def _given(words: list[str]) -> str:
    return "" if len(words) == 1 or words[0] in family_names_first() else words[0]
