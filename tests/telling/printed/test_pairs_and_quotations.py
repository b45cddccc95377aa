import pytest

from dragoman.archive.archive import Archive
from dragoman.telling.comparison import compare
from dragoman.telling.printed.comparison import comparison_lines
from dragoman.telling.printed.data import comparison_data, utterance_data
from dragoman.telling.printed.pen import PLAIN
from dragoman.telling.printed.utterances import utterance_lines
from dragoman.telling.utterances import utterances
from kinfolk import family

PAIR = """\
paper spins wire (75 % of its words)
  dependence 95 % sure, direction 90 % sure: paper is later
Utterances that both carry: 1

left out  wire#0-19
  [-Pilots met at dawn.-]

verbatim, moved up  wire#63-85 -> paper#0-22
  Rain fell on the quay.

edited  wire#20-62 -> paper#23-65
  Ilse Varga said: “We trust the [-old-]{+new+} ferry.”

added  paper#66-79
  {+Nobody slept.+}
"""
ALTERED = """\
Speaker unknown, in 5 documents of 2 families:
  “We trust the old ferry.”
    wire#37-62 · Coast Wire · 2024-03-01 · reference
  “We trust the [-old-]{+new+} ferry.”
    paper#40-65 · The Paper <i> · 2024-03-02 · meaning-changed, inside quotation marks
      first so on the way wire -> paper
  “We trust the [-old-]{+new+} ferry.”
    merged_page#17-42 · undated · meaning-changed, inside quotation marks
      as in paper
  “We trust the [-old-]{+new+} ferry.”
    twin#17-42 · undated · meaning-changed, inside quotation marks
"""


@pytest.fixture(scope="module")
def kin(tmp_path_factory):
    with Archive(family(tmp_path_factory.mktemp("kin") / "kin.dragoman")) as opened:
        yield opened


def test_two_documents_side_by_side(kin):
    lines = comparison_lines(compare(kin, "paper", "wire"), PLAIN)
    assert "".join(f"{line}\n" for line in lines) == PAIR


def test_strangers_are_said_to_be(kin):
    assert list(comparison_lines(compare(kin, "stranger", "wire"), PLAIN)) == [
        "Neither of stranger and wire is known to go back to the other.",
        "Utterances that both carry: 1",
    ]


def test_a_pair_as_data(kin):
    told = comparison_data(compare(kin, "paper", "wire"))
    assert (told["origin"], told["derived"], told["derivation"]["kind"]) == (
        "wire", "paper", "spun"
    )  # fmt: skip
    assert [row["kind"] for row in told["passages"]] == ["left out", "verbatim", "edited", "added"]
    (edit,) = told["passages"][2]["edits"]
    assert (edit["from"], edit["to"]) == ("old", "new")
    assert told["passages"][0]["origin"]["receipt"] == "wire#0-19"


def test_altered_quotations_are_stacked(kin):
    (utterance,) = utterances(kin, altered=True)
    lines = utterance_lines(utterance, PLAIN, only_altered=True)
    assert "".join(f"{line}\n" for line in lines) == ALTERED


def test_unaltered_wordings_are_stacked_when_asked_for(kin):
    (utterance,) = utterances(kin)
    lines = list(utterance_lines(utterance, PLAIN, only_altered=False))
    assert lines[-1] == "    stranger#17-42 · 2024-03-02 · same"


def test_quotations_as_data(kin):
    (utterance,) = utterances(kin)
    told = utterance_data(utterance, only_altered=True)
    assert [w["doc"] for w in told["wordings"]] == ["wire", "paper", "merged_page", "twin"]
    assert told["wordings"][1]["content"] == [[40, 65]]
    assert told["wordings"][1]["edits"][0]["from"] == "old"
    assert len(utterance_data(utterance, only_altered=False)["wordings"]) == 5
