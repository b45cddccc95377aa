from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.collation.lineage.words import words
from dragoman.collation.utterances.numbers import numbers


def values(text):
    return numbers(text, words(text, 0, len(text)))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5 million crowns", 5_000_000),
        ("five million crowns", 5_000_000),
        ("5,000,000 crowns", 5_000_000),
        ("three thousand two hundred herring", 3_200),
        ("twenty-five boats", 25),
        ("half of the fleet", Fraction(1, 2)),
        ("50 per cent of the fleet", Fraction(1, 2)),
        ("50% of the fleet", Fraction(1, 2)),
        ("a dozen boats", 12),
        ("1.5 billion", 1_500_000_000),
    ],
)
def test_a_number_is_one_value_however_it_is_written(text, value):
    assert values(text) == (value,)


def test_numbers_with_words_between_them_are_several():
    assert values("from 3 boats to seven boats") == (3, 7)


def test_words_that_count_nothing_are_no_numbers():
    assert values("a percentage of the fleet, per boat") == ()


def test_a_serial_number_is_no_value():
    assert values("account 12345678901234567890") == ()


@given(st.integers(2, 10**17))
def test_digits_are_their_value(number):
    assert values(f"some {number} herring") == (number,)
