import pytest

from dragoman.collation.lineage import compare
from stories import HARBOUR, text

NAMING = (*HARBOUR, "Brandvik told The Fjord Post that she was tired.")


def test_nothing_known_is_unknown_and_in_order():
    found = compare(text("b", HARBOUR), text("a", HARBOUR))
    assert (found.derived, found.origin, found.direction_score) == ("b", "a", 0.5)
    assert found.source_note == "nothing tells which came first"


@pytest.mark.parametrize(
    ("early", "late"),
    [
        ("2024-05-01", "2024-05-02"),
        ("2024-04", "2024-05-02"),
    ],
)
def test_the_later_is_derived(early, late):
    found = compare(text("a", HARBOUR, published=late), text("b", HARBOUR, published=early))
    assert found.derived == "a"
    assert 0.8 < found.direction_score < 0.95
    assert late in found.source_note


@pytest.mark.parametrize(("one", "other"), [("2024-05", "2024-05-02"), ("2024", "2024-05-02")])
def test_dates_of_other_precision_say_nothing_within_it(one, other):
    found = compare(text("a", HARBOUR, published=one), text("b", HARBOUR, published=other))
    assert found.direction_score == 0.5


def test_a_house_name_left_over_outweighs_a_wrong_date():
    origin = text("b", NAMING, outlet="The Fjord Post", published="2024-05-09")
    copy = text("a", NAMING, outlet="Daily Skerry", published="2024-05-01")
    found = compare(origin, copy)
    assert found.derived == "a"
    assert found.source_note.startswith(
        "a names The Fjord Post, the outlet of b; although b is dated"
    )


def test_a_common_word_is_no_house_name():
    lines = (*HARBOUR, "Time is short. Today is late.")
    for name in ("Time", "Today"):
        found = compare(text("a", lines), text("b", HARBOUR, outlet=name))
        assert found.direction_score == 0.5


def test_part_of_a_word_is_no_house_name():
    found = compare(text("a", (*HARBOUR, "DWARF")), text("b", HARBOUR, outlet="DW"))
    assert found.direction_score == 0.5


def test_a_credit_decides():
    wire = text("b", HARBOUR, outlet="Nordic Wire", agency="Nordic Wire")
    found = compare(text("a", HARBOUR, outlet="Daily Skerry", agency="Nordic Wire"), wire)
    assert found.derived == "a"
    assert found.source_note == "a credits Nordic Wire"


def test_a_first_publisher_decides():
    first = text("b", HARBOUR, outlet="The Fjord Post")
    found = compare(text("a", HARBOUR, republished_from="The Fjord Post"), first)
    assert found.derived == "a"


def test_two_that_credit_one_agency_are_likelier_siblings():
    known = {"agency": "Nordic Wire"}
    found = compare(
        text("a", HARBOUR, outlet="Daily Skerry", published="2024-05-01", **known),
        text("b", HARBOUR, outlet="The Fjord Post", published="2024-05-02", **known),
    )
    assert found.apart > 0.5
    assert found.direction_score == 0.5
    assert found.source_note.startswith("both credit Nordic Wire, so each may have it from there")


def test_times_of_day_compare_across_zones():
    early = text("a", HARBOUR, published="2024-05-02", published_at="2024-05-02T08:00:00+09:00")
    late = text("b", HARBOUR, published="2024-05-01", published_at="2024-05-01T23:30:00+00:00")
    assert compare(early, late).derived == "b"


def test_a_time_without_a_zone_does_not_compare_with_one_that_has_it():
    one = text("a", HARBOUR, published="2024-05-02", published_at="2024-05-02T08:00:00+09:00")
    other = text("b", HARBOUR, published="2024-05-02", published_at="2024-05-02T09:30:00")
    assert compare(one, other).direction_score == 0.5


SPUN = (
    "Foreign Minister Ilse Brandvik unlocked the harbour parley in Oslo on Monday.",
    "She told delegates that the ferry pact with Denmark had sprinted its course.",
    "“We will not renew the ferry treaty before the autumn polls,” Brandvik said.",
    "Fishing villages along the Skagerrak dread that licences will lapse inside weeks.",
    "A spokesman for the trawler owners phoned the decision a treason of coastal towns.",
    "Denmark has offered arbitration beneath the rules of the maritime tribunal in Hamburg.",
    "The final arbitration between the neighbours, over herring quotas, took eleven years.",
)


def test_odd_words_are_the_copyists():
    found = compare(text("a", SPUN), text("b", HARBOUR))
    assert (found.derived, found.origin) == ("a", "b")
    assert found.direction_score > 0.75
    assert "a has the odder words in" in found.source_note


def test_odd_words_outweigh_a_wrong_date():
    spun = text("a", SPUN, published="2024-05-01")
    found = compare(spun, text("b", HARBOUR, published="2024-05-02"))
    assert found.derived == "a"
    assert "although" in found.source_note


def test_names_are_no_odd_words():
    renamed = tuple(line.replace("Skagerrak", "Kattegat") for line in HARBOUR)
    assert "odder" not in compare(text("a", renamed), text("b", HARBOUR)).source_note


def test_a_text_that_breaks_off_was_cut():
    found = compare(text("a", HARBOUR[:4]), text("b", HARBOUR))
    assert found.derived == "a"
    assert "a breaks off where b goes on" in found.source_note


ABOUT_IT = (
    "Brandvik said the ferry treaty had cost coastal towns their trawler licences.",
    "The arbitration in Hamburg over herring would follow the maritime tribunal's rules.",
    "Denmark wants the arbitration of the ferry treaty before the autumn elections in Norway.",
)
FOREIGN = (
    "Readers may win two tickets for the winter circus by sending a postcard to our office.",
    "Subscribers receive a cookery booklet and a calendar with pictures of mountain goats.",
    "Tomorrow brings drizzle, with sunshine towards the weekend and a light breeze inland.",
)


def test_what_was_put_in_is_foreign_to_the_story():
    lines = (*HARBOUR[:4], *ABOUT_IT, *HARBOUR[4:])
    found = compare(text("b", lines), text("a", (*HARBOUR[:5], *FOREIGN, *HARBOUR[5:])))
    assert (found.derived, found.origin) == ("a", "b")
    assert "what only" in found.source_note


def test_hearsay_is_second_hand():
    found = compare(text("a", ("Ferry treaty ends, reports say", *HARBOUR)), text("b", HARBOUR))
    assert found.derived == "a"
    assert "a speaks at second hand (“reports say”)" in found.source_note


def test_what_a_house_found_out_itself_was_put_in():
    own = "Daily Skerry asked both ministries for a response and will report their answer."
    found = compare(text("a", (*HARBOUR, own), outlet="Daily Skerry"), text("b", HARBOUR))
    assert found.derived == "a"
    assert "a put in what Daily Skerry found out itself" in found.source_note
