import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.collation.families import families
from dragoman.collation.lineage import Text, derivations
from dragoman.model import Span
from stories import HARBOUR, ORCHARD, OTHER_REPORT, REWRITTEN, text

SENTENCES = (*HARBOUR, *REWRITTEN, *OTHER_REPORT, *ORCHARD, "It was so good that they all came.")
stories = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8)
piles = st.lists(stories, min_size=1, max_size=5)


def pile_of(lines):
    return [text(f"d{number}", story) for number, story in enumerate(lines)]


@settings(max_examples=40, deadline=None)
@given(piles, st.randoms(use_true_random=False))
def test_the_order_of_the_pile_is_nothing(lines, chance):
    pile = pile_of(lines)
    expected = derivations(pile)
    chance.shuffle(pile)
    assert derivations(pile) == expected


@settings(max_examples=60, deadline=None)
@given(piles, st.integers(0, 4))
def test_a_copy_adds_no_family(lines, which):
    pile = pile_of(lines)
    copied = pile[which % len(pile)]
    more = [*pile, Text("copy", copied.text, copied.sentences, copied.quotations)]
    before, after = (
        families({t.doc: None for t in texts}, [(d.derived, d.origin) for d in derivations(texts)])
        for texts in (pile, more)
    )
    assert len(before) == len(after)
    assert any({"copy", copied.doc} <= set(members) for members in after.values())


@pytest.mark.parametrize("unit", ["a ", "Aa Bb. ", "“a” ", "x.", "the ferry treaty "])
def test_time_grows_with_the_text(unit):
    def seconds(length):
        whole = (unit * length)[:length]
        pile = [Text(doc, whole, (Span(0, length),)) for doc in "ab"]
        begun = time.process_time()
        derivations(pile)
        return time.process_time() - begun

    seconds(1000)
    assert seconds(80_000) < 3 * seconds(40_000) + 0.2


@pytest.mark.seeds
def test_the_seeds(seeds):
    pile = []
    for path in sorted(seeds.glob("*.txt")):
        lines = path.read_text(encoding="utf-8").replace(". ", ".\n").split("\n")
        pile.append(text(path.stem[:3], [line for line in lines if line.strip()]))
    found = derivations(pile)
    assert [{d.derived, d.origin} for d in found] == [{"000", "001"}]
