"""The measures of the statements' benchmark count what they say."""

import sys
from types import SimpleNamespace

import pytest

from dragoman.model import Span, Statement, StatementKind
from places import ROOT, SHARED

sys.path.append(str(ROOT / "bench"))
from attributing import scoring
from attributing.peers import joined
from attributing.texts import Labelled, attributions, outer, own, passages

TEXT = "Ms Orr said the dam held. Mr Bay replied that Ms Orr boasted about it."
SCORER = SHARED / "score" / "statements.py"


def span(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


def statement(source, cue, content, score):
    spans = ((span(words),) for words in (source, cue, content))
    return Statement(*spans, StatementKind.INDIRECT, score)


HELD = statement("Ms Orr", "said", "the dam held", 0.9)
REPBOASTED = statement("Mr Bay", "replied", "that Ms Orr boasted about it", 0.94)
BOASTED = statement("Ms Orr", "boasted", "about it", 0.3)
ALONE = Statement((), (), (span("the dam held"),), StatementKind.DIRECT, 0.5)


@pytest.fixture
def rules():
    if not SCORER.exists():
        pytest.skip("the scorer is not here (set DRAGOMAN_SHARED)")
    return scoring.load(SCORER)


def document(*gold):
    return Labelled(tuple(passages(TEXT)), {"doc": "dam", "text": TEXT, "attributions": list(gold)})


def test_what_stands_inside_another_and_what_nobody_said_are_left_out():
    assert outer([HELD, REPBOASTED, BOASTED, ALONE]) == [HELD, REPBOASTED]


def test_all_that_is_labelled_is_all_right(rules):
    rows = attributions([HELD, REPBOASTED])
    told = scoring.figures(rules, [document(*rows)], [rows])
    assert {told[name] for name in (*scoring.EXACT, *scoring.WHOLE)} == {100.0}


def test_a_statement_with_another_source_is_found_but_not_right(rules):
    gold = attributions([HELD, REPBOASTED])
    other = [HELD, statement("Ms Orr", "replied", "that Ms Orr boasted about it", 0.94)]
    rows = attributions(other)
    assert scoring.figures(rules, [document(*gold)], [rows])["content"] == 100.0
    bins = scoring.reliability(rules, [document(*gold)], [other], [rows])
    assert [(b.count, b.right) for b in bins if b.count] == [(2, 1)]
    assert scoring.calibration_error(bins) == 42.0


def test_gaps_of_bins_do_not_cancel():
    bins = [scoring.Bin(10, 0.05, 1), scoring.Bin(0, 0.0, 0), scoring.Bin(10, 0.95, 9)]
    assert scoring.calibration_error(bins) == 5.0


class Sized:
    """A token: its place and its length."""

    def __init__(self, idx, words):
        self.idx = idx
        self.words = words

    def __len__(self):
        return len(self.words)


def triple(start, end):
    content = SimpleNamespace(start_char=start, end_char=end)
    return SimpleNamespace(speaker=[Sized(5, "Orr")], cue=[Sized(10, "said")], content=content)


def test_quotations_with_the_same_cue_are_one_attribution():
    assert joined([triple(0, 4), triple(20, 30)], 100) == [
        {"source": [(105, 108)], "cue": [(110, 114)], "content": [(100, 104), (120, 130)]}
    ]


def test_only_held_back_pieces_of_our_own_are_taken_and_nothing_nested():
    found = list(own())
    assert found
    for piece in found:
        assert piece.gold["attributions"]
        assert int(piece.gold["doc"].split()[-1]) % 10 == 9
