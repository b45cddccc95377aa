from itertools import pairwise

import pytest

from dragoman.archive.archive import Archive
from dragoman.archive.stemma import Member, Tree
from dragoman.telling.printed.data import document_data, lineage_data
from dragoman.telling.printed.lineage import document_lines, families_lines
from dragoman.telling.printed.tree import tree_lines
from kinfolk import derivation, family

ALL = """\
Family wire: 6 documents and 1 outside the pile
[lost:gazette] a text outside the pile of Harbour Press, not younger than 2024-03-02
├─ gazette · undated — has words from lost:gazette (75 % of its words)
└─ herald · Herald & Sons · undated — has words from lost:gazette (75 % of its words)
   └─ merged_page · undated — excerpts herald (75 % of its words)
wire · Coast Wire · 2024-03-01
└─ paper · The Paper <i> · 2024-03-02 — spins wire (75 % of its words)
   └─ merged_page · undated (also above) — rewrites paper (75 % of its words)
twin · undated
merged_page ?? twin: copies merged_page (75 % of its words)

They share quotations, not how they tell them:
  merged_page and stranger: 1 utterance
  paper and stranger: 1 utterance
  stranger and twin: 1 utterance
  stranger and wire: 1 utterance
"""


@pytest.fixture(scope="module")
def kin(tmp_path_factory):
    with Archive(family(tmp_path_factory.mktemp("kin") / "kin.dragoman")) as opened:
        yield opened


def test_all_families_and_who_shares_quotations_only(kin):
    told = families_lines(kin, reasons=False, every=False)
    assert "".join(f"{line.rstrip()}\n" for line in told) == ALL


def test_reasons_stand_under_their_edges(kin):
    lines = list(tree_lines(kin.lineage.tree("wire")))
    at = next(i for i, line in enumerate(lines) if "paper · The Paper" in line)
    assert lines[at + 1] == "   │  dependence 95 % sure, direction 90 % sure: paper is later"
    assert lines[-1] == "  dependence 95 % sure, direction open: nothing tells"


def test_every_derivation_is_told_when_asked_for(kin):
    tree = kin.lineage.tree("wire")
    lines = list(tree_lines(tree, reasons=False, every=True))
    assert "wire -> merged_page: rewrites wire (75 % of its words)" in lines
    assert "gazette ?? herald: shares a source with gazette (75 % of its words)" in lines


def test_a_document_shows_the_passages_that_it_has_from_others(kin):
    lines = list(document_lines(kin, "paper", reasons=False, every=False))
    at = lines.index("  verbatim  wire#63-85 -> paper#0-22")
    assert lines[at + 1] == "    Rain fell on the quay."
    assert lines[-1] == "  paper and stranger: 1 utterance"


def test_an_edge_of_open_direction_is_drawn_dotted():
    members = (Member("a"), Member("b"))
    tree = Tree("a", members, (), (derivation("b", "a", direction=0.6, parent=True),))
    assert list(tree_lines(tree)) == [
        "a · undated",
        "└┄ b · undated — spins a (75 % of its words)",
        "      dependence 95 % sure, direction open: b is later",
    ]


def test_a_long_chain_stays_within_its_columns():
    names = [f"d{number}" for number in range(5000)]
    edges = tuple(derivation(b, a, parent=True) for a, b in pairwise(names))
    lines = list(tree_lines(Tree("d0", tuple(map(Member, names)), (), edges), reasons=False))
    assert max(map(len, lines)) < 200
    assert all(f"spins {a} " in line for a, line in zip(names, lines[1:], strict=False))


def test_a_circle_is_drawn_once():
    edges = (derivation("a", "b", parent=True), derivation("b", "a", parent=True))
    lines = list(tree_lines(Tree("a", (Member("a"), Member("b")), (), edges), reasons=False))
    assert [line.split(" · ")[0] for line in lines] == ["a", "└─ b", "   └─ a"]


def test_a_terminal_obeys_nothing_of_the_text():
    tree = Tree("a", (Member("a", outlet="The\x1b[2J\nTimes"),))
    assert list(tree_lines(tree)) == ["a · The[U+001B][2J Times · undated"]


def test_no_family_is_said_so(tmp_path):
    from dragoman.archive.writer import writing

    with writing(tmp_path / "empty.dragoman"):
        pass
    with Archive(tmp_path / "empty.dragoman") as archive:
        lines = list(families_lines(archive, reasons=True, every=False))
    assert lines == ["No document is known to go back to another."]


def test_the_same_as_data(kin):
    (told,) = lineage_data(kin)["families"]
    assert told["family"] == "wire"
    assert told["documents"][0] == {
        "doc": "wire", "title": "wire title", "outlet": "Coast Wire", "published": "2024-03-01",
    }  # fmt: skip
    assert told["hidden_sources"][0]["passages"] == ["gazette#0-28"]
    (edge,) = (e for e in told["lineage"] if e["derived"] == "paper")
    assert (edge["origin"], edge["kind"], edge["directed"], edge["parent"]) == (
        "wire", "spun", True, True
    )  # fmt: skip
    assert len(lineage_data(kin)["shared_quotations"]) == 4


def test_a_document_as_data(kin):
    told = document_data(kin, "paper")
    assert (told["doc"], told["family"]) == ("paper", "wire")
    assert [row["origin_start"] for row in told["alignments"]] == [63, 20]
    assert told["shared_quotations"] == [{"first": "paper", "second": "stranger", "utterances": 1}]
