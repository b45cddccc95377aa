"""Statements inside what others say: found by reading contents by themselves."""

import pytest

from heard import heard, in_words

DENIED = "Roe said that the ministry had denied that ships were held."


def test_an_inner_statement_is_given_beside_the_outer_one():
    found = in_words(DENIED)
    assert found == [
        ("Roe", "said", "that the ministry had denied that ships were held"),
        ("the ministry", "had denied", "that ships were held"),
    ]


def test_an_inner_statement_lies_in_its_outer_content_wherever_it_stands():
    for before in ("", "It rained in May. ", "It rained in May.\n"):
        text = before + DENIED
        outer, inner = heard(text)
        for span in (*inner.source, *inner.cue, *inner.content):
            assert outer.content[0].holds(span)


def test_a_quotation_tells_what_others_say():
    text = "Roe said: “The ministry has denied that ships were held.”"
    assert ("The ministry", "has denied", "that ships were held") in in_words(text)


def test_a_speaker_in_his_own_quotation_says_nothing_more():
    text = "“I said that ships were held,” Roe said."
    assert [source for source, _, _ in in_words(text)] == ["Roe"]


@pytest.mark.parametrize("depth", [1, 2, 3, 12, 60])
def test_deep_nesting_ends(depth):
    text = "Roe said that " + "Poe said that " * depth + "it rained."
    found = in_words(text)
    assert 1 <= len(found) <= 3 * (depth + 1)
    assert len(set(found)) == len(found)
