"""T34: a copy makes nothing better attested; a true new source adds one at most."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.collation.families import families
from dragoman.collation.lineage import derivations
from dragoman.collation.utterances import Saying, group
from dragoman.model import StatementKind
from rewrites import speech, story
from stories import text

STORIES, SPEECHES = 12, 3
# A story and how many sentences of its end a paper left out.
documents = st.tuples(st.integers(0, STORIES - 2), st.integers(0, 3))
piles = st.lists(documents, min_size=1, max_size=5)


def lines(number, left_out=0):
    """Return a story that no other has a sentence of, but for the speech that it reports."""
    told = story(random.Random(100 + number))
    words = speech(random.Random(number % SPEECHES))
    return (*told[:4], words, *told[4 : len(told) - left_out])


def counts(pile):
    """Return the number of families, and of those that carry the speech of each document."""
    texts = [text(f"d{at}", lines(*told)) for at, told in enumerate(pile)]
    links = [(d.derived, d.origin) for d in derivations(texts)]
    named = families({t.doc: None for t in texts}, links)
    family = {doc: name for name, members in named.items() for doc in members}
    carried = [{family[doc] for doc in found.docs} for found in group(map(speech_of, texts))]
    return len(named), {doc: len(c) for doc, name in family.items() for c in carried if name in c}


def speech_of(told):
    quoted = told.quotations[0]
    return Saying(told.doc, told.doc, told.text, (quoted,), StatementKind.DIRECT, (quoted,))


@settings(max_examples=100, deadline=None)
@given(piles, st.integers(0, 4))
def test_an_exact_copy_changes_no_count(pile, which):
    before, after = counts(pile), counts([*pile, pile[which % len(pile)]])
    assert after[0] == before[0]
    assert before[1].items() <= after[1].items()


@settings(max_examples=100, deadline=None)
@given(piles)
def test_a_new_source_raises_a_count_by_one_at_most(pile):
    before, after = counts(pile), counts([*pile, (STORIES - 1, 0)])
    assert after[0] == before[0] + 1
    assert all(0 <= after[1][doc] - count <= 1 for doc, count in before[1].items())


@settings(max_examples=100, deadline=None)
@given(piles, st.integers(0, 4))
def test_taking_one_away_raises_no_count(pile, which):
    which %= len(pile)
    before = counts([*pile[:which], *pile[which + 1 :], pile[which]])
    after = counts([*pile[:which], *pile[which + 1 :]])
    assert after[0] <= before[0]
    assert all(count <= before[1][doc] for doc, count in after[1].items())
