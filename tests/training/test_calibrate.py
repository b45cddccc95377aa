"""Scores made to be right as often as they say."""

import numpy as np
import pytest

from dragoman.reading.statements.found import Found
from recipes import recipe


@pytest.fixture(scope="module")
def calibrate():
    return recipe("calibrate")


TEXT = "Roe said that it rained in Oslo, and Poe said that it snowed in Rome."


def places(*cuts):
    return [(TEXT.index(cut), TEXT.index(cut) + len(cut)) for cut in cuts]


def labelled(source, content):
    gold = recipe("prepare").Gold
    return gold(tuple(places(*source)), (), tuple(places(*content)))


def found(source, content):
    return Found(places(*source), [], places(*content))


RAIN, SNOW = "that it rained in Oslo", "that it snowed in Rome"


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ([(["Roe"], [RAIN])], {0}),
        ([(["Roe said"], ["it rained in Oslo"])], {0}),
        ([(["Poe"], [RAIN])], set()),
        ([([], [RAIN])], set()),
        ([(["Roe"], ["that it"])], set()),
        ([(["Roe"], [RAIN, SNOW])], {0}),
        ([(["Roe"], [RAIN, "and Poe said", SNOW])], set()),
        ([(["Poe"], [SNOW]), (["Roe"], [RAIN])], {0, 1}),
        ([(["Roe"], ["it rained in Oslo"]), (["Roe"], [RAIN])], {1}),
        ([], set()),
    ],
)
def test_what_is_right(calibrate, read, right):
    gold = [labelled(["Roe"], [RAIN]), labelled(["Poe"], [SNOW])]
    assert calibrate.paired(TEXT, gold, [found(*one) for one in read]) == right


def test_where_nobody_is_named_none_is_right(calibrate):
    gold = [labelled([], [RAIN])]
    assert calibrate.paired(TEXT, gold, [found([], [RAIN])]) == {0}
    assert calibrate.paired(TEXT, gold, [found(["Roe"], [RAIN])]) == set()


def drawn(calibrate, count):
    """Return cases whose chances are known: 1 / (1 + exp(-(0.5 + 2 x - y)))."""
    chance = np.random.default_rng(4)
    signs = np.hstack([np.ones((count, 1)), chance.normal(size=(count, 2))])
    right = chance.random(count) < 1 / (1 + np.exp(-signs @ [0.5, 2.0, -1.0]))
    return [
        calibrate.Case(list(map(float, row)), bool(good), number)
        for number, (row, good) in enumerate(zip(signs, right, strict=True))
    ]


def test_weights_are_found_again(calibrate):
    weights = calibrate.fitted(drawn(calibrate, 20_000))
    np.testing.assert_allclose(weights, [0.5, 2.0, -1.0], atol=0.1)


def test_a_sign_that_never_differs_weighs_nothing(calibrate):
    cases = [
        calibrate.Case([*case.signs, 0.0], case.right, case.document)
        for case in drawn(calibrate, 500)
    ]
    assert calibrate.fitted(cases)[-1] == 0.0


def test_signs_that_tell_right_from_wrong_wholly_have_weights_too(calibrate):
    cases = [calibrate.Case([1.0, float(at)], at > 0, at) for at in (-2, -1, 1, 2)]
    weights = calibrate.fitted(cases)
    assert np.isfinite(weights).all()
    assert weights[1] > 0


def test_the_error_is_none_where_chances_are_right_and_large_where_not(calibrate):
    cases = drawn(calibrate, 20_000)
    assert calibrate.error(np.array([0.5, 2.0, -1.0]), cases) < 0.01
    assert calibrate.error(np.array([3.0, 0.0, 0.0]), cases) > 0.2
