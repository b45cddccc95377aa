"""Hostile texts: read in time that grows with them, every span in its place."""

import time

import pytest

from dragoman.reading.statements import read_statements
from heard import heard, parser, passages

LONG = 20_000
HOSTILE = {
    "no space": "a" * LONG,
    "an address": "https://example.org/" + "a/%20" * 3_000,
    "opening marks": "“" * 4_000,
    "closing marks": "”" * 4_000,
    "plain marks": '"' * 4_000,
    "marks apart": "“ ” " * 1_500,
    "short quotations": "“a” " * 1_500,
    "only punctuation": ".,;:!?-—…" * 600,
    "colons": ": " * 3_000,
    "cues": "said " * 1_500,
    "cues and colons": "said: " * 1_500,
    "speakers": "he said that " * 700,
    "emoji": "👩‍🚀🇺🇸" * 800,
    "accents": "e" + "\u0301" * 6_000,
    "right to left": "אמר כי “שלום” " * 500,
    "directions": "\u202esaid\u202c \u2066he\u2069 " * 500,
    "invisible": "\u200b\u200d\ufeff " * 1_500,
    "controls": "\x01\x02\x85 " * 1_500,
    "han": "漢字" * 3_000,
    "astral": "𝕊𝕒𝕚𝕕 " * 1_200,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_read_and_spans_lie_in_it(name):
    text = HOSTILE[name]
    for found in heard(text):
        assert found.content
        assert 0.0 <= found.score <= 1.0
        for span in (*found.source, *found.cue, *found.content):
            assert 0 <= span.start < span.end <= len(text)
            assert span.cut(text).strip()


UNITS = {
    "quotations": "“We agree to it,” Roe said. ",
    "nested": "Roe said Poe denied that Coe had claimed it. ",
    "marks": "“ ‘ " * 6,
    "cues": "said that " * 3,
    "sources": "Roe, Poe and Coe " * 2,
}


def _seconds(text):
    paragraphs = parser().paragraphs(text, passages(text))
    begun = time.process_time()
    read_statements(paragraphs)
    return time.process_time() - begun


@pytest.mark.parametrize("between", ["", "\n"])
@pytest.mark.parametrize("name", UNITS)
def test_time_grows_with_the_text(name, between):
    # The number makes every window a new one, so that none was read before.
    def text(count, first):
        return between.join(f"{UNITS[name]}{first + at}. " for at in range(count))

    def best(count):
        return min(_seconds(text(count, 1_000 * (count + at))) for at in range(2))

    _seconds(text(3, 0))
    assert best(160) < 9 * max(best(40), 0.05)
