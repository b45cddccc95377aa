"""Passages: a partition of the text, with kinds; paragraphs of hard-wrapped text in one piece."""

import time
import unicodedata
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import SpanError
from dragoman.model import Draft, Passage, PassageKind, Span
from dragoman.sources.imprint import imprint

ONE = (
    "The ferry to Ostermark left the harbour at noon, an hour late and with only half of the "
    "passengers who had bought tickets for it, the harbour master said on Monday."
)
TWO = (
    "The captain told reporters that fog, and nothing else, had kept the ship at the quay. He "
    "denied that a dispute about the lighthouse had played any part in the delay."
)
WRAPPED = """Ferry leaves late

OSTERMARK, 3 March (Meridian) - The ferry to Ostermark left the
harbour at noon, an hour late and with only half of the passengers
who had bought tickets for it, the harbour master said on Monday.

The captain told reporters that fog, and nothing else, had kept the
ship at the quay. He denied that a dispute about the lighthouse had
played any part in the delay.
"""
INDENTED = """   The ferry to Ostermark left the harbour at noon, an hour late and
with only half of the passengers who had bought tickets for it, the
harbour master said on Monday after a long day.
   The captain told reporters that fog, and nothing else, had kept
the ship at the quay. He denied that a dispute about the lighthouse
had played any part in the delay of the ship.
"""


def kinds(text, marked=()):
    document, passages = imprint(Draft(text, marked=marked), "ferry", "ferry.txt")
    return [(str(p.kind), " ".join(p.span.cut(document.text).split())) for p in passages]


def of_kind(text, kind):
    return [words for found, words in kinds(text) if found == kind]


def test_hard_wrapped_lines_are_joined():
    assert kinds(WRAPPED) == [
        ("headline", "Ferry leaves late"),
        ("dateline", "OSTERMARK, 3 March (Meridian) -"),
        ("body", ONE),
        ("body", TWO),
    ]


def test_hard_wrapped_lines_are_joined_whatever_ends_them():
    assert kinds(WRAPPED.replace("\n", "\r\n")) == kinds(WRAPPED)


def test_an_indented_line_begins_a_paragraph():
    assert [words[:11] for _, words in kinds(INDENTED)] == ["The ferry t", "The captain"]


def test_single_line_ends_separate_paragraphs():
    assert [words for _, words in kinds(f"{ONE}\n{TWO}\n{ONE}\n{TWO}")] == [ONE, TWO, ONE, TWO]


def test_headings_captions_and_pull_quotes():
    text = (
        f"Ferry leaves late\n\n{ONE}\n\nFog over the water\n\n{TWO}\n\n"
        "The captain told reporters that fog had kept the ship at the quay\n\n"
        f"AT THE QUAY: The ferry before it left for Ostermark\n\n{ONE}"
    )
    assert of_kind(text, "headline") == ["Ferry leaves late", "Fog over the water"]
    assert of_kind(text, "caption") == [
        "The captain told reporters that fog had kept the ship at the quay",
        "AT THE QUAY: The ferry before it left for Ostermark",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        'The captain said: "Read more about it in the log, and share this with your friends."',
        "Read more about fog before you blame a captain for it, the harbour master advised.",
        "Copyright law was the subject of the talks that the ministers held on the ferry.",
        "By Monday the talks had ended without a result, and the ministers went home.",
        "According to Reuters, the ferry left the harbour an hour late on Monday morning.",
        "Related questions, such as the lighthouse, were left for another day, she said.",
        "Originally published in 1951, the treaty has been amended twice since then.",
        "Follow the money and you will find the ferry, said a lawyer who knows both.",
        "Reuters, which first reported the delay, quoted the captain as saying so twice.",
    ],
)
def test_sentences_of_the_body_are_never_furniture(sentence):
    text = f"Ferry leaves late\n\n{ONE}\n\n{sentence}\n\n{TWO}"
    assert sentence in of_kind(text, "body")


@pytest.mark.parametrize(
    "line",
    [
        "Share this article",
        "Leave a Reply",
        "Read more: Lighthouse goes dark",
        "Sign up for our newsletter.",
        "Please follow and like us:",
        "We use cookies to make this site better.",
        "© 2024 The Harbour Courier. All rights reserved.",
        "Editor's note: This article was corrected on Tuesday.",
        "Tags: ferries, fog",
        "Continue...",
        "* * *",
        "Teilen",
        "Комментарии",
        "阅读更多",
    ],
)
def test_furniture_at_the_end(line):
    assert line in of_kind(f"Ferry leaves late\n\n{ONE}\n\n{TWO}\n\n{line}", "boilerplate")


def test_links_below_a_heading_of_links_are_furniture_until_prose_follows():
    text = f"{ONE}\n\nRelated stories\nFog is back\nFog returns\n\n{TWO}"
    assert of_kind(text, "boilerplate") == [
        "Related stories",
        "Fog is back",
        "Fog returns",
    ]
    assert of_kind(text, "body") == [ONE, TWO]


def test_a_heading_of_links_above_the_text_hides_no_headline():
    document, _ = imprint(Draft(f"Latest news\n\nFerry leaves late\n\n{ONE}"), "a", "a.txt")
    assert document.title == "Ferry leaves late"


def test_tags_at_the_end():
    text = f"Ferry leaves late\n\n{ONE}\n\n{TWO}\n\nTags\nFerries\nFog"
    assert of_kind(text, "boilerplate") == ["Tags", "Ferries", "Fog"]


def test_numbered_paragraphs_are_no_references():
    text = f"Joint statement\n\n1. {ONE}\n\n2. {TWO}"
    assert len(of_kind(text, "body")) == 2


@settings(max_examples=200)
@given(
    st.lists(
        st.sampled_from([ONE, TWO, "Share", "Related news", "Fog", "By Ada Quill", "3 May 2024",
                         "\u00a0", "  indented", "[1] Log.", "Source", "(AP)", "e\u0301", "🛳"]),
        max_size=12,
    ),
    st.sampled_from(["\n", "\n\n", "\r\n", "\u2028"]),
)  # fmt: skip
def test_passages_partition_the_text(pieces, between):
    check_partition(between.join(pieces))


@given(st.text())
def test_passages_partition_any_text(text):
    check_partition(text)


def check_partition(text):
    document, passages = imprint(Draft(text), "ferry", "ferry.txt")
    place = 0
    for passage in passages:
        words = passage.span.cut(document.text)
        assert words == words.strip()
        assert not document.text[place : passage.span.start].strip()
        place = passage.span.end
    assert not document.text[place:].strip()
    assert document.sha256 == sha256(document.text.encode()).hexdigest()
    assert document.chars == len(document.text)


def test_text_is_composed_and_marked_passages_move_with_it():
    text = f"Cafe\u0301 picture\n\n{ONE}"
    caption = Passage(Span(0, 13), PassageKind.CAPTION)
    document, passages = imprint(Draft(text, marked=(caption,)), "ferry", "ferry.txt")
    assert document.text == unicodedata.normalize("NFC", text)
    assert passages[0] == Passage(Span(0, 12), PassageKind.CAPTION)


@pytest.mark.parametrize("span", [Span(0, 4), Span(0, 90_000)])
def test_a_marked_passage_that_does_not_fit_is_an_error(span):
    draft = Draft(f"Cafe\u0301\n\n{ONE}", marked=(Passage(span, PassageKind.CAPTION),))
    with pytest.raises(SpanError):
        imprint(draft, "ferry", "ferry.txt")


def test_marked_passages_keep_their_kind():
    matter = "---\ntitle: Ferry\n---\n"
    marked = (Passage(Span(0, len(matter)), PassageKind.BOILERPLATE),)
    found = kinds(f"{matter}Ferry leaves late\n\n{ONE}", marked)
    assert [kind for kind, _ in found] == ["boilerplate"] * 3 + ["headline", "body"]


HOSTILE = [
    "A. ", "Share\n", "By A B\n", "1 ", "é\n", "[1] x.\n", "a\n\n", "(", "May 1, ", "Ada Quill, ",
    "Related\n", "Source\n", "issue of ", '" ', "— ", "\u0301", "中", "word:", " ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_text_only(piece):
    def seconds(count):
        text = piece * count
        begun = time.perf_counter()
        imprint(Draft(text), "ferry", "ferry.txt")
        return time.perf_counter() - begun

    count = 8_000 // len(piece)
    seconds(count)
    small, large = min(seconds(count) for _ in range(3)), min(seconds(4 * count) for _ in range(2))
    assert large <= 10 * small + 0.05
