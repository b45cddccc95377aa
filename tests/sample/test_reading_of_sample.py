"""The sample coverage, read, beside its known truth."""

import json

import pytest

import dragoman
from dragoman.sample import articles

FIELDS = ("title", "outlet", "agency", "byline", "published", "published_precision")


@pytest.fixture(scope="module")
def truth():
    from importlib.resources import files

    return json.loads(files("dragoman.sample").joinpath("truth.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    with articles() as folder:
        read = dragoman.read(folder, tmp_path_factory.mktemp("sample") / "sample.dragoman")
    with read:
        yield read


def test_all_is_read_and_holds(archive, truth):
    assert {row["doc"] for row in archive.documents} == {row["doc"] for row in truth["documents"]}
    assert list(archive.failures) == []
    assert archive.check().holds


def test_what_is_known_of_the_documents(archive, truth):
    held = {row["doc"]: row for row in archive.documents}
    wrong = [
        (known["doc"], field, known[field], held[known["doc"]][field])
        for known in truth["documents"]
        for field in FIELDS
        if held[known["doc"]][field] != known[field]
    ]
    assert wrong == []


def test_lineage_is_the_known_one(archive, truth):
    known = {frozenset((row["derived"], row["origin"])): row for row in truth["lineage"]}
    found = {frozenset((row["derived"], row["origin"])): row for row in archive.lineage}
    assert found.keys() >= known.keys()
    families = {}
    for row in archive.families:
        families.setdefault(row["family"], set()).add(row["doc"])
    assert sorted(map(sorted, families.values())) == sorted(map(sorted, truth["families"]))


def test_altered_quotations_are_found(archive, truth):
    found = " ".join(
        f"{edit['from']} {edit['to']}".casefold()
        for row in archive.variants
        if row["in_quotation_marks"]
        for edit in row["edits"]
    )
    for altered in truth["altered_quotations"]:
        for before, after in altered["edits"]:
            assert before.casefold() in found
            assert after.casefold() in found


def test_most_denials_are_marked(archive, truth):
    texts = {row["doc"]: row["text"] for row in archive.documents}
    spans = {
        (row["doc"], tuple(span))
        for row in archive.statements
        if row["denial"]
        for span in row["content"]
    }
    found = 0
    for denial in truth["denials"]:
        start = texts[denial["doc"]].find(denial["words"])
        end = start + len(denial["words"])
        found += any(doc == denial["doc"] and start < b and a < end for doc, (a, b) in spans)
    assert found >= 2 * len(truth["denials"]) / 3


def test_speakers_of_known_quotations(archive, truth):
    texts = {row["doc"]: row["text"] for row in archive.documents}
    names = {row["actor"]: row["name"] for row in archive.actors}
    known = [(speaker, q) for speaker, quoted in truth["quotations"].items() for q in quoted]
    right = 0
    for speaker, quoted in known:
        start = texts[quoted["doc"]].find(quoted["words"])
        end = start + len(quoted["words"])
        right += any(
            row["doc"] == quoted["doc"]
            and names.get(row["speaker"]) == speaker
            and any(start < b and a < end for a, b in row["content"])
            for row in archive.statements
        )
    assert right / len(known) >= 0.6
