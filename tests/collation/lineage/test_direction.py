import pytest

from dragoman.collation.lineage import compare
from dragoman.collation.lineage.direction import direction
from dragoman.model import DerivationKind
from stories import HARBOUR, text

NAMING = (*HARBOUR, "Brandvik told The Fjord Post that she was tired.")


def test_nothing_known_is_unknown_and_in_order():
    found = direction(text("b", HARBOUR), text("a", HARBOUR))
    assert (found.derived.doc, found.origin.doc, found.score) == ("b", "a", 0.5)
    assert found.note == "nothing tells which came first"


@pytest.mark.parametrize(
    ("early", "late"),
    [
        ("2024-05-01", "2024-05-02"),
        ("2024-04", "2024-05-02"),
        ("2024-05-01T08:00:00Z", "2024-05-01T09:30:00Z"),
    ],
)
def test_the_later_is_derived(early, late):
    found = direction(text("a", HARBOUR, published=late), text("b", HARBOUR, published=early))
    assert found.derived.doc == "a"
    assert 0.8 < found.score < 0.95
    assert late in found.note


@pytest.mark.parametrize(("one", "other"), [("2024-05", "2024-05-02"), ("2024", "2024-05-02")])
def test_dates_of_other_precision_say_nothing_within_it(one, other):
    found = direction(text("a", HARBOUR, published=one), text("b", HARBOUR, published=other))
    assert found.score == 0.5


def test_a_house_name_left_over_outweighs_a_wrong_date():
    origin = text("b", NAMING, outlet="The Fjord Post", published="2024-05-09")
    copy = text("a", NAMING, outlet="Daily Skerry", published="2024-05-01")
    found = direction(origin, copy)
    assert found.derived.doc == "a"
    assert found.note.startswith("a names The Fjord Post, the outlet of b; although b is dated")


def test_a_common_word_is_no_house_name():
    lines = (*HARBOUR, "Time is short. Today is late.")
    for name in ("Time", "Today"):
        found = direction(text("a", lines), text("b", HARBOUR, outlet=name))
        assert found.score == 0.5


def test_part_of_a_word_is_no_house_name():
    found = direction(text("a", (*HARBOUR, "DWARF")), text("b", HARBOUR, outlet="DW"))
    assert found.score == 0.5


def test_a_credit_decides():
    wire = text("b", HARBOUR, outlet="Nordic Wire", agency="Nordic Wire")
    found = direction(text("a", HARBOUR, outlet="Daily Skerry", agency="Nordic Wire"), wire)
    assert found.derived.doc == "a"
    assert found.note == "a credits Nordic Wire"


def test_a_first_publisher_decides():
    first = text("b", HARBOUR, outlet="The Fjord Post")
    found = direction(text("a", HARBOUR, republished_from="The Fjord Post"), first)
    assert found.derived.doc == "a"


def test_two_that_credit_one_agency_are_siblings():
    known = {"agency": "Nordic Wire"}
    found = compare(
        text("a", HARBOUR, outlet="Daily Skerry", published="2024-05-01", **known),
        text("b", HARBOUR, outlet="The Fjord Post", published="2024-05-02", **known),
    )
    assert found.kind is DerivationKind.SHARED_SOURCE
    assert found.direction_score == 0.5
    assert found.source_note == "both credit Nordic Wire, so each may have it from there"
