import json

import pytest

import dragoman
from dragoman.errors import UsageError
from dragoman.run import read_into
from dragoman.settings import Settings
from piles import article, pile


def ends(report):
    return report.accepted, report.partly, report.refused, report.duplicate


def test_every_input_ends_once_and_the_four_add_up(tmp_path):
    folder = pile(tmp_path / "coverage", 3)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "copy").mkdir()
    (folder / "copy" / "a0001.txt").write_text(article(1), encoding="utf-8")
    rows = [{"doc": "r1", "text": article(7)}, {"doc": "r2"}]
    (folder / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    report = read_into([str(folder)], tmp_path / "a.dragoman", Settings())
    assert ends(report) == (4, 0, 2, 1)
    assert report.inputs == 7
    assert report.documents == 4
    assert len(report.failures) == 2


def test_only_the_new_is_read(tmp_path):
    folder = pile(tmp_path / "coverage", 3)
    archive = tmp_path / "a.dragoman"
    read_into([str(folder)], archive, Settings())
    again = read_into([str(folder)], archive, Settings())
    assert ends(again) == (0, 0, 0, 0)
    assert again.known == 3
    (folder / "new.txt").write_text(article(40), encoding="utf-8")
    more = read_into([str(folder)], archive, Settings())
    assert ends(more) == (1, 0, 0, 0)
    assert more.documents == 4


def test_a_changed_file_is_another_document(tmp_path):
    folder = pile(tmp_path / "coverage", 1)
    archive = tmp_path / "a.dragoman"
    read_into([str(folder)], archive, Settings())
    (folder / "a0000.txt").write_text(article(33), encoding="utf-8")
    read_into([str(folder)], archive, Settings())
    with dragoman.open(archive) as opened:
        docs = [row["doc"] for row in opened.documents]
    assert len(docs) == 2
    assert docs[0] == "a0000"
    assert docs[1].startswith("a0000-")


def test_a_deleted_document_stays_away(tmp_path):
    folder = pile(tmp_path / "coverage", 3)
    archive = tmp_path / "a.dragoman"
    read_into([str(folder)], archive, Settings())
    dragoman.run.delete(archive, "a0001", "withdrawn")
    (folder / "a0001.txt").rename(folder / "renamed.txt")
    report = read_into([str(folder)], archive, Settings())
    assert report.documents == 2
    with dragoman.open(archive) as opened:
        assert opened.check().holds
        assert [row["code"] for row in opened.failures] == ["DELETED"]


@pytest.mark.parametrize("copies", [1, 3])
def test_copies_count_once(tmp_path, copies):
    """T34: an exact copy changes no count of families."""
    folder = pile(tmp_path / "coverage", 4)
    for number in range(copies):
        (folder / f"copy{number}.txt").write_text(article(2), encoding="utf-8")
    report = read_into([str(folder)], tmp_path / "a.dragoman", Settings())
    assert report.documents == 4 + copies
    assert report.families == 4


def test_a_parser_that_fails_costs_one_document(tmp_path, monkeypatch):
    from dragoman.engines import engine

    whole = engine.read_document

    def failing(parser, document, passages):
        if document.doc == "a0001":
            raise IndexError("a fault of ours")
        return whole(parser, document, passages)

    monkeypatch.setattr(engine, "read_document", failing)
    report = read_into([str(pile(tmp_path / "coverage", 3))], tmp_path / "a.dragoman", Settings())
    assert ends(report) == (2, 0, 1, 0)
    assert "IndexError" in report.failures[0].reason


def test_a_format_that_marks_what_is_not_there_costs_its_input(tmp_path, monkeypatch):
    from dragoman.model import Draft, Passage, PassageKind, Span
    from dragoman.sources.plain import Plain

    def read(self, data, name, settings):
        beyond = Passage(Span(10, 900), PassageKind.CAPTION)
        yield Draft("Some words of a text.", marked=(beyond,))

    monkeypatch.setattr(Plain, "read", read)
    report = read_into([str(pile(tmp_path / "coverage", 2))], tmp_path / "a.dragoman", Settings())
    assert ends(report) == (0, 0, 2, 0)
    assert "MALFORMED" in report.failures[0].reason


def test_a_pipeline_that_is_not_installed_leaves_no_archive(tmp_path):
    archive = tmp_path / "a.dragoman"
    with pytest.raises(UsageError, match="DRG-E104"):
        read_into([str(pile(tmp_path / "c", 1))], archive, Settings(pipeline="no_such_pipeline"))
    assert not archive.exists()


def test_nothing_to_read_says_so(tmp_path):
    with pytest.raises(UsageError, match="DRG-E101"):
        dragoman.read(tmp_path / "nothing", tmp_path / "a.dragoman")


def test_one_text_without_an_archive():
    reading = dragoman.read_text(article(0), outlet="The Invented Post")
    assert reading.document.outlet == "The Invented Post"
    assert reading.statements
    for statement in reading.statements:
        assert all(span.cut(reading.document.text).strip() for span in statement.content)
