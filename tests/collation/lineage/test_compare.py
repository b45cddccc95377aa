import pytest

from dragoman.collation.lineage import compare, passages
from dragoman.model import AlignmentKind, DerivationKind
from stories import HARBOUR, ORCHARD, OTHER_REPORT, REWRITTEN, text


def test_a_copy_is_one():
    found = compare(text("a", HARBOUR), text("b", HARBOUR))
    assert found.kind is DerivationKind.COPY
    assert found.coverage == 1.0
    assert {alignment.kind for alignment in found.alignments} == {AlignmentKind.VERBATIM}


def test_a_rewrite_is_found_with_its_passages():
    origin, derived = text("a", HARBOUR), text("b", REWRITTEN)
    found = compare(origin, derived)
    assert found.kind in {DerivationKind.REWRITE, DerivationKind.SPUN, DerivationKind.EDITED}
    assert len(found.alignments) >= 5
    assert {s.span for s in found.alignments if s.kind is AlignmentKind.VERBATIM} == set()


def test_two_paragraphs_lifted_into_another_article_are_an_excerpt():
    longer = ORCHARD + HARBOUR[3:6] + tuple(f"{line[:-1]} again." for line in ORCHARD)
    found = compare(text("a", HARBOUR), text("b", longer, published="2024-05-02"))
    assert found is not None
    assert len(found.alignments) == 3


def test_shared_quotations_are_no_derivation():
    assert compare(text("a", HARBOUR), text("b", OTHER_REPORT)) is None


def test_other_news_is_no_derivation():
    assert compare(text("a", HARBOUR), text("b", ORCHARD)) is None


def test_one_borrowed_sentence_is_no_derivation():
    assert compare(text("a", HARBOUR), text("b", (*ORCHARD, HARBOUR[3]))) is None


def test_a_flash_copied_whole_is_a_derivation():
    found = compare(text("a", HARBOUR[:1]), text("b", HARBOUR[:1]))
    assert found.kind is DerivationKind.COPY


def test_a_statement_printed_in_full_twice_is_a_derivation():
    assert compare(text("a", HARBOUR[2:3]), text("b", HARBOUR[2:3])) is not None


def test_texts_without_sentences_compare():
    assert compare(text("a", ()), text("b", ())) is None


@pytest.mark.parametrize("known", [{}, {"published": "2024-05-02"}, {"outlet": "The Fjord Post"}])
def test_the_order_of_the_two_is_nothing(known):
    a, b = text("a", HARBOUR, **known), text("b", REWRITTEN, published="2024-05-01")
    assert compare(a, b) == compare(b, a)


def test_passages_join_what_follows():
    found = compare(text("a", HARBOUR), text("b", HARBOUR))
    (whole,) = passages(found.alignments)
    assert whole.derived.start == 0
    assert whole.kind is AlignmentKind.VERBATIM
