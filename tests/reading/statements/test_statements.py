"""Statements of short invented texts: sources, cues, contents, kinds."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.model import PassageKind, StatementKind
from heard import heard, in_words

CASES = {
    "direct": ("“We agree,” Jane Roe said.", ("Jane Roe", "said", "“We agree,”")),
    "inverted": (
        "“We agree,” said Jane Roe, the minister.",
        ("Jane Roe, the minister", "said", "“We agree,”"),
    ),
    "broken": (
        "“We agree,” Roe said, “and we will sign.”",
        ("Roe", "said", "“We agree,” | “and we will sign.”"),
    ),
    "goes on": (
        "“We agree,” Roe said. “We will sign soon.”",
        ("Roe", "said", "“We agree,” | “We will sign soon.”"),
    ),
    "two sentences": (
        "“We agree. We will sign,” Roe said.",
        ("Roe", "said", "“We agree. We will sign,”"),
    ),
    "glued": (
        "‘We want no small cliques,’he said.",
        ("he", "said", "‘We want no small cliques,’"),
    ),
    "unclosed": (
        "“Roe’s visit is crucial. The war has an impact, he told reporters.",
        ("he", "told", "“Roe’s visit is crucial. The war has an impact,"),
    ),
    "indirect": (
        "Roe said that Kenya would sign the treaty.",
        ("Roe", "said", "that Kenya would sign the treaty"),
    ),
    "mixed": (
        "Roe said the plan was “deeply flawed” and late.",
        ("Roe", "said", "the plan was “deeply flawed” and late"),
    ),
    "follows its content": (
        "Kenya would sign the treaty, Roe said on Monday.",
        ("Roe", "said", "Kenya would sign the treaty"),
    ),
    "according to": (
        "According to the ministry, Kenya has signed the treaty.",
        ("the ministry", "According to", "Kenya has signed the treaty"),
    ),
    "sourceless": (
        "It is thought that Kenya will sign the treaty.",
        ("", "It is thought", "that Kenya will sign the treaty"),
    ),
    "infinitive": (
        "Kenya vowed to defend its border.",
        ("Kenya", "vowed", "to defend its border"),
    ),
    "called": (
        "Roe called the treaty “a gift”.",
        ("Roe", "called", "the treaty “a gift”"),
    ),
    "preposition": (
        "Roe called for new talks.",
        ("Roe", "called for", "new talks"),
    ),
    "passive": (
        "The treaty was condemned by the opposition.",
        ("the opposition", "was condemned", "The treaty"),
    ),
    "noun": (
        "The talks ended after his warning that the treaty was dead.",
        ("his", "warning", "that the treaty was dead"),
    ),
    "adjective": (
        "Roe is confident that Kenya will sign.",
        ("Roe", "is confident", "that Kenya will sign"),
    ),
    "light verb": (
        "Roe expressed confidence that Kenya will sign.",
        ("Roe", "expressed confidence", "that Kenya will sign"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_one_statement(name):
    text, expected = CASES[name]
    assert expected in in_words(text)


def test_several_in_one_sentence():
    text = "Roe said Kenya would sign but added that talks would go on."
    assert in_words(text) == [
        ("Roe", "said", "Kenya would sign"),
        ("Roe", "added", "that talks would go on"),
    ]


def test_a_quotation_of_several_paragraphs_is_one_statement():
    text = "“We agree,” Roe said. “We will sign.\n“Then we will build,” and no more.\n“And rest.”"
    (found,) = [s for s in heard(text) if "We agree" in s.content[0].cut(text)]
    assert found.content[-1].cut(text) in {"“Then we will build,”", "“And rest.”"}


def test_a_colon_announces_the_next_paragraph():
    text = "Asked about the treaty, Roe replied:\n“We will sign it in May, or never.”"
    (cue,) = [c for s, c, k in in_words(text) if (s, k) == ("Roe", text.split("\n")[1])]
    assert cue.rstrip(":") == "replied"


def test_a_headline_names_its_source():
    text = "Kenyan ministry: ‘No talks before May’"
    expected = [("Kenyan ministry", ":", "‘No talks before May’")]
    assert in_words(text, PassageKind.HEADLINE) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Neither side wins in a “New Cold War” like this.",
        "The film “Long Rain” opened in Nairobi.",
        "I think the treaty is dead.",
        "Kenya borders Uganda.",
        "",
    ],
)
def test_no_statement(text):
    assert in_words(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We agree,” Roe said.", StatementKind.DIRECT),
        ("Roe said the plan was “deeply flawed” and late.", StatementKind.MIXED),
        ("Roe said the plan was late.", StatementKind.INDIRECT),
    ],
)
def test_kinds(text, kind):
    assert heard(text)[0].kind is kind


def test_a_statement_inside_a_statement_is_told_by_its_cue():
    text = "Roe said the ministry denied that Kenya had armed the rebels."
    outer, inner = heard(text)
    assert outer.content[0].holds(inner.cue[0])
    assert inner.content[0].cut(text) == "that Kenya had armed the rebels"


VOCABULARY = (
    "said Roe told he that it is according to in his view denied the claim was asked by called for"
)
PIECES = st.sampled_from([*'“”‘’",.:—\n', "’s", "whether", "not", *VOCABULARY.split()])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_spans_lie_in_the_text(text):
    for found in heard(text):
        assert found.content
        for span in (*found.source, *found.cue, *found.content):
            assert span.end <= len(text)
        for span in found.content:
            cut = span.cut(text)
            assert cut.strip() == cut
        ordered = list(found.content)
        assert all(a.end <= b.start for a, b in pairwise(ordered))
        assert 0 <= found.score <= 1


def test_a_quotation_that_nobody_is_named_for_is_a_statement():
    text = "The mood was grim.\n“We shall not see such a harvest again in our lives.”"
    assert in_words(text) == [("", "", "“We shall not see such a harvest again in our lives.”")]
    (found,) = heard(text)
    assert found.kind is StatementKind.DIRECT
    assert found.score < 0.5


@pytest.mark.parametrize(
    "text",
    [
        "He wrote “The Long and Winding Road to Oslo” in three weeks.",
        "The “so-called expert” left.",
        "— Nine months of drought and a failed harvest in the north.",
    ],
)
def test_titles_words_at_arms_length_and_lists_are_none(text):
    assert not [found for found in heard(text) if not found.cue]


def test_statements_come_in_the_order_of_their_cues_or_words():
    text = "“We agree,” Roe said.\nThe mood was grim."
    text += "\n“We shall not see such a harvest again in our lives.”\nLater it rained."
    text += "\n“We will sign,” Roe said."
    starts = [(found.cue or found.content)[0].start for found in heard(text)]
    assert starts == sorted(starts)
    assert len(starts) == 3
