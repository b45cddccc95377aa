import pytest

from dragoman.archive.archive import Archive
from dragoman.archive.table import Table
from dragoman.errors import ReceiptError, UsageError
from kinfolk import LOST, SOURCE, family


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    with Archive(family(tmp_path_factory.mktemp("kin") / "kin.dragoman")) as opened:
        yield opened


@pytest.fixture(scope="module")
def tree(archive):
    return archive.lineage.tree("paper")


def test_lineage_stays_a_table(archive):
    assert isinstance(archive.lineage, Table)
    assert archive.tables["lineage"] is archive.lineage
    assert len(list(archive.lineage)) == len(archive.lineage) == 8
    assert archive.lineage.to_arrow().num_rows == 8


def test_a_tree_tells_its_documents_and_what_is_missing_between_them(tree):
    assert tree.family == "wire"
    assert [m.doc for m in tree.documents] == [
        "wire", "paper", "gazette", "herald", "merged_page", "twin"
    ]  # fmt: skip
    assert tree.documents[0].title == "wire title"
    assert tree.documents[0].outlet == "Coast Wire"
    assert tree.documents[0].published == "2024-03-01"
    assert tree.sources == (SOURCE,)


def test_edges_say_how_far_and_why(tree):
    (edge,) = (e for e in tree.edges if e.derived == "paper")
    assert (edge.origin, edge.kind, edge.coverage, edge.origin_coverage) == (
        "wire", "spun", 0.75, 0.5
    )  # fmt: skip
    assert (edge.score, edge.direction_score, edge.parent) == (0.95, 0.9, True)
    assert edge.source_note == "paper is later"


def test_parents_children_ancestors_roots(tree):
    assert tree.parents("merged_page") == ("herald", "paper")
    assert tree.children("paper") == ("merged_page",)
    assert tree.children(LOST) == ("gazette", "herald")
    assert tree.ancestors("merged_page") == ("herald", "paper", LOST, "wire")
    assert tree.ancestors("wire") == ()
    assert tree.roots == (LOST, "wire", "twin")


def test_parents_come_before_their_children(tree):
    named = [getattr(node, "doc", None) or node.hidden_source for node in tree]
    assert len(named) == len(set(named)) == 7
    for edge in tree.branches:
        above = edge.origin or edge.hidden_source
        assert named.index(above) < named.index(edge.derived)


def test_a_document_alone_is_a_tree_of_one(archive):
    tree = archive.lineage.tree("stranger")
    assert [node.doc for node in tree] == ["stranger"]
    assert tree.newick() == "stranger;"


def test_all_families_of_more_than_one(archive):
    assert [tree.family for tree in archive.lineage.trees()] == ["wire"]


def test_an_unknown_document_is_named(archive):
    with pytest.raises(ReceiptError, match="'nobody'") as raised:
        archive.lineage.tree("nobody")
    assert raised.value.code == "DRG-E302"


def test_without_networkx_the_extra_is_named(tree, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "networkx", None)
    with pytest.raises(UsageError, match=r"dragoman\[networkx\]"):
        tree.to_networkx()
