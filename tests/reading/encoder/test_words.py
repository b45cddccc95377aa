"""Words of a paragraph: cut at the edges of quotations, each with its state."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.reading.encoder.words import NESTED, OUTSIDE, QUOTED, words_of
from dragoman.reading.quotations import read_quotations
from heard import parser, passages


def words_in(text):
    (paragraph,) = parser().paragraphs(text, passages(text))
    quotations = [(q.span.start, q.span.end, q.depth) for q in read_quotations([paragraph.text])[0]]
    return words_of(paragraph.syntax, quotations)


def cuts(words):
    return [words.text[a:b] for a, b in zip(words.starts, words.ends, strict=True)]


def states(text):
    words = words_in(text)
    return dict(zip(cuts(words), words.quoted, strict=True))


def test_states():
    found = states("Roe said “we ‘never’ agreed” today.")
    assert [found[word] for word in ("said", "“", "we", "‘", "never", "agreed", "today")] == [
        OUTSIDE, QUOTED, QUOTED, NESTED, NESTED, QUOTED, OUTSIDE,
    ]  # fmt: skip


def test_what_is_glued_to_a_quotation_is_a_word_of_its_own():
    found = states("‘We want no small cliques,’he said.")
    assert found["he"] == OUTSIDE
    assert found["cliques,’"] == QUOTED


def test_white_space_is_no_word():
    assert cuts(words_in("Roe  \t agreed \u00a0\u2003 today.")) == ["Roe", "agreed", "today", "."]


def test_sentences_begin_at_their_first_words():
    words = words_in("Roe agreed. She left.")
    assert [w for w, first in zip(cuts(words), words.first, strict=True) if first] == ["Roe", "She"]


def test_a_range_by_itself_keeps_its_places_and_is_all_there_is():
    words = words_in("Roe said “we agreed” today.")
    part = words.cut(3, 5)
    assert cuts(part) == ["we", "agreed"]
    assert part.text.split() == ["we", "agreed"]
    assert part.first == [True, False]
    assert (part.quoted, part.tags) == (words.quoted[3:5], words.tags[3:5])


PIECES = st.sampled_from(
    [*"“”‘’\"'«».,:—", " ", "  ", "\t", "he", "’s", "said", "🛳", "e\u0301", "שלום"]
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=25).map("".join).filter(str.strip))
def test_words_are_in_order_and_hold_every_sign(text):
    words = words_in(text)
    places = list(zip(words.starts, words.ends, strict=True))
    assert all(start < end for start, end in places)
    held = {at for start, end in places for at in range(start, end)}
    assert held >= {at for at, sign in enumerate(words.text) if not sign.isspace()}
    assert sum(end - start for start, end in places) == len(held)
    assert places == sorted(places)
    assert len(words) == len(words.tags) == len(words.deps) == len(words.quoted)


@pytest.mark.parametrize("low", range(3))
def test_every_range_of_words_can_stand_by_itself(low):
    words = words_in("Roe  agreed today")
    for high in range(low + 1, 4):
        assert cuts(words.cut(low, high)) == cuts(words)[low:high]
