"""The encoder: what it sees of a window depends on that window alone."""

from dataclasses import fields

import numpy as np
import pytest

from dragoman.reading.encoder.encoder import ARC, LABELS, encoder
from dragoman.reading.encoder.words import words_of
from heard import parser, passages

LINES = (
    "Roe said that Kenya would sign the treaty.",
    "Later it rained in the hills, and the road to the lake was closed for nine days.",
    "Rain.",
)


def told(text):
    (paragraph,) = parser().paragraphs(text, passages(text))
    words = words_of(paragraph.syntax, [])
    ((_, window),) = encoder().windows(words, [0] * len(words))
    return window


def same(one, other):
    return all(
        np.array_equal(getattr(one, field.name), getattr(other, field.name))
        for field in fields(one)
    )


def test_it_sees_every_word():
    window = told(LINES[0])
    seen = encoder().see(window)
    count = len(LINES[0].split()) + 1
    assert seen.labels.shape == (count, LABELS)
    assert seen.leaving.shape == seen.reached.shape == (count, ARC)
    assert seen.nowhere.shape == (ARC,)


@pytest.mark.parametrize("line", LINES)
def test_what_was_seen_before_changes_nothing(line):
    alone = encoder().see(told(line))
    for other in LINES:
        encoder().see(told(other))
        assert same(encoder().see(told(line)), alone)


def test_equal_windows_are_equal_whatever_stands_around_them():
    assert told(LINES[0]) == told(LINES[0])
    assert hash(told(LINES[0])) == hash(told(LINES[0]))
    assert told(LINES[0]) != told(LINES[2])


def test_a_label_nobody_trained_on_is_none():
    words = words_of(parser().paragraphs("Rain.", passages("Rain."))[0].syntax, [])
    words.tags[0], words.deps[0] = "XYZ", "xyz"
    ((_, window),) = encoder().windows(words, [0] * len(words))
    assert (window.tags[0], window.deps[0]) == (0, 0)
    assert np.isfinite(encoder().see(window).labels).all()
