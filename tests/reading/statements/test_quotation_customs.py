"""T5: a quotation is one statement in the marks of every custom, and nothing else is."""

import pytest

from dragoman.model import StatementKind
from heard import heard, in_words

OPENINGS = {
    "English": "“”",
    "British": "‘’",
    "typewriter": '""',
    "typewriter single": "''",
    "typeset plain": ("``", "''"),
    "two apostrophes": ("''", "''"),
    "German": "„“",
    "Polish": "„”",
    "Swedish": "””",
    "French": "«»",
    "French spaced": ("« ", " »"),
    "Danish": "»«",
    "Swiss single": "‹›",
    "Japanese": "「」",
    "Japanese double": "『』",
}
WORDS = "We will sign the treaty in May and build the road"


def _custom(name):
    opening, closing = OPENINGS[name]
    return opening, closing


@pytest.mark.parametrize("custom", OPENINGS)
def test_a_quotation_before_its_speaker(custom):
    opening, closing = _custom(custom)
    quotation = f"{opening}{WORDS},{closing}"
    text = f"{quotation} the minister said."
    assert in_words(text) == [("the minister", "said", quotation)]
    assert heard(text)[0].kind is StatementKind.DIRECT


@pytest.mark.parametrize("custom", OPENINGS)
def test_a_quotation_after_its_speaker(custom):
    opening, closing = _custom(custom)
    quotation = f"{opening}{WORDS}.{closing}"
    ((source, cue, content),) = in_words(f"The minister said: {quotation}")
    assert (source, cue.rstrip(":")) == ("The minister", "said")
    assert content == quotation


@pytest.mark.parametrize("custom", ["English", "typewriter", "German", "French"])
def test_a_mark_opened_again_in_each_paragraph(custom):
    opening, closing = _custom(custom)
    first, second = f"{opening}{WORDS}.", f"{opening}Then we will rest in June.{closing}"
    text = f"The minister said: {first}\n{second}"
    (found,) = heard(text)
    assert [span.cut(text) for span in found.content] == [first, second]
    assert found.kind is StatementKind.DIRECT


def test_three_deep():
    text = "“He told me: ‘They wrote “never again” on the wall of my house’,” the minister said."
    found = heard(text)
    outer = [one for one in found if one.source[0].cut(text) == "the minister"]
    assert [span.cut(text) for span in outer[0].content] == [text[: text.index(" the minister")]]


def test_an_unclosed_mark_costs_one_paragraph():
    text = "“We will sign the treaty in May, the minister said.\n“Never,” Roe said."
    assert in_words(text)[-1] == ("Roe", "said", "“Never,”")


@pytest.mark.parametrize(
    "text",
    [
        "The minister’s car stood at the farmers’ market in the ’90s.",
        "The board was 5'6\" long and 3″ thick.",
        "The dogs' bowls and the cats' beds were sold.",
        "Rock 'n' roll filled the square.",
    ],
)
def test_apostrophes_and_inches_say_nothing(text):
    assert in_words(text) == []
