import pytest

import dragoman
from dragoman.archive.archive import Archive
from dragoman.errors import ReceiptError
from dragoman.telling.comparison.edits import edits
from kinfolk import PAPER, WIRE, family


@pytest.fixture(scope="module")
def kin(tmp_path_factory):
    with Archive(family(tmp_path_factory.mktemp("kin") / "kin.dragoman")) as opened:
        yield opened


@pytest.mark.parametrize("asked", [("paper", "wire"), ("wire", "paper")])
def test_whichever_goes_back_to_the_other_is_derived(kin, asked):
    compared = dragoman.compare(kin, *asked)
    assert (compared.derived, compared.origin) == ("paper", "wire")
    assert compared.derivation.kind == "spun"
    assert compared.utterances == 1


def test_passages_stand_beside_what_they_come_from(kin):
    told = [
        (row.kind, row.moved, row.origin and row.origin.words, row.derived and row.derived.words)
        for row in dragoman.compare(kin, "paper", "wire")
    ]
    quoted = "Ilse Varga said: “We trust the {} ferry.”"
    assert told == [
        ("left out", "", "Pilots met at dawn.", None),
        ("verbatim", "up", "Rain fell on the quay.", "Rain fell on the quay."),
        ("edited", "", quoted.format("old"), quoted.format("new")),
        ("added", "", None, "Nobody slept."),
    ]


def test_receipts_and_edits_cut_the_words(kin):
    for row in dragoman.compare(kin, "paper", "wire"):
        for side in filter(None, (row.origin, row.derived)):
            assert kin.receipt(str(side)).words == side.words
        for edit in row.edits:
            assert (WIRE[slice(*edit.reference_span)], PAPER[slice(*edit.span)]) == ("old", "new")


def test_strangers_have_nothing_side_by_side(kin):
    compared = dragoman.compare(kin, "stranger", "wire")
    assert compared.derivation is None
    assert list(compared) == []
    assert compared.utterances == 1


@pytest.mark.parametrize("asked", [("paper", "nobody"), ("nobody", "paper")])
def test_an_unknown_document_is_named(kin, asked):
    with pytest.raises(ReceiptError, match="'nobody'"):
        dragoman.compare(kin, *asked)


def test_words_that_only_went_have_a_place():
    gone, come = "We are now ready.", "We are ready now."
    found = edits(gone, (0, len(gone)), come, (0, len(come)), "edited")
    assert [(e.before, e.after) for e in found] == [("", "ready"), ("ready", "")]
    for edit in found:
        assert gone[slice(*edit.reference_span)] == edit.before
        assert come[slice(*edit.span)] == edit.after


@pytest.mark.parametrize("kind", ["verbatim", "replaced", "added"])
def test_only_what_was_edited_has_edits(kind):
    assert edits("one two", (0, 7), "one three", (0, 9), kind) == ()


def test_a_very_long_passage_is_not_read_word_by_word():
    long = "word " * 5000
    assert edits(long, (0, len(long)), "word", (0, 4), "edited") == ()
