from collections import defaultdict
from itertools import combinations
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.collation.lineage import holders as rows
from dragoman.collation.lineage import pairs as links
from dragoman.collation.lineage.candidates import (
    LEADERS,
    LEAST_SHARED,
    MOST_HOLDERS,
    displaced,
    keys,
    partners,
)
from dragoman.collation.lineage.holders import Holders
from dragoman.collation.lineage.pairs import pairs
from dragoman.collation.lineage.words import words
from stories import HARBOUR, ORCHARD, REWRITTEN

MEMBERS = 30
piles = st.lists(
    st.sets(st.integers(0, 9).map(lambda n: n * 2**60 - 2**62)), min_size=1, max_size=MEMBERS
)


class Listed:
    """An index of lists."""

    def __init__(self, pile):
        self.held = defaultdict(list)
        for member, own in enumerate(pile):
            for key in own:
                self.held[key].append(member)

    def first(self, key, most):
        return self.held[key][:most]

    def all(self, key):
        return self.held[key]


def counted(pile):
    """Count the links of a pile in the plainest way."""
    shared = defaultdict(int)
    for held in Listed(pile).held.values():
        for a, b in combinations(range(len(held)), 2):
            if b < MOST_HOLDERS or a < LEADERS:
                shared[held[a], held[b]] += 1
    return sorted(pair for pair, count in shared.items() if count >= LEAST_SHARED)


def holders(pile):
    index = Holders()
    for own in pile:
        index.add(own)
    return index


@settings(deadline=None)
@given(piles)
def test_pairs_share_enough_keys(pile):
    assert list(pairs(holders(pile))) == counted(pile)


@settings(deadline=None)
@given(piles, st.integers(1, 40))
def test_neither_runs_nor_ranges_change_the_pairs(pile, size):
    expected = list(pairs(holders(pile)))
    with patch.object(rows, "ROWS_IN_RUN", size), patch.object(links, "LINKS_AT_ONCE", size):
        assert list(pairs(holders(pile))) == expected


@settings(deadline=None)
@given(piles)
def test_partners_of_each_are_the_pairs_of_all(pile):
    index = Listed(pile)
    found = {
        tuple(sorted((own, other)))
        for own, held in enumerate(pile)
        for other in partners(own, held, index)
    }
    assert sorted(found) == list(pairs(holders(pile)))


@settings(deadline=None)
@given(piles, st.sets(st.integers(0, MEMBERS)))
def test_only_the_displaced_lose_a_partner(pile, new):
    before = Listed([set() if member in new else own for member, own in enumerate(pile)])
    after = Listed(pile)
    come = {key: {member for member in held if member in new} for key, held in after.held.items()}
    pushed = displaced({key: found for key, found in come.items() if found}, after)
    for member, own in enumerate(pile):
        if member not in new and member not in pushed:
            lost = set(partners(member, own, before)) - set(partners(member, own, after))
            assert not lost - pushed


def cut(lines):
    return [words(line, 0, len(line)) for line in lines]


def test_a_rewrite_shares_keys_and_other_news_does_not():
    assert len(keys(cut(HARBOUR)) & keys(cut(REWRITTEN))) > 10
    assert not keys(cut(HARBOUR)) & keys(cut(ORCHARD))


def test_copies_without_a_rare_word_meet():
    plain = keys(cut(["He said that it was good for them all."]))
    assert list(pairs(holders([plain, plain]))) == [(0, 1)]


def test_keys_fit_a_database():
    assert all(-(2**63) <= key < 2**63 for key in keys(cut(HARBOUR)))


def test_a_text_reprinted_everywhere_stays_one_family_at_linear_cost():
    copies = 300
    found = list(pairs(holders([set(range(6))] * copies)))
    assert len(found) < 4 * copies
    assert {doc for pair in found for doc in pair} == set(range(copies))
