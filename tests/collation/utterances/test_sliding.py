from hypothesis import given
from hypothesis import strategies as st

from dragoman.collation.lineage.edits import Step, steps
from dragoman.collation.lineage.words import words
from dragoman.collation.utterances.sliding import slid_steps


def cut(text):
    return words(text, 0, len(text))


def test_an_edit_behind_a_repeated_word_joins_the_one_before():
    before = cut("that happened then")
    after = cut("all that they say that happened then and we know")
    assert len(steps(before, after)) == 3
    assert slid_steps(before, after) == (Step(0, 0, 0, 4), Step(3, 3, 7, 10))


def test_a_word_dropped_within_stays_where_it_is():
    assert slid_steps(cut("the special interest funds"), cut("the interest funds")) == (
        Step(1, 2, 1, 1),
    )


WORDS = st.lists(st.sampled_from(["a", "b", "c"]), max_size=8).map(" ".join)


@given(WORDS, WORDS)
def test_the_steps_make_the_one_wording_of_the_other(first, second):
    before, after = cut(first), cut(second)
    made, at = [], 0
    for step in slid_steps(before, after):
        made += [word.form for word in before[at : step.a]]
        assert len(made) == step.c
        made += [word.form for word in after[step.c : step.d]]
        at = step.b
    made += [word.form for word in before[at:]]
    assert made == [word.form for word in after]


def test_a_cut_at_an_edge_is_parted_from_the_exchange_beside_it():
    before, after = cut("I urge you to step up"), cut("move up")
    assert slid_steps(before, after) == (Step(0, 4, 0, 0), Step(4, 5, 0, 1))
    assert slid_steps(cut("step up now please"), cut("step down")) == (
        Step(1, 2, 1, 2),
        Step(2, 4, 2, 2),
    )


@given(WORDS, WORDS)
def test_steps_beyond_the_fewest_are_parted_at_an_edge(first, second):
    before, after = cut(first), cut(second)
    assert len(slid_steps(before, after)) <= len(steps(before, after)) + 2
