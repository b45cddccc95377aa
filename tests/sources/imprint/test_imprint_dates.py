"""Dates of publication: read where they are certain, never guessed, never an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import Draft, Precision
from dragoman.sources.imprint import imprint
from dragoman.sources.imprint.dates import dates_in
from dragoman.sources.imprint.published import stated_date, stated_time

BODY = "The ferry left the harbour of Ostermark at noon on 1 May 2019 and came back, he said."


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("31 January 2023", "2023-01-31"),
        ("January 31, 2023", "2023-01-31"),
        ("Jan.31,2023 17:03 KST", "2023-01-31"),
        ("Tuesday, 31st of January 2023", "2023-01-31"),
        ("2023-01-31T12:47:00+05:30", "2023-01-31"),
        ("2023/1/31", "2023-01-31"),
        ("31.01.2023", "2023-01-31"),
        ("02.03.2023", "2023-03-02"),
        ("01/31/2023", "2023-01-31"),
        ("31/01/2023", "2023-01-31"),
        ("05/05/2023", "2023-05-05"),
        ("02/03/2023", "2023"),
        ("July 2023", "2023-07"),
        ("2023-07", "2023-07"),
        ("31. Januar 2023", "2023-01-31"),
        ("1er février 2023", "2023-02-01"),
        ("31 de enero de 2023", "2023-01-31"),
        ("31 января 2023 года", "2023-01-31"),
        ("2023年1月31日", "2023-01-31"),
    ],
)
def test_ways_of_writing(line, value):
    assert [date.value for date in dates_in(line)] == [value]


@pytest.mark.parametrize(
    "line",
    [
        "31 February 2023",
        "February 31, 2023",
        "2023-13-01",
        "2023-00-10",
        "0 May 2023",
        "13.13.2023",
        "00/00/2023",
        "1 January 0000",
        "1 January 9999",
        "12 Safar 1444",
        "5 January 2566",
        "31 January 23",
        "2023",
        "twenty-first of May",
    ],
)
def test_no_date(line):
    assert dates_in(line) == ()


def test_two_dates_of_a_line_stand_in_order():
    found = dates_in("Published 3 March 2024, updated March 5, 2024")
    assert [date.value for date in found] == ["2024-03-03", "2024-03-05"]


@pytest.mark.parametrize(
    ("stated", "value"),
    [
        ("2023-01-31T23:30:00-08:00", "2023-01-31"),
        ("Tue, 31 Jan 2023 12:47:00 +0530", "2023-01-31"),
        ("20230131", "2023-01-31"),
        ("2023-07", "2023-07"),
        ("2023", "2023"),
        ("January 31, 2023", "2023-01-31"),
        ("31 February 2023", None),
        ("yesterday", None),
        ("", None),
        ("9999", None),
        ("٢٠٢٣", "2023"),
    ],
)
def test_stated(stated, value):
    assert stated_date(stated) == value


@pytest.mark.parametrize(
    ("stated", "value"),
    [
        ("2023-01-31T09:30:00Z", "2023-01-31T09:30:00+00:00"),
        ("2023-01-31 09:30", "2023-01-31T09:30:00"),
        ("Tue, 31 Jan 2023 12:47:00 +0530", "2023-01-31T12:47:00+05:30"),
        ("2023-01-31", None),
        ("2023-01-31T00:00:00+09:00", None),
        ("January 31, 2023", None),
        ("", None),
    ],
)
def test_a_stated_time_keeps_its_zone(stated, value):
    assert stated_time(stated) == value


@given(st.text(max_size=60))
def test_no_words_raise(words):
    stated_date(words)
    stated_time(words)
    assert all(0 <= date.start < date.end <= len(words) for date in dates_in(words))


@given(st.from_regex(r"\A\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}\Z"))
def test_no_numbers_raise(words):
    stated_date(words)
    dates_in(words)


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        (f"Ferry sails\n\n{BODY}", None, Precision.NONE),
        (f"Ferry sails\n\nJuly 2023\n\n{BODY}", "2023-07", Precision.MONTH),
        (f"Ferry sails\n\n02/03/2023\n\n{BODY}", "2023", Precision.YEAR),
        (f"Ferry sails\n\nUpdated 5 March 2024\n\n{BODY}", "2024-03-05", Precision.DAY),
        (
            f"Ferry sails\n\nUpdated 5 March 2024 | Published 3 March 2024\n\n{BODY}",
            "2024-03-03",
            Precision.DAY,
        ),
        (f"{BODY}\n\nFirst published: 3 March 2024", "2024-03-03", Precision.DAY),
        (f"Ferry sails\n\nOSTERMARK, 3 March 2024 (AFP) — {BODY}", "2024-03-03", Precision.DAY),
        (f"Ferry sails\n\nOSTERMARK, 3 March — {BODY}", None, Precision.NONE),
        (f"{BODY}\n\n[1] The Ferry Gazette (Date of Accession: 27.01.2023).", None, Precision.NONE),
        (f"{BODY}\n\n© 2024 The Harbour Courier", None, Precision.NONE),
        (f"Ferry sails\n\n31 February 2023\n\n{BODY}", None, Precision.NONE),
    ],
)
def test_where_a_date_counts(text, value, precision):
    document, _ = imprint(Draft(text), "ferry", "ferry.txt")
    assert (document.published, document.published_precision) == (value, precision)


def test_stated_goes_first_if_it_is_a_date():
    text = f"Ferry sails\n\n3 March 2024\n\n{BODY}"
    for stated, value in (("2024-03-01", "2024-03-01"), ("soon", "2024-03-03")):
        document, _ = imprint(Draft(text, stated={"published": stated}), "ferry", "ferry.txt")
        assert document.published == value


def test_the_date_of_capture_is_none_of_publication():
    document, _ = imprint(Draft(BODY, extra={"captured": "2024-03-03"}), "ferry", "ferry.warc")
    assert document.published is None
    assert document.extra == {"captured": "2024-03-03"}
