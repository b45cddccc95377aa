"""Family trees in other people's formats."""

import io

import networkx as nx
import pytest

from dragoman.archive.archive import Archive
from dragoman.telling.export import export, print_table
from kinfolk import family


@pytest.fixture(scope="module")
def kin(tmp_path_factory):
    with Archive(family(tmp_path_factory.mktemp("kin") / "kin.dragoman")) as opened:
        yield opened


def test_newick_is_one_line_for_each_family(kin, tmp_path):
    (path, *_) = export(kin, "newick", tmp_path)
    assert path.name == "lineage.nwk"
    assert path.read_text() == (
        "((gazette,('merged_page'#H1)herald)'lost:gazette',(('merged_page'#H1)paper)wire,twin);\n"
    )


def test_graphml_is_one_graph(kin, tmp_path):
    (path, *_) = export(kin, "graphml", tmp_path)
    assert path.name == "lineage.graphml"
    graph = nx.read_graphml(path)
    assert set(graph.edges) == set(kin.lineage.tree("wire").to_networkx().edges)


@pytest.mark.parametrize("form", ["newick", "graphml"])
def test_what_is_printed_is_the_file(kin, tmp_path, form):
    stream = io.StringIO()
    print_table(kin, form, ["lineage"], stream)
    (path, *_) = export(kin, form, tmp_path)
    assert stream.getvalue() == path.read_text()
