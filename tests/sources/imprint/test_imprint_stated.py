"""What markup and columns state goes before what the text says."""

import pytest

from dragoman.model import Draft
from dragoman.sources.imprint import imprint

BODY = (
    "The ferry to Ostermark left the harbour at noon, an hour late and with only half of its "
    "passengers, the harbour master said on Monday.\n\nFog had kept it at the quay, he said."
)


def stated(text=BODY, **facts):
    return imprint(Draft(text, stated=facts), "ferry", "ferry.html")[0]


@pytest.mark.parametrize(
    ("title", "outlet", "expected"),
    [
        ("Ferry sails late", None, "Ferry sails late"),
        ("Ferry sails late | The Harbour Courier", "The Harbour Courier", "Ferry sails late"),
        ("Ferry sails late - BBC News", None, "Ferry sails late"),
        ("Ferry sails late – and nobody minds", None, "Ferry sails late – and nobody minds"),
    ],
)
def test_titles_lose_the_name_of_the_site(title, outlet, expected):
    assert stated(title=title, **({"outlet": outlet} if outlet else {})).title == expected


def test_a_stated_title_is_found_among_the_lines():
    text = f"Home\n\nFerry sails late\n\n{BODY}"
    _, passages = imprint(Draft(text, stated={"title": "Ferry sails late"}), "ferry", "ferry.html")
    assert [p.kind for p in passages][:2] == ["boilerplate", "headline"]


@pytest.mark.parametrize(
    ("given", "byline", "agency"),
    [
        ("Hanne Fisk", "Hanne Fisk", None),
        ("By Hanne Fisk and Jonas Wick", "Hanne Fisk, Jonas Wick", None),
        ("Reuters", None, "Reuters"),
        ("Associated Press", None, "AP"),
        ("Meridian News Agency", None, "Meridian News Agency"),
        ("Staff Reporter", None, None),
        ("https://social.example/hfisk", None, None),
        ("张三", "张三", None),
    ],
)
def test_stated_bylines(given, byline, agency):
    document = stated(byline=given)
    assert (document.byline, document.agency) == (byline, agency)


@pytest.mark.parametrize(
    ("given", "language"), [("en-US", "en"), ("pt_BR", "pt"), ("", "en"), ("English", "en")]
)
def test_languages(given, language):
    assert stated(**({"language": given} if given else {})).language == language


@pytest.mark.parametrize("text", ["NATO", "1 2 3", "", "Ja."])
def test_too_short_for_a_language(text):
    assert stated(text).language is None


def test_the_address_names_the_outlet():
    document = stated(url="https://www.dw.com/en/ferry/a-1")
    assert (document.url, document.outlet) == ("https://www.dw.com/en/ferry/a-1", "Deutsche Welle")


def test_an_unknown_address_names_none():
    assert stated(url="https://ferry.example/a").outlet is None


@pytest.mark.parametrize("url", ["http://[", "https://", "//", "x" * 5_000])
def test_broken_addresses_raise_nothing(url):
    assert stated(url=url).outlet is None


def test_other_columns_are_kept():
    document, _ = imprint(Draft(BODY, extra={"desk": 7}), "ferry", "ferry.csv")
    assert document.extra == {"desk": 7}
