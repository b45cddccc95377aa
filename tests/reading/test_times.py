from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import Passage, PassageKind, Span, TimeType
from dragoman.reading.times import read_times


def read(text, kind=PassageKind.BODY):
    passages = (Passage(Span(0, len(text)), kind),) if text else ()
    return [(time.span.cut(text), time.value) for time in read_times(text, passages)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 31 January 2023 he left.", [("31 January 2023", "2023-01-31")]),
        ("On January 31, 2023, he left.", [("January 31, 2023", "2023-01-31")]),
        ("on the 3rd of May 2021", [("3rd of May 2021", "2021-05-03")]),
        ("It began in June 2022.", [("June 2022", "2022-06")]),
        ("Since 2014, the border", [("2014", "2014")]),
        ("the summer of 2022 was", [("summer of 2022", "2022-SU")]),
        ("updated 2023-02-07.", [("2023-02-07", "2023-02-07")]),
        ("at 2023-02-07 17:10:24 sharp", [("2023-02-07 17:10:24", "2023-02-07T17:10:24")]),
        ("Sept. 5, 2016", [("Sept. 5, 2016", "2016-09-05")]),
        ("in 2000 ships", []),
        ("about 2014 people", []),
        ("31 February 2023", []),
        ("2023-13-45", []),
        ("In May he left.", []),
    ],
)
def test_absolute_dates(text, expected):
    assert read(text) == expected


def test_a_time_of_day_is_a_time():
    text = "2023-02-07 17:10:24"
    (time,) = read_times(text, (Passage(Span(0, len(text)), PassageKind.BODY),))
    assert time.type is TimeType.TIME


def test_furniture_is_not_read():
    assert read("On 31 January 2023", PassageKind.BOILERPLATE) == []


@given(st.text(alphabet="0123456789 -:.,MayJunesummerof", max_size=60))
def test_never_raises_and_stays_inside(text):
    assert all(words.strip() for words, _ in read(text))
