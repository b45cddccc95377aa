import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.collation.lineage import derivations
from dragoman.collation.utterances import Saying, changed, group
from dragoman.model import Change, Span, StatementKind
from stories import HARBOUR, REWRITTEN, text

SAID = "We will not renew the ferry treaty before the autumn elections"
FULL = f"“{SAID},” Brandvik said."


def saying(name, whole, kind=StatementKind.DIRECT, speaker="person:ilse-brandvik", **known):
    """Make a statement of all that stands before the cue, in a document of its own."""
    end = whole.rfind("”") + 1 or len(whole)
    quoted = (Span(whole.index("“"), end),) if "“" in whole else ()
    content = (Span(0, end),)
    return Saying(name, f"doc-{name}", whole, content, kind, quoted, speaker, **known)


def change(whole, kind=StatementKind.DIRECT, **known):
    return changed(saying("a", FULL), saying("b", whole, kind, **known)).change


@pytest.mark.parametrize(
    ("whole", "expected"),
    [
        (FULL, Change.SAME),
        ("“We will not renew the ferry treaty, before the autumn elections”", Change.PUNCTUATION),
        ("“We will not renew the ferry treaty”", Change.TRUNCATED),
        ("“We will not prolong the ferry treaty before the autumn elections”", Change.WORD_CHANGED),
        ("“We will renew the ferry treaty before the autumn elections”", Change.MEANING_CHANGED),
        ("“We may not renew the ferry treaty before the autumn elections”", Change.MEANING_CHANGED),
        ("“We won't renew the ferry treaty before the autumn elections”", Change.WORD_CHANGED),
    ],
)
def test_changes_are_told_apart(whole, expected):
    assert change(whole) is expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("“Sailors strengthen the northern fleet”", "“Sailors weaken the northern fleet”"),
        ("“Some 300 sailors left the fleet”", "“Some 500 sailors left the fleet”"),
        ("“The fleet must sail for Bergen”", "“The fleet could sail for Bergen”"),
    ],
)
def test_opposites_numbers_and_modality_change_the_meaning(before, after):
    found = changed(saying("a", before), saying("b", after))
    assert found.change is Change.MEANING_CHANGED


def test_marks_dropped_and_added():
    reported = saying("b", SAID, StatementKind.INDIRECT)
    assert changed(saying("a", FULL), reported).change is Change.MARKS_DROPPED
    assert changed(reported, saying("a", FULL)).change is Change.MARKS_ADDED


def test_edits_are_cut_from_both_texts():
    other = saying("b", "“We will not prolong the ferry treaty before the elections”")
    found = changed(saying("a", FULL), other)
    assert [(e.before, e.after) for e in found.edits] == [("renew", "prolong"), ("autumn", "")]
    for edit in found.edits:
        assert other.text[slice(*edit.span)] == edit.after
        assert FULL[slice(*edit.reference_span)] == edit.before


def test_the_earliest_carrier_is_the_reference():
    late = saying("a", FULL, published="2024-05-02")
    early = saying("b", FULL.replace("renew", "prolong"), published="2024-05-01")
    undated = saying("c", FULL)
    (utterance,) = group([late, early, undated])
    assert utterance.utterance == "b"
    assert utterance.first_doc == "doc-b"
    assert [variant.change for variant in utterance.variants] == [
        Change.SAME,
        Change.WORD_CHANGED,
        Change.WORD_CHANGED,
    ]


def test_two_statements_on_one_topic_stay_two():
    other = "“The ferry treaty with Denmark has cost our harbours dearly,” Brandvik said."
    assert len(group([saying("a", FULL), saying("b", other)])) == 2


def test_a_fragment_joins_where_speaker_and_context_agree():
    first = Saying(
        "a", "x", "the treaty's “reckless” expiry", (Span(0, 30),), StatementKind.MIXED,
        (Span(13, 23),), "person:ilse-brandvik",
    )  # fmt: skip
    same = Saying(
        "b", "y", "a “reckless” expiry of the treaty", (Span(0, 33),), StatementKind.MIXED,
        (Span(2, 12),), "person:ilse-brandvik",
    )  # fmt: skip
    elsewhere = Saying(
        "c", "z", "called hunters “reckless” that day", (Span(0, 34),), StatementKind.MIXED,
        (Span(15, 25),), "person:ilse-brandvik",
    )  # fmt: skip
    assert [u.docs for u in group([first, same, elsewhere])] == [("x", "y"), ("z",)]


def test_words_reported_inside_a_quotation_stand_in_marks():
    whole = saying("a", FULL)
    inner = Saying(
        "b", whole.doc, FULL, (Span(1, 63),), StatementKind.INDIRECT, whole.quotations, None
    )
    (utterance,) = group([whole, inner])
    assert all(variant.in_quotation_marks for variant in utterance.variants)


def test_aligned_passages_join_reported_words():
    origin, derived = text("a", HARBOUR), text("b", REWRITTEN)
    found = derivations([origin, derived])
    spoken = [
        ("a", origin.text, "that the ferry treaty with Denmark had run its course"),
        ("b", derived.text, "that the ferry treaty with Denmark had reached its end"),
    ]
    sayings = [
        Saying(f"s{doc}", doc, whole, (Span(at := whole.index(words), at + len(words)),),
               StatementKind.INDIRECT)
        for doc, whole, words in spoken
    ]  # fmt: skip
    assert len(group(sayings, found)) == 1


def test_nothing_groups_into_nothing():
    assert group([]) == ()


VARIANTS = (
    FULL,
    FULL.replace("renew", "prolong"),
    "“We will not renew the ferry treaty,” Brandvik said.",
    "“Hamburg can decide about the herring quotas,” Brandvik said.",
    "“Hamburg cannot decide about herring,” Brandvik said.",
)


@given(st.lists(st.sampled_from(VARIANTS), max_size=7), st.randoms(use_true_random=False))
def test_order_is_nothing(wholes, chance):
    sayings = [saying(f"s{number}", whole) for number, whole in enumerate(wholes)]
    expected = group(sayings)
    chance.shuffle(sayings)
    assert group(sayings) == expected
    assert sorted(v.statement for u in expected for v in u.variants) == sorted(
        s.statement for s in sayings
    )
