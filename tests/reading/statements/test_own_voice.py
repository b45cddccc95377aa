"""The author's own voice, and a speaker's of himself, are no statements."""

import pytest

from dragoman.reading.quotations import read_quotations
from dragoman.reading.statements.found import Found
from dragoman.reading.statements.own_voice import own_voice
from dragoman.reading.statements.rules.quoted import quoted
from heard import parser, passages


def own(text, source, cue, before=""):
    text = before + text
    paragraph = parser().paragraphs(text, passages(text))[-1]
    start = paragraph.span.start
    (quotations,) = read_quotations([paragraph.text])
    quotes = quoted(paragraph.syntax, quotations)
    places = [
        [(at, at + len(words))] if words else []
        for words in (source, cue)
        for at in [text.index(words, start)]
    ]
    return own_voice(Found(*places, [places[1][0]]), quotes, start)


@pytest.mark.parametrize("before", ["", "It rained.\n"])
@pytest.mark.parametrize(
    ("text", "source", "cue", "expected"),
    [
        ("I think that the treaty is dead.", "I", "think", True),
        ("We believe it.", "We", "believe", True),
        ("Our view is that it rains.", "Our", "view", True),
        ("Roe thinks that the treaty is dead.", "Roe", "thinks", False),
        ("It is thought that it rains.", "", "is thought", False),
        ("This shows that it rains.", "This", "shows", False),
        ("Roe said: “I think that it rains.”", "I", "think", True),
        ("Roe said: “This shows that it rains.”", "This", "shows", True),
        ("Roe said: “It is thought that it rains.”", "", "is thought", True),
        ("Roe said: “Poe thinks that it rains.”", "Poe", "thinks", False),
        ("Roe said “yes”. I think that it rains.", "I", "think", True),
    ],
)
def test_own_voice(before, text, source, cue, expected):
    assert own(text, source, cue, before) is expected
