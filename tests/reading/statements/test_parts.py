"""Runs of labels as parts, and how sure they are."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.encoder.chain import Chain, Follows
from dragoman.reading.statements.parts import Part, Role, parts_of

LABELS = 7


def even(count):
    """Return what says that every label is as likely as any other."""
    return Follows(
        np.full((count, LABELS), 1 / LABELS), np.full((count - 1, LABELS, LABELS), 1 / LABELS)
    )


def runs(labels):
    found = parts_of(labels, even(len(labels)))
    return [(part.role.name.lower(), part.first, part.last) for part in found]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ([0, 0], []),
        ([1, 2, 3, 5, 6, 6], [("source", 0, 1), ("cue", 2, 2), ("content", 3, 5)]),
        ([5, 5, 6], [("content", 0, 0), ("content", 1, 2)]),
        ([0, 3, 4, 0, 4], [("cue", 1, 2)]),
        ([1, 4, 6], [("source", 0, 0)]),
        ([6, 6, 1], [("source", 2, 2)]),
    ],
)
def test_runs(labels, expected):
    assert runs(labels) == expected


@settings(deadline=None)
@given(st.lists(st.integers(0, LABELS - 1), min_size=1, max_size=30))
def test_each_opening_is_a_part_and_parts_lie_apart(labels):
    found = runs(labels)
    assert [first for _, first, _ in found] == [
        at for at, label in enumerate(labels) if label in {role.value for role in Role}
    ]
    ends = [-1, *(last for _, _, last in found)]
    assert all(end < first for end, (_, first, _) in zip(ends, found, strict=False))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_how_sure_a_part_is(seed):
    chance = np.random.default_rng(seed)
    logits = chance.normal(0, 3, (5, LABELS)).astype(np.float64)
    chain = Chain(
        chance.normal(0, 1, (LABELS, LABELS)).astype(np.float64),
        chance.normal(0, 1, LABELS).astype(np.float64),
    )
    labels = [0, 5, 6, 0, 0]
    (follows,) = chain.follows([logits])
    (part,) = parts_of(labels, follows)
    assert part.certainty == pytest.approx(_share(chain, logits), rel=1e-4)
    assert part.certainty <= part.presence <= 1 + 1e-9


def _share(chain, logits):
    """Return the share of all sequences in which a content stands on just words 1 and 2."""
    scores = np.array(0.0)
    for at in range(5):
        axis = [1] * 5
        axis[at] = LABELS
        scores = scores + logits[at].astype(float).reshape(axis)
        if at:
            axis[at - 1] = LABELS
            scores = scores + chain.transitions.astype(float).reshape(axis)
    scores = scores + chain.begins.astype(float).reshape(LABELS, 1, 1, 1, 1)
    shares = np.exp(scores - scores.max())
    within = shares[:, 5, 6].sum() - shares[:, 5, 6, 6].sum()
    return within / shares.sum()


def test_a_part_at_the_end_and_of_one_word():
    follows = even(1)
    (part,) = parts_of([3], follows)
    assert part == Part(Role.CUE, 0, 0, pytest.approx(1 / 7), pytest.approx(2 / 7))
