import pytest

from dragoman.collation.dependence import house_names, publisher, wire
from dragoman.knowledge import listed, table


@pytest.mark.parametrize(
    ("outlet", "expected"),
    [
        ("Belfast Telegraph", "Mediahuis"),
        ("The Irish Independent", "Mediahuis"),
        ("WSJ", "News Corp"),
        ("DW", "Deutsche Welle"),
        ("The Varnland Courier", "The Varnland Courier"),
        ("", None),
        (None, None),
    ],
)
def test_sister_titles_have_one_publisher(outlet, expected):
    assert publisher(outlet) == expected


def test_of_namesakes_with_different_owners_none_is_told():
    assert publisher("ABC News") == "ABC News"


@pytest.mark.parametrize(
    ("agency", "outlet", "expected"),
    [
        ("Associated Press", "The Varnland Courier", "AP"),
        ("Varnland Wire", None, "Varnland Wire"),
        (None, "Xinhua News Agency", "Xinhua"),
        (None, "The Varnland Courier", None),
        (None, None, None),
    ],
)
def test_the_wire_is_credited_or_the_outlet_itself(agency, outlet, expected):
    assert wire(agency, outlet) == expected


def test_an_outlet_is_known_by_its_other_names():
    assert "DW" in house_names("Deutsche Welle")
    assert "Deutsche Welle" in house_names("DW")
    assert "DW" not in house_names("DW")
    assert house_names("The Varnland Courier") == house_names(None) == ()


def test_no_title_is_listed_twice():
    titles = [title for row in table("publishers") for title in listed(row["titles"])]
    assert len(titles) == len(set(titles))
    assert all(row["country"] for row in table("publishers"))
