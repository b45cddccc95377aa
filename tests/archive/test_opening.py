"""What is no archive of this version is refused, and an archive appears whole."""

import sqlite3
from contextlib import closing

import pytest

from dragoman.archive import connection as opening
from dragoman.archive.archive import Archive
from dragoman.archive.writer import writing
from dragoman.errors import ArchiveError
from readings import TWO


def foreign_files(folder):
    """Yield files that are something else."""
    text = folder / "text"
    text.write_text("This is no database, but it is long enough to hold a header. " * 9)
    yield text
    other = folder / "other.db"
    with closing(sqlite3.connect(other)) as made:
        made.execute("create table documents (doc)")
    yield other
    disguised = folder / "disguised.db"
    with closing(sqlite3.connect(disguised)) as made:
        made.execute(f"pragma application_id = {opening.APPLICATION_ID}")
        made.execute(f"pragma user_version = {opening.SCHEMA_VERSION}")
        made.execute("create table documents (doc)")
    yield disguised
    cut = folder / "cut.db"
    cut.write_bytes(other.read_bytes()[:50])
    yield cut


@pytest.mark.parametrize("number", range(4))
def test_a_foreign_file_is_refused_and_left_alone(tmp_path, number):
    path = list(foreign_files(tmp_path))[number]
    before = path.read_bytes()
    with pytest.raises(ArchiveError) as raised:
        Archive(path)
    assert raised.value.code == "DRG-E202"
    with pytest.raises(ArchiveError) as raised, writing(path):
        pass
    assert raised.value.code == "DRG-E202"
    assert path.read_bytes() == before


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ArchiveError, match="no archive at") as raised:
        Archive(tmp_path / "none.dragoman")
    assert raised.value.code == "DRG-E201"
    with pytest.raises(ArchiveError):
        Archive(tmp_path)


@pytest.mark.parametrize(("version", "advice"), [(0, "Read the coverage again"), (99, "newer")])
def test_another_version_is_refused_with_advice(stored, version, advice):
    with closing(sqlite3.connect(stored)) as made:
        made.execute(f"pragma user_version = {version}")
    for attempt in (lambda: Archive(stored), lambda: writing(stored).__enter__()):
        with pytest.raises(ArchiveError, match=advice) as raised:
            attempt()
        assert raised.value.code == "DRG-E203"


def test_an_empty_file_becomes_an_archive(tmp_path):
    path = tmp_path / "made-by-mktemp"
    path.touch()
    with writing(path) as writer:
        writer.append(TWO, [])
    with Archive(path) as archive:
        assert archive.check().holds


def test_a_broken_start_is_begun_again(tmp_path):
    path = tmp_path / "a.dragoman"
    path.with_name(f".{path.name}.new").write_bytes(b"half of a new archive")
    with writing(path) as writer:
        writer.append(TWO, [])
    assert not path.with_name(f".{path.name}.new").exists()


def test_the_log_of_a_deleted_archive_is_not_taken_over(tmp_path):
    path = tmp_path / "a.dragoman"
    log = path.with_name(f"{path.name}-wal")
    with writing(path) as writer:
        writer.append(TWO, [])
        left = log.read_bytes()
    path.unlink()
    log.write_bytes(left)
    with writing(path) as writer:
        assert writer.connection.execute("select count(*) from documents").fetchone()[0] == 0
        writer.append(TWO[:1], [])
    with Archive(path) as archive:
        assert archive.check().holds
        assert len(archive.documents) == 1


@pytest.mark.parametrize("name", ["a b.dragoman", "é🛳.dragoman", "a?b#c%41.dragoman", "'; drop.d"])
def test_any_name_serves(tmp_path, name):
    with writing(tmp_path / name) as writer:
        writer.append(TWO, [])
    with Archive(tmp_path / name) as archive:
        assert len(archive.documents) == 2


def test_a_place_that_is_no_folder_cannot_be_written(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ArchiveError) as raised, writing(tmp_path / "file" / "a.dragoman"):
        pass
    assert raised.value.code == "DRG-E205"


def test_a_reader_cannot_write(archive):
    for query in ("delete from families", "create table mine (a)", "pragma user_version = 5"):
        with pytest.raises(sqlite3.OperationalError):
            archive.connection.execute(query)


def test_it_says_how_it_was_made(archive):
    about = archive.about()
    assert about["made_by"].startswith("dragoman ")
    (run,) = about["runs"]
    assert run["settings"] == {"pipeline": "none"}
    assert run["inputs"] == {"accepted": 2, "refused": 1}
    assert run["finished"] >= run["started"]


def test_an_unknown_table_is_named_with_the_known(archive):
    with pytest.raises(AttributeError, match="it has inputs, documents"):
        _ = archive.quotes
    assert "statements" in dir(archive)
    assert repr(archive) == "<Archive two.dragoman: 2 documents>"
