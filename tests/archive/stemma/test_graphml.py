"""GraphML is read back by networkx."""

from io import BytesIO, StringIO
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from dragoman.archive.archive import Archive
from dragoman.archive.stemma import Member, Tree
from dragoman.archive.stemma.graphml import writable, write_graphml
from kinfolk import LOST, derivation, family


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    with Archive(family(tmp_path_factory.mktemp("kin") / "kin.dragoman")) as opened:
        return opened.lineage.tree("wire")


def read(text):
    return nx.read_graphml(BytesIO(text.encode()))


@pytest.mark.parametrize("all_derivations", [False, True])
def test_networkx_reads_what_it_would_be_given(tree, all_derivations):
    graph = tree.to_networkx(all_derivations=all_derivations)
    back = read(tree.graphml(all_derivations=all_derivations))
    assert dict(back.nodes(data=True)) == dict(graph.nodes(data=True))
    assert list(back.edges(data=True)) == list(graph.edges(data=True))
    assert back.is_directed()


def test_the_graph_is_the_tree_unless_all_is_asked_for(tree):
    graph = tree.to_networkx()
    assert nx.is_directed_acyclic_graph(graph)
    assert nx.ancestors(graph, "merged_page") == set(tree.ancestors("merged_page"))
    assert graph.number_of_edges() == 5
    assert tree.to_networkx(all_derivations=True).number_of_edges() == 8


def test_nodes_say_what_they_are(tree):
    nodes = tree.to_networkx().nodes
    assert nodes["paper"] == {
        "family": "wire", "kind": "document", "label": "The Paper <i>", "title": "paper title",
        "outlet": "The Paper <i>", "published": "2024-03-02",
    }  # fmt: skip
    assert nodes[LOST] == {
        "family": "wire", "kind": "hidden source", "label": "Harbour Press",
        "note": "both credit it", "before": "2024-03-02", "agency": "Harbour Press",
    }  # fmt: skip


HOSTILE = '</data><evil a="1">&lol; ]]>\x00\x1b\r\ud800\uffff'


def test_hostile_words_stay_words():
    told = Tree(
        HOSTILE,
        (Member(HOSTILE, HOSTILE, HOSTILE), Member("b")),
        (),
        (derivation("b", HOSTILE, parent=True, note=HOSTILE),),
    )
    text = told.graphml()
    root = ET.fromstring(text.encode())  # noqa: S314 - our own words
    assert {element.tag.rpartition("}")[2] for element in root.iter()} == {
        "graphml", "graph", "key", "node", "edge", "data"
    }  # fmt: skip
    assert read(text).nodes[writable(HOSTILE)]["title"] == writable(HOSTILE)
    assert writable(HOSTILE).endswith("]]>" + 5 * "\ufffd")


def test_several_trees_are_one_graph(tree):
    stream = StringIO()
    write_graphml([tree, Tree("z", (Member("z"),))], stream)
    graph = read(stream.getvalue())
    assert {told["family"] for _, told in graph.nodes(data=True)} == {"wire", "z"}
