"""The scanner of quotation marks: customs, apostrophes, measures, paragraphs, hostile input."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.quotations import read_quotations


def outer(text):
    (found,) = read_quotations([text])
    return [q.span.cut(text) for q in found if q.depth == 0]


CUSTOMS = {
    "English": ("“We agree,” Roe said.", ["“We agree,”"]),
    "British": ("‘We agree,’ Roe said.", ["‘We agree,’"]),
    "typewriter": ('"We agree," Roe said.', ['"We agree,"']),
    "typewriter single": ("'We can't agree,' Roe said.", ["'We can't agree,'"]),
    "typeset plain": ("``We agree,'' Roe said.", ["``We agree,''"]),
    "two apostrophes": ("''We agree,'' Roe said. ''Now.''", ["''We agree,''", "''Now.''"]),
    "two apostrophes, spaced": (
        "''We agree,'' Roe said. '' Now we go. ''",
        ["''We agree,''", "'' Now we go. ''"],
    ),
    "German": ("„Einverstanden“, sagte Roe.", ["„Einverstanden“"]),
    "Polish": ("„Zgoda” – powiedział Roe.", ["„Zgoda”"]),
    "Swedish": ("”Vi är överens”, sade Roe.", ["”Vi är överens”"]),
    "French": ("« D’accord », a dit Roe.", ["« D’accord »"]),
    "Russian": ("«Согласны», — сказал Роу.", ["«Согласны»"]),
    "Danish": ("»Vi er enige«, sagde Roe.", ["»Vi er enige«"]),
    "Swiss inner": ("Roe nannte es ‹einig›.", ["‹einig›"]),
    "Japanese": ("ロウ氏は「合意した」と述べた。", ["「合意した」"]),
    "dialogue": ("— Да, — сказал Роу. — Согласны.", ["— Да,", "— Согласны."]),
    "mixed": ('“We agree," Roe said. "Now.”', ['“We agree,"', '"Now.”']),
    "glued": ("‘We want no cliques,’he said.", ["‘We want no cliques,’"]),
}


@pytest.mark.parametrize("custom", CUSTOMS)
def test_customs(custom):
    text, expected = CUSTOMS[custom]
    assert outer(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It’s the ’90s again at 5 o’clock, and the workers’ rights aren’t theirs.",
        "It's the '90s again at 5 o'clock, and the workers' rights aren't theirs.",
        "The fence is 6' 2\" high and 30' long.",
        "The shot came at 12' and lasted 5\".",
        "Rock 'n roll, 'til dawn.",
    ],
)
def test_apostrophes_and_measures_are_no_quotations(text):
    assert outer(text) == []


def test_an_apostrophe_closes_nothing():
    text = "‘Our allies’ plans won’t fail,’ Roe said of the ministers’ talks."
    assert outer(text) == ["‘Our allies’ plans won’t fail,’"]


def test_three_deep():
    text = "“He said ‘the “red” line’ holds,” Roe added."
    (found,) = read_quotations([text])
    assert [(q.span.cut(text), q.depth) for q in found] == [
        ("“He said ‘the “red” line’ holds,”", 0),
        ("‘the “red” line’", 1),
        ("“red”", 2),
    ]


def test_a_quotation_over_paragraphs_reopens_its_mark():
    found = read_quotations(["Roe said: “One.", "“Two.", "“Three,” and left."])
    flat = [(q.closed, q.continues) for (q,) in found]
    assert flat == [(False, False), (False, True), (True, True)]


def test_a_quotation_over_paragraphs_that_is_not_reopened():
    (_, (second,)) = read_quotations(["Roe said: “One.", "Two,” and left."])
    assert (second.span.start, second.span.end, second.continues) == (0, 5, True)


def test_an_unclosed_mark_ends_where_another_opens():
    assert outer("“One, Roe said. “Two,” he added.") == ["“One, Roe said.", "“Two,”"]


MARKS = "“”„«»‹›‘’'\"「」『』`— .,s9a"


@given(st.lists(st.text(alphabet=MARKS, max_size=60), max_size=4))
def test_quotations_lie_inside_and_nest(texts):
    for text, found in zip(texts, read_quotations(texts), strict=True):
        for quotation in found:
            assert 0 <= quotation.span.start < quotation.span.end <= len(text)
        tops = [q.span for q in found if q.depth == 0]
        assert all(a.end <= b.start for a, b in pairwise(tops))


@pytest.mark.parametrize("unit", ["“", '"a" ', "‘a ", "'s ", '"', "«‹", "''", "9' 2\" ", "— a, "])
def test_time_grows_with_the_text(unit):
    def cost(repeats):
        text = unit * repeats
        start = time.process_time()
        read_quotations([text])
        return time.process_time() - start

    small = min(cost(2_000) for _ in range(3))
    large = min(cost(16_000) for _ in range(1))
    assert large < 8 * 4 * small + 0.05
