"""What the tables know of the nouns and prepositions of circumstances."""

from __future__ import annotations

from functools import cache

from dragoman.knowledge import listed, table
from dragoman.reading.statements.lexicon import forms


@cache
def noun_kinds() -> dict[str, str]:
    """Return the kind of each noun of occasion_nouns.tsv, singular and plural, in lower case."""
    rows = [(row["noun"], row["kind"]) for row in table("occasion_nouns")]
    plurals = {f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s": k for noun, k in rows}
    return plurals | dict(rows)


@cache
def before() -> dict[str, str]:
    """Return what each preposition of venue_prepositions.tsv stands before."""
    return {row["preposition"]: row["before"] for row in table("venue_prepositions")}


@cache
def outlets() -> frozenset[str]:
    """Return the names of outlets, agencies and platforms, as they are written."""
    rows = [*table("outlets"), *table("agencies"), *table("platforms")]
    aliases = [alias for row in rows for alias in row.get("aliases", "").split("|") if alias]
    return frozenset([*(row["name"] for row in rows), *aliases])


@cache
def outlet_nouns() -> frozenset[str]:
    """Return the nouns, in lower case, with which names of outlets end."""
    return frozenset(row["noun"] for row in table("outlet_nouns"))


@cache
def receivers() -> dict[str, frozenset[str]]:
    """Return how each form of a verb names to whom something is said, in lower case."""
    found = {}
    for row in table("addressed_verbs"):
        for form in forms(row["verb"], "verb", listed(row["forms"])):
            found[form] = frozenset(listed(row["takes"]))
    return found
