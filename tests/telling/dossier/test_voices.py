"""Who said what: quoted, reported and thought apart, the doubtful last, denials marked."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.archive.archive import Archive
from dragoman.telling.dossier import dossier, voice
from dragoman.telling.dossier import voices as speakers
from dragoman.telling.dossier.nesting import tellers
from dragoman.telling.dossier.papers import pile
from dragoman.telling.dossier.sayings import joined, sayings
from dragoman.telling.dossier.wording import quotations
from parley import parley
from strait import taken_apart


@pytest.fixture
def talks(tmp_path):
    with Archive(parley(tmp_path / "parley.dragoman")) as opened:
        yield opened


@pytest.fixture
def voices(talks):
    (section,) = taken_apart(dossier(talks)).xpath("//section[@id='voices']")
    return section


def words(node):
    return " ".join(node.text_content().split())


def row(section, told):
    """Return the one statement that holds these words."""
    (found,) = [li for li in section.xpath(".//li[p]") if told in words(li)]
    return found


def parts(section, name):
    """Return a voice's parts: what each is called, and what was said there."""
    (voice,) = [v for v in section.xpath(".//article") if words(v.xpath(".//h4")[0]) == name]
    return {
        words(part.xpath("h5 | summary")[0]): [words(p) for p in part.xpath(".//p[@class='said']")]
        for part in voice.xpath(".//*[@class='part']")
    }


def test_groups_by_what_speaks_and_the_unnamed_last(voices):
    titles = [words(h).split(" ")[0] for h in voices.xpath(".//h3")]
    assert titles == ["Persons", "States", "Organisations", "Not"]
    unnamed = voices.xpath(".//section[last()]//h4")
    assert [words(h) for h in unnamed] == ["Officials", "An aide", "No one is named"]


def test_quoted_before_reported_before_thought_before_doubtful(voices):
    assert parts(voices, "Odo Brandt") == {
        "Quoted": ["“The ford stays open,”"],
        "Reported": [
            "He wrote that tolls would fall",
            "question Brandt asked whether the bridge was safe",
            "Brandt said the River League had warned him of floods",
        ],
        "Thoughts and aims, as reported": ["Brandt believes the pact will hold"],
        "1 uncertain reading": ["He wants to meet the Ostmark council"],
    }


def test_tells_what_it_does(voices):
    assert words(row(voices, "the guns")).startswith("demand Ostmark demanded")
    assert words(row(voices, "closed the ford")).startswith("denial Ostmark denied")
    assert "in writing" in words(row(voices, "tolls"))
    assert "aim" in words(row(voices, "council"))


def test_says_what_is_uncertain(voices):
    assert "uncertain speaker" in words(row(voices, "council"))
    assert "uncertain reading" in words(row(voices, "he was tired"))
    assert "uncertain" not in words(row(voices, "the pact"))


def test_tells_the_circumstances_each_with_its_place(voices):
    quoted = row(voices, "The ford stays open")
    assert (
        "to: the Ferry Post · occasion: at the Mill summit · when: on Monday (3 May 2021)"
        in words(quoted)
    )
    assert "carried by: letter" in words(row(voices, "tolls"))
    (place,) = [a for a in quoted.xpath(".//a") if a.text_content() == "the Ferry Post"]
    (anchor,) = place.getroottree().xpath(f"//*[@id='{place.get('href')[1:]}']")
    assert words(anchor.getparent()).startswith(words(quoted.xpath(".//p")[0]))
    assert anchor.xpath("string(following::text()[1])") == "the Ferry Post"


def test_independent_sources_copies_and_repetitions(voices):
    told = words(row(voices, "The ford stays open"))
    assert "2 independent sources · The Gazette gazette#0-22 4 May 2021; also in The Notice" in told
    assert "in copies The Courier courier#0-22; again The Courier courier#60-82" in told


def test_a_nested_statement_says_in_whose_words(voices):
    assert "as Odo Brandt tells it" in words(row(voices, "the River League had warned of floods"))
    assert "tells it" not in words(row(voices, "Brandt said the River League"))


def test_a_denial_is_marked_in_timeline_text_and_quotations(talks):
    tree = taken_apart(dossier(talks))
    (entry,) = tree.xpath("//section[@id='timeline']//p[.//mark]")
    assert words(entry).startswith("denial … fall.")
    starts = tree.xpath("//*[@class='text']//*[contains(@class, 'n')]")
    starts = [node for node in starts if "n" in node.get("class").split()]
    assert [node.text[:12] for node in starts] == ["that it had "]


def test_the_words_shown_for_a_denial_hold_no_mark(talks):
    """The mark is drawn by the style sheet: a receipt's words stay the document's."""
    (text,) = taken_apart(dossier(talks)).xpath("//article[@data-doc='gazette']//*[@class='text']")
    assert "denied that it had closed" in text.text_content()
    assert "denial" not in text.text_content()


def test_what_the_page_leaves_out_is_counted(talks, monkeypatch):
    monkeypatch.setattr(voice, "MOST_SAYINGS", 1)
    monkeypatch.setattr(speakers, "MOST_TOLD", 1)
    (section,) = taken_apart(dossier(talks)).xpath("//section[@id='voices']")
    assert parts(section, "Odo Brandt")["Reported"] == ["He wrote that tolls would fall"]
    told = words(section)
    assert "2 more stand in the archive’s table statements" in told
    assert "What 2 more speakers say stands in" in told
    assert "An aide" not in told


def test_the_innermost_statement_around(talks):
    found = tellers(sayings(pile(talks.connection)))
    assert {inner: outer.statement for inner, outer in found.items()} == {
        "gazette:s9": "gazette:s8"
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He called it “a ford” and “a gate”", ["“a ford”", "“a gate”"]),
        ("They spoke of ‘the river’s gate’ as open", ["‘the river’s gate’"]),
        ("Since the ‘90s “the ford” lies open", ["“the ford”"]),
        ("“He said ‘no’ twice” and left", ["“He said ‘no’ twice”"]),
        ("the guild’s “gate", ["“gate"]),
    ],
)
def test_words_in_quotation_marks(text, told):
    assert [text[a:b] for a, b in quotations(text)] == told


spans = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda p: (p[0], sum(p))))


@given(spans)
def test_joined_spans_hold_the_same_places_in_order(listed):
    found = joined(listed)
    assert {at for a, b in found for at in range(a, b)} == {
        at for a, b in listed for at in range(a, b)
    }
    assert all(first[1] <= second[0] for first, second in pairwise(found))
