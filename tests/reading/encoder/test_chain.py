"""The chain of labels against all sequences of labels, one by one."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dragoman.reading.encoder.chain import Chain

LABELS = 3
NEVER = -10_000.0
few = settings(max_examples=40, deadline=None)


def weighing(*shape, never=False):
    plain = st.floats(-8, 8, width=16)
    return arrays(np.float64, shape, elements=plain | st.just(NEVER) if never else plain)


@st.composite
def chains(draw):
    """Return a chain in which some steps cannot be, but none that leads nowhere, and logits."""
    transitions = draw(weighing(LABELS, LABELS, never=True))
    begins = draw(weighing(LABELS, never=True))
    transitions[:, 0], begins[0] = draw(weighing(LABELS)), 0.5
    return Chain(transitions, begins), draw(weighing(draw(st.integers(1, 6)), LABELS))


def every_sequence(chain, logits):
    """Return all sequences of labels and their scores."""
    sequences = np.array(list(product(range(LABELS), repeat=len(logits))))
    scores = chain.begins.astype(float)[sequences[:, 0]]
    for word, row in enumerate(logits.astype(float)):
        scores += row[sequences[:, word]]
    for word in range(len(logits) - 1):
        scores += chain.transitions[sequences[:, word], sequences[:, word + 1]]
    return sequences, scores


@few
@given(chains())
def test_the_best_sequence_is_the_best_of_all(made):
    chain, logits = made
    sequences, scores = every_sequence(chain, logits)
    (best,) = chain.best([logits])
    (at,) = np.flatnonzero((sequences == best).all(-1))
    assert scores[at] >= scores.max() - 1e-3


@few
@given(chains())
def test_how_likely_labels_are_is_the_share_of_all_sequences(made):
    chain, logits = made
    sequences, scores = every_sequence(chain, logits)
    shares = np.exp(scores - scores.max())
    shares /= shares.sum()
    expected = [
        [shares[sequences[:, word] == label].sum() for label in range(LABELS)]
        for word in range(len(logits))
    ]
    (follows,) = chain.follows([logits])
    np.testing.assert_allclose(follows.likely, expected, atol=1e-5)


@few
@given(chains())
def test_how_likely_a_label_follows_another_is_its_share_among_those_that_do(made):
    chain, logits = made
    sequences, scores = every_sequence(chain, logits)
    (follows,) = chain.follows([logits])
    steps = follows.steps
    assert steps.shape == (len(logits) - 1, LABELS, LABELS)
    for word, before, after in np.ndindex(steps.shape):
        here = sequences[:, word] == before
        shares = np.exp(scores[here] - scores[here].max())
        expected = shares[sequences[here, word + 1] == after].sum() / shares.sum()
        assert abs(steps[word, before, after] - expected) < 1e-4


@few
@given(st.integers(0, 2**32 - 1), st.sampled_from([0.01, 5.0, 40.0]))
def test_a_long_sequence_neither_overflows_nor_vanishes(seed, strength):
    chance = np.random.default_rng(seed)
    logits = chance.normal(0, strength, (2_000, 7)).astype(np.float64)
    chain = Chain(
        chance.normal(0, 2, (7, 7)).astype(np.float64), chance.normal(0, 2, 7).astype(np.float64)
    )
    (follows,) = chain.follows([logits])
    np.testing.assert_allclose(follows.likely.sum(-1), 1, atol=1e-9)
    np.testing.assert_allclose(follows.steps.sum(-1), 1, atol=1e-9)
    assert follows.likely.min() >= 0
    (best,) = chain.best([logits])
    assert len(best) == len(logits)


def test_a_step_that_cannot_be_is_never_taken():
    chain = Chain(np.array([[0, NEVER], [0, 0]], np.float64), np.array([0, NEVER], np.float64))
    logits = np.array([[0, 9], [0, 9], [0, 9]], np.float64)
    assert list(chain.best([logits])) == [[0, 0, 0]]
    (follows,) = chain.follows([logits])
    assert follows.likely.tolist() == [[1, 0]] * 3


@few
@given(st.integers(0, 2**32 - 1), st.lists(st.integers(1, 30), min_size=1, max_size=6))
def test_sequences_side_by_side_are_what_each_is_alone(seed, lengths):
    chance = np.random.default_rng(seed)
    chain = Chain(chance.normal(0, 2, (7, 7)), chance.normal(0, 2, 7))
    sequences = [chance.normal(0, 5, (length, 7)) for length in lengths]
    together = zip(chain.best(sequences), chain.follows(sequences), strict=True)
    for sequence, (labels, follows) in zip(sequences, together, strict=True):
        (alone,) = chain.follows([sequence])
        assert [labels] == list(chain.best([sequence]))
        assert np.array_equal(follows.likely, alone.likely)
        assert np.array_equal(follows.steps, alone.steps)
