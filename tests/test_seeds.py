"""The acceptance test: five real articles, where they are at hand."""

import pytest

import dragoman

pytestmark = pytest.mark.seeds


@pytest.fixture(scope="module")
def archive(seeds, tmp_path_factory):
    with dragoman.read(seeds, tmp_path_factory.mktemp("seeds") / "nato.dragoman") as read:
        yield read


def test_every_receipt_holds(archive):
    report = archive.check()
    assert report.holds
    assert report.receipts > 1000


def test_texts_are_the_files_own(archive, seeds):
    for row in archive.documents:
        assert row["text"] == (seeds / f"{row['doc']}.txt").read_text(encoding="utf-8")


def test_one_derivation_and_four_families(archive):
    found = [row for row in archive.lineage if row["origin"]]
    pairs = {frozenset((row["derived"][:3], row["origin"][:3])) for row in found}
    assert pairs == {frozenset(("000", "001"))}
    assert len({row["family"] for row in archive.families}) == 4


def test_the_two_look_like_siblings_of_a_text_that_is_not_there(archive):
    (tree,) = archive.lineage.trees()
    (source,) = tree.sources
    assert [doc[:3] for doc in source.docs] == ["000", "001"]
    assert source.before == "2023-01-31"


def test_altered_direct_quotations_are_seen(archive):
    changed = [
        (edit["from"], edit["to"])
        for row in archive.variants
        if row["in_quotation_marks"] and row["change"] in ("word-changed", "meaning-changed")
        for edit in row["edits"]
    ]
    words = " ".join(" ".join(pair) for pair in changed)
    assert "reality" in words
    assert "fact" in words


def test_the_states_are_there(archive):
    countries = {row["country"] for row in archive.actors if row["kind"] == "state"}
    assert {"KOR", "PRK", "JPN", "CHN", "RUS", "UKR", "USA", "AUS", "NZL"} <= countries


def test_words_can_be_searched(archive):
    found = archive.sql(
        "select d.doc from documents_fts f join documents d on d.rowid = f.rowid"
        " where documents_fts match 'courtship'"
    )
    assert [row["doc"][:3] for row in found] == ["002"]
