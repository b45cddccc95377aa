"""Whether words that gave way to others said something else: not other words, another meaning."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.collation.lineage.words import stem
from dragoman.collation.utterances.names import replaced
from dragoman.collation.utterances.numbers import numbers
from dragoman.knowledge import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.collation.lineage.words import Word
    from dragoman.collation.utterances.part import Part

NEGATION, MODALITY, LIKE_MODALITY, ORDER, QUANTITY = (
    "negation", "modality", "like-modality", "order", "quantity",
)  # fmt: skip
# Letters that a word keeps behind a negating prefix.
LEAST_NEGATED = 4


def turns(gone: Part, come: Part) -> bool:
    """Say whether an exchange of words changes what is said.

    It does where it makes or unmakes a negation, changes a number, how sure or how binding
    something is, how much or which one, names another actor or place, or says the opposite or
    what only passes for a synonym.
    """
    return (
        _quantified(gone) != _quantified(come)
        or _says_otherwise(gone.words, come.words)
        or _opposed(gone.words, come.words)
        or replaced(gone, come)
    )


def _quantified(part: Part) -> tuple[object, ...]:
    """Return the numbers other than one, which is a pronoun as often."""
    return tuple(number for number in numbers(part.text, part.words) if number != 1)


def _says_otherwise(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """Compare negation and modality; order and quantity where both wordings tell them."""
    gone, come = _said(before), _said(after)
    if gone.get(NEGATION, ()) != come.get(NEGATION, ()):
        return True
    if any(_both_differ(gone, come, kind) for kind in (ORDER, QUANTITY)):
        return True
    modal = gone.get(MODALITY) or come.get(MODALITY)
    return bool(modal) and _bindings(gone) != _bindings(come)


def _bindings(said: dict[str, tuple[str, ...]]) -> set[str]:
    """Return how sure or binding words make something."""
    return {*said.get(MODALITY, ()), *said.get(LIKE_MODALITY, ())}


def _both_differ(
    gone: dict[str, tuple[str, ...]], come: dict[str, tuple[str, ...]], kind: str
) -> bool:
    return kind in gone and kind in come and gone[kind] != come[kind]


def _said(words: Sequence[Word]) -> dict[str, tuple[str, ...]]:
    """Return by kind what the words say of negation, modality, order and quantity, sorted."""
    found: dict[str, list[str]] = {}
    for word in words:
        for kind, group in _senses(word.form):
            found.setdefault(kind, []).append(group)
    return {kind: tuple(sorted(groups)) for kind, groups in found.items()}


@cache
def _senses(form: str) -> tuple[tuple[str, str], ...]:
    """Return kind and group of a word, and of what is contracted in it ("won't", "we'll")."""
    known = _meaning_words()
    if form in known:
        return (known[form],)
    for ending in _contracted():
        if form.endswith(ending):
            base = known.get(form.removesuffix(ending))
            return (*((base,) if base else ()), known[ending])
    return ()


@cache
def _meaning_words() -> dict[str, tuple[str, str]]:
    rows = table("meaning_words")
    return {row["word"]: (row["kind"], row["group"] or row["word"]) for row in rows}


@cache
def _contracted() -> tuple[str, ...]:
    return tuple(word for word in _meaning_words() if "'" in word and not word.startswith("can"))


def _opposed(before: Sequence[Word], after: Sequence[Word]) -> bool:
    pairs = _opposites()
    gone, come = ({word.stem for word in words} for words in (before, after))
    return any((a, b) in pairs or _negated(a, b) or _negated(b, a) for a in gone for b in come)


def _negated(stemmed: str, other: str) -> bool:
    """Say whether a word is another with a negating prefix."""
    return len(stemmed) >= LEAST_NEGATED and any(other == p + stemmed for p in _prefixes())


@cache
def _prefixes() -> tuple[str, ...]:
    return tuple(row["prefix"] for row in table("negating_prefixes"))


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    rows = (*table("antonyms"), *table("false_synonyms"))
    pairs = {(stem(row["first"]), stem(row["second"])) for row in rows}
    return frozenset(pairs | {(second, first) for first, second in pairs})
