"""A family on the page: its tree, its texts side by side, its quotations, without a browser."""

import re

import pytest

from dragoman.archive.archive import Archive
from dragoman.telling.dossier import branches, dossier, pairs
from dragoman.telling.dossier.hidden import hidden_texts
from dragoman.telling.dossier.layers import layers
from dragoman.telling.dossier.lineage import edges
from dragoman.telling.dossier.papers import pile
from dragoman.telling.dossier.tree import tree
from quay import TEXTS, quay
from strait import taken_apart


@pytest.fixture
def kin(tmp_path):
    with Archive(quay(tmp_path / "quay.dragoman")) as opened:
        yield opened


@pytest.fixture
def shown_page(kin):
    return taken_apart(dossier(kin))


def drawn(archive):
    held = pile(archive.connection)
    return tree(held, edges(held, hidden_texts(held)))


def docs(tree):
    return [getattr(node.of, "doc", "lost") for node in tree.nodes]


def test_every_parent_is_drawn_and_nothing_else(kin):
    curves = drawn(kin).curves
    joined = {(c.edge.origin.doc if c.edge.origin else "lost", c.edge.derived.doc) for c in curves}
    assert joined == {
        ("alpha", "beta"), ("beta", "gamma"), ("delta", "gamma"), ("lost", "mill"), ("lost", "moor")
    }  # fmt: skip


def test_parents_stand_above_their_children(kin):
    order = docs(drawn(kin))
    assert sorted(order) == sorted([*TEXTS, "lost"])
    for parent, child in (("alpha", "beta"), ("beta", "gamma"), ("delta", "gamma")):
        assert order.index(parent) < order.index(child)
    assert order.index("lost") + 1 == order.index("mill")


def test_hidden_text_stands_before_the_first_that_has_it(kin):
    at = {getattr(node.of, "doc", "lost"): node.x for node in drawn(kin).nodes}
    assert at["lost"] < at["mill"]


def test_head_only_where_the_direction_is_known(shown_page):
    heads = shown_page.xpath("//*[@class='tree']//*[@marker-end]")
    without = shown_page.xpath("//*[contains(@class, 'edge open')]")
    assert (len(heads), len(without)) == (4, 1)
    (title,) = without[0].xpath("./*")
    assert title.text == "The Gamma and The Beta: who had it from whom is not known"


def test_large_family_collapses(kin, monkeypatch):
    monkeypatch.setattr(branches, "MOST_ROWS", 3)
    monkeypatch.setattr(branches, "MOST_OF_FAMILY", 3)
    found = drawn(kin)
    assert len(found.nodes) == 3
    assert [more.count for more in found.more] == [1]
    assert found.left_out == 4
    assert {"alpha", "beta"} <= set(docs(found))


def test_what_can_be_said_of_a_hidden_text(shown_page):
    (card,) = shown_page.xpath("//article[@class='lost-text']")
    told = " ".join(card.text_content().split())
    for words in (
        "both have what the other lacks",
        "Hill Wire",
        "4 May 2024",
        "The Mill, The Moor",
    ):
        assert words in told
    assert "A mill burned at night. The Mill mill#" in told


def test_layers_are_told_apart(kin, shown_page):
    (line,) = shown_page.xpath("//p[@class='layers']")
    told = line.text_content().replace("\N{NO-BREAK SPACE}", " ")
    assert told == "7 documents, 3 texts, 2 publishers, 2 wires"
    found = layers(pile(kin.connection))
    assert [(g.name, len(g.papers), g.texts) for g in found.publishers] == [
        ("Tide Group", 3, 2), ("Gull", 2, 2)
    ]  # fmt: skip
    assert (found.unowned, found.unwired) == (2, 4)


def test_shared_quotations_are_said_and_not_drawn(shown_page):
    (section,) = shown_page.xpath("//section[@id='sources']")
    told = " ".join(section.text_content().split())
    assert "The Alpha and The Note 1 quotation in both" in told


def test_both_texts_stand_whole_side_by_side(shown_page):
    (pair,) = shown_page.xpath("//details[@class='pair'][.//bdi[text()='The Beta']][1]")[:1]
    told = " ".join(pair.text_content().split())
    for words in ("Quay shut", "“We will pay,” Holm said.", "Quay closed", "“We will not pay,”"):
        assert words in told
    assert "1 moved" in told


def test_reasons_and_pairs_can_be_reached(shown_page):
    for link in shown_page.xpath("//*[@class='how']/a"):
        (target,) = shown_page.xpath(f"//*[@id='{link.get('href')[1:]}']")
        assert target.tag == "li"
        assert "dates" in target.text_content()


def test_the_wording_and_where_it_first_appears(shown_page):
    (quotation,) = shown_page.xpath("//article[@class='altered']")
    told = " ".join(quotation.text_content().split())
    assert told.startswith("Holm the others are compared with this “We will not pay,” The Alpha")
    assert re.search(r"the meaning changes inside the marks “We will not pay,” The Beta", told)
    assert "first so here, on the way from The Alpha (side by side)" in told
    assert "had from The Beta" in told
    assert quotation.xpath(".//del/text()") == ["not"]


def test_beyond_the_room_there_are_offsets_only(kin, monkeypatch):
    whole = len(dossier(kin))
    monkeypatch.setattr(pairs, "MOST_WRITTEN_OUT", 0)
    packed = dossier(kin)
    assert len(packed) < whole
    assert len(taken_apart(packed).xpath("//details[@data-rows]")) == 6
    monkeypatch.setattr(pairs, "MOST_PAIRS", 2)
    capped = taken_apart(dossier(kin)).xpath("//section[@id='lineage']")[0].text_content()
    assert "4 more stand in the archive’s table" in capped
