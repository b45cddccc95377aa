"""Scores: between 0 and 1, and higher for what is seen more surely."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model import StatementKind
from dragoman.reading.encoder.encoder import encoder
from dragoman.reading.statements.found import Found
from dragoman.reading.statements.links import Linked
from dragoman.reading.statements.parts import Part, Role
from dragoman.reading.statements.scores import ALONE, score, signs

CHANCES = st.floats(0, 1)
KINDS = st.sampled_from(StatementKind)
SURE = Linked(
    source=Part(Role.SOURCE, 0, 0, 0.9, 0.9),
    cue=Part(Role.CUE, 1, 1, 0.9, 0.9),
    contents=(Part(Role.CONTENT, 2, 9, 0.9, 0.9), Part(Role.CONTENT, 11, 12, 0.8, 0.8)),
    to_source=0.9,
    to_cue=0.9,
)


def parts(role):
    return st.builds(Part, st.just(role), st.just(3), st.integers(3, 250), CHANCES, CHANCES)


LINKED = st.builds(
    Linked,
    source=st.none() | parts(Role.SOURCE),
    cue=parts(Role.CUE),
    contents=st.lists(parts(Role.CONTENT), max_size=3).map(tuple),
    to_source=CHANCES,
    to_cue=CHANCES,
)


def found(linked, *, nested=False):
    return Found([], [(0, 1)], [(2, 3)], linked, nested)


@settings(deadline=None)
@given(LINKED, KINDS, st.booleans())
def test_a_score_is_a_chance(linked, kind, nested):
    weights = encoder().calibration
    assert len(signs(linked, kind, nested=nested)) == len(weights)
    assert 0.0 <= score(found(linked, nested=nested), kind, weights) <= 1.0


def test_a_quotation_that_nothing_attributes_has_its_share():
    assert score(found(None), StatementKind.DIRECT, [1.0] * 13) == ALONE


def _less(part):
    return replace(part, certainty=part.certainty / 2, presence=part.presence / 2)


@pytest.mark.parametrize(
    "doubt",
    [
        {"source": _less(SURE.source)},
        {"cue": _less(SURE.cue)},
        {"contents": (SURE.contents[0], _less(SURE.contents[1]))},
        {"to_source": 0.4},
        {"to_cue": 0.4},
    ],
)
def test_each_doubt_lowers_its_signs(doubt):
    def told(linked):
        return signs(linked, StatementKind.DIRECT, nested=False)

    pairs = list(zip(told(replace(SURE, **doubt)), told(SURE), strict=True))
    assert all(less <= more for less, more in pairs)
    assert any(less < more for less, more in pairs)


def test_all_doubts_together_lower_the_score():
    weights = encoder().calibration
    doubtful = Linked(
        _less(SURE.source), _less(SURE.cue), tuple(map(_less, SURE.contents)), 0.4, 0.4
    )
    for kind in StatementKind:
        assert score(found(doubtful), kind, weights) < score(found(SURE), kind, weights)


def test_what_cannot_be_told_apart_from_certain_is_no_more_than_that():
    certain = replace(SURE, to_cue=1.0)
    nearly = replace(SURE, to_cue=0.9999999)
    kind = StatementKind.INDIRECT
    assert signs(certain, kind, nested=False) == signs(nearly, kind, nested=False)
