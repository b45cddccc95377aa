"""Receipts are cut exactly, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.archive.archive import Archive
from dragoman.archive.receipts import CONTEXT_CHARS, parse_receipt
from dragoman.archive.writer import writing
from dragoman.errors import ReceiptError
from dragoman.model import Span
from readings import FIRST, plain, span

MALFORMED = [
    "", "#", "first", "first#", "first#1", "first#1-", "first#-2", "#1-2", "first#2-1", "first#3-3",
    "first#a-b", "first#1-2-3", "first#-1-2", "first# 1-2", "first#1-2 ",
    "first#١-٢", "first#1.0-2",
    "first#1e3-2e3", "first#0x1-0x9", "first#1-99999999999999999999",
]  # fmt: skip


@pytest.mark.parametrize("receipt", MALFORMED)
def test_what_is_no_receipt_is_refused(archive, receipt):
    with pytest.raises(ReceiptError) as raised:
        archive.receipt(receipt)
    assert raised.value.code == "DRG-E301"


def test_an_unknown_document_is_named(archive):
    with pytest.raises(ReceiptError, match="no document 'third'") as raised:
        archive.receipt("third#0-1")
    assert raised.value.code == "DRG-E302"


def test_a_span_outside_the_text_is_refused(archive):
    assert archive.receipt(f"first#0-{len(FIRST)}").words == FIRST
    with pytest.raises(ReceiptError) as raised:
        archive.receipt(f"first#0-{len(FIRST) + 1}")
    assert raised.value.code == "DRG-E304"


def test_words_come_with_their_context(archive):
    place = span(FIRST, "sign 🛳 papers")
    cut = archive.receipt(f"first#{place.start}-{place.end}")
    assert cut.words == "sign 🛳 papers"
    assert cut.before + cut.words + cut.after == FIRST
    assert str(cut) == f"first#{place.start}-{place.end}"


def test_a_name_may_hold_what_separates(archive):
    assert parse_receipt("a#b-c#4-7") == ("a#b-c", Span(4, 7))


def test_context_ends_at_words(tmp_path):
    text = "wordy " * 200
    with writing(tmp_path / "a.dragoman") as writer:
        writer.append([plain("one", text)], [])
    with Archive(tmp_path / "a.dragoman") as archive:
        cut = archive.receipt("one#600-605")
    assert len(cut.before) <= CONTEXT_CHARS
    assert len(cut.after) <= CONTEXT_CHARS
    assert cut.before.startswith("wordy ")
    assert cut.after.endswith(" wordy")


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60), st.data())
def test_any_text_is_stored_and_cut_unchanged(tmp_path_factory, text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    path = tmp_path_factory.mktemp("any") / "a.dragoman"
    with writing(path) as writer:
        writer.append([plain("one", text)], [])
    with Archive(path) as archive:
        assert archive.receipt(f"one#{start}-{end}").words == text[start:end]
        assert archive.check().holds
