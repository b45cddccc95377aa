"""T37: a hundred rewrite trees of which the truth is known."""

import random
from dataclasses import replace
from functools import cache

import pytest

from dragoman.collation.lineage import derivations
from dragoman.collation.stemma import stemma
from dragoman.model import Precision
from rewrites import tree
from stories import text

TREES = 100
# From here on a direction is stated; one hint alone leaves it below.
STATED = 0.75
PAPERS = ("Harbour Gazette", "Quay Tribune", "Pier Chronicle", "Dock Examiner", "Lagoon Echo")


@cache
def drawn(number, *, dated=False, edited=True, named=False):
    """Return a tree as told, and the derivations found in it.

    named: the first document quotes someone who told its paper, and no copy drops that line.
    """
    chance = random.Random(number)
    told = tree(chance, chance.randint(3, 5), edited=edited)
    papers = chance.sample(PAPERS, len(told))
    line = (f"“Nobody asked us before,” the owner told the {papers[0]}.",) if named else ()
    texts = [
        text(f"d{at}", (*lines, *line), outlet=papers[at - 1])
        for at, (_, lines) in enumerate(told, 1)
    ]
    if dated:
        day = Precision.DAY
        texts = [replace(t, published=f"2024-03-0{t.doc[1:]}", precision=day) for t in texts]
    chance.shuffle(texts)
    return told, [d for d in stemma(texts, derivations(texts)).derivations if d.origin is not None]


def stated(found):
    """Return (number of derived document, number of origin) where it is stated which is which."""
    sure = [d for d in found if d.direction_score >= STATED]
    return [(int(d.derived[1:]), int(d.origin[1:])) for d in sure]


def test_dates_decide():
    right = wrong = edges = 0
    for number in range(TREES):
        told, found = drawn(number, dated=True)
        wrong += sum(origin > derived for derived, origin in stated(found))
        parents = stated([d for d in found if d.parent])
        right += sum(told[derived - 1][0] == origin - 1 for derived, origin in parents)
        edges += len(told) - 1
    # Not all: where chance gives a copy the likelier words, a date is doubted.
    assert right > 0.9 * edges
    assert wrong <= 0.01 * edges


def test_dates_decide_between_copies_without_edits():
    for number in range(TREES):
        told, found = drawn(number, dated=True, edited=False)
        assert all(origin < derived for derived, origin in stated(found)), number
        assert {derived for derived, _ in stated(found)} == set(range(2, len(told) + 1)), number


def test_a_name_left_over_decides():
    for number in range(TREES):
        told, found = drawn(number, edited=False, named=True)
        assert {1} == {origin for derived, origin in stated(found)}, number
        assert {derived for derived, _ in stated(found)} == set(range(2, len(told) + 1)), number


def test_copies_of_which_nothing_is_known_leave_it_unknown():
    for number in range(TREES):
        _, found = drawn(number, edited=False)
        assert found, number
        assert not stated(found), number


@pytest.mark.parametrize("known", [{"dated": True}, {"named": True, "edited": False}, {}])
def test_there_is_never_a_circle(known):
    for number in range(TREES):
        _, found = drawn(number, **known)
        above = {}
        for derivation in found:
            if derivation.direction_score > 0.5:
                above.setdefault(derivation.derived, set()).add(derivation.origin)
        while above:
            roots = {doc for doc, origins in above.items() if not origins & above.keys()}
            assert roots, (number, above)
            above = {doc: origins for doc, origins in above.items() if doc not in roots}
