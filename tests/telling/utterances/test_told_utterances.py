import pytest

from dragoman.archive.archive import Archive
from dragoman.errors import UsageError
from dragoman.model import Change
from dragoman.telling.utterances import utterances
from kinfolk import family
from readings import two_documents


@pytest.fixture(scope="module")
def kin(tmp_path_factory):
    with Archive(family(tmp_path_factory.mktemp("kin") / "kin.dragoman")) as opened:
        yield opened


@pytest.fixture
def two(tmp_path):
    with Archive(two_documents(tmp_path / "two.dragoman")) as opened:
        yield opened


def test_wordings_are_stacked_under_the_reference_the_worst_first(kin):
    (utterance,) = utterances(kin)
    assert (utterance.documents, utterance.families) == (5, 2)
    assert [w.document.doc for w in utterance.wordings] == [
        "wire", "paper", "merged_page", "twin", "stranger"
    ]  # fmt: skip
    assert [w.is_reference for w in utterance.wordings] == [True, False, False, False, False]
    assert utterance.wordings[1].change is Change.MEANING_CHANGED
    assert utterance.wordings[1].document.outlet == "The Paper <i>"


def test_receipts_cut_the_words(kin):
    (utterance,) = utterances(kin)
    for wording in utterance.wordings:
        ((_, words),) = wording.passages
        assert kin.receipt(wording.receipt).words == words


def test_where_in_the_tree_the_change_first_appears(kin):
    (utterance,) = utterances(kin)
    told = {w.document.doc: (w.appeared, w.taken_from, w.parents) for w in utterance.wordings}
    assert told["paper"] == (True, "wire", ("wire",))
    assert told["merged_page"] == (False, "paper", ("herald", "paper"))
    assert told["stranger"] == (False, None, ())


def test_altered_are_those_changed_inside_quotation_marks(kin):
    (utterance,) = utterances(kin, altered=True)
    assert [w.altered for w in utterance.wordings] == [False, True, True, True, False]


def test_a_change_outside_quotation_marks_is_no_alteration(two, tmp_path):
    assert len(list(utterances(two, altered=True))) == 1
    rewritten = tmp_path / "two.dragoman"
    with __import__("sqlite3").connect(rewritten) as connection:
        connection.execute("update variants set in_quotation_marks = 0")
    connection.close()
    with Archive(rewritten) as archive:
        assert list(utterances(archive, altered=True)) == []
        assert len(list(utterances(archive))) == 1


def test_the_code_points_of_emoji_are_counted_as_one(two):
    (utterance,) = utterances(two)
    assert [words for w in utterance.wordings for _, words in w.passages] == [
        "“We will not sign 🛳 papers.”", "“We will never sign 🛳 papers,”"
    ]  # fmt: skip


def test_only_what_one_actor_said(two):
    assert len(list(utterances(two, speaker="person:ilse-varga"))) == 1
    assert list(utterances(two, speaker="state:VRN")) == []
    with pytest.raises(UsageError, match="'person:nobody'") as raised:
        list(utterances(two, speaker="person:nobody"))
    assert raised.value.code == "DRG-E110"
