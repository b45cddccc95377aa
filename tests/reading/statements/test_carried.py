"""Quotations at the head of a paragraph go on with who spoke last in the one before."""

import pytest

from dragoman.reading.quotations import read_quotations
from dragoman.reading.statements.carried import Carrier
from dragoman.reading.statements.found import Found
from dragoman.reading.statements.rules.quoted import quoted
from heard import parser, passages


def carry(text, said):
    """Return what each cue says in the end; said: the words of each cue in its own paragraph."""
    paragraphs = parser().paragraphs(text, passages(text))
    marks = read_quotations([paragraph.text for paragraph in paragraphs])
    carrier, every = Carrier(), {}
    for paragraph, quotations in zip(paragraphs, marks, strict=True):
        start = paragraph.span.start
        here = [cue for cue in said if cue in paragraph.text]
        found = {
            cue: Found([], [_place(text, cue)], [_place(text, words) for words in said[cue]])
            for cue in here
        }
        every |= found
        quotes = quoted(paragraph.syntax, quotations)
        carrier.carry(quotes, list(found.values()), start)
    return {cue: [text[start:end] for start, end in found.content] for cue, found in every.items()}


def _place(text, words):
    start = text.index(words)
    return start, start + len(words)


FIRST = "“We agree,” Roe said."


@pytest.mark.parametrize(
    "after",
    ["“We will sign it in May, or never.”", "“And we will build the road. Then we rest.”"],
)
def test_a_quotation_by_itself_goes_on(after):
    found = carry(f"{FIRST}\n{after}", {"said": ["“We agree,”"]})
    assert found == {"said": ["“We agree,”", after]}


def test_it_goes_on_over_several_paragraphs():
    lines = [FIRST, "“We will sign it in May.”", "“We will rest in June.”"]
    found = carry("\n".join(lines), {"said": ["“We agree,”"]})
    assert found == {"said": ["“We agree,”", *lines[1:]]}


@pytest.mark.parametrize("between", ["Later it rained.", "Nobody clapped: it was late."])
def test_a_paragraph_without_words_of_anybody_ends_it(between):
    text = f"{FIRST}\n{between}\n“We will sign it in May.”"
    assert carry(text, {"said": ["“We agree,”"]}) == {"said": ["“We agree,”"]}


def test_a_quotation_that_has_a_speaker_is_left_with_him():
    text = f"{FIRST}\n“Never,” Poe replied."
    said = {"said": ["“We agree,”"], "replied": ["“Never,”"]}
    assert carry(text, said) == said


def test_who_spoke_last_goes_on():
    text = "“We agree,” Roe said. “Never,” Poe replied.\n“We will sign nothing at all.”"
    found = carry(text, {"said": ["“We agree,”"], "replied": ["“Never,”"]})
    assert found["said"] == ["“We agree,”"]
    assert found["replied"] == ["“Never,”", "“We will sign nothing at all.”"]


def test_a_colon_announces_who_speaks_next():
    text = "Roe told the press on Monday:\n“We will sign it in May.”"
    assert carry(text, {"told": []}) == {"told": ["“We will sign it in May.”"]}


def test_an_indirect_statement_before_does_not_go_on():
    text = "Roe said that it rained.\n“We will sign it in May.”"
    assert carry(text, {"said": ["that it rained"]}) == {"said": ["that it rained"]}


def test_nobody_speaks_before_the_first_paragraph():
    assert carry("“We will sign it in May.”\nLater Roe said so.", {"said": []}) == {"said": []}
