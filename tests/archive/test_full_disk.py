"""Whatever write fails, the archive opens, holds, and can be gone on with (T24)."""

import sqlite3
from itertools import count

import pytest

from dragoman.archive import connection as opening
from dragoman.archive.archive import Archive
from dragoman.archive.writer import writing
from dragoman.errors import ArchiveError
from readings import FIRST, TWO, collate_by_hand, ended, plain


class Failing(sqlite3.Connection):
    """A connection whose n-th statement fails as on a broken disk, and all after it."""

    allowed = 0

    def execute(self, sql, *values):
        self._count(sql)
        return super().execute(sql, *values)

    def executemany(self, sql, *values):
        self._count(sql)
        return super().executemany(sql, *values)

    def _count(self, sql):
        if sql == "rollback":  # what SQLite itself does when a disk breaks
            return
        type(self).allowed -= 1
        if type(self).allowed < 0:
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
            raise error


def work(path):
    """Do all that a run does to an archive."""
    with writing(path) as writer:
        writer.begin_run({}, {})
        for reading in TWO:
            writer.append([reading], [ended(reading.document.doc, reading.document.path)])
        with writer.transaction() as connection:
            collate_by_hand(connection)
        writer.end_run({"accepted": 2})


def test_the_nth_statement_fails(tmp_path, monkeypatch):
    work(tmp_path / "undisturbed")
    with Archive(tmp_path / "undisturbed") as archive:
        expected = archive.fingerprint()
    connect = sqlite3.connect
    seen = set()
    for allowed in count():
        path = tmp_path / f"{allowed}.dragoman"
        monkeypatch.setattr(Failing, "allowed", allowed)
        monkeypatch.setattr(
            opening.sqlite3, "connect", lambda *a, **k: connect(*a, factory=Failing, **k)
        )
        try:
            work(path)
        except ArchiveError as error:
            assert error.code == "DRG-E205"  # noqa: PT017 - the loop ends when none is raised
        else:
            break
        finally:
            monkeypatch.setattr(opening.sqlite3, "connect", connect)
        seen.add(documents_of(path))
        if seen and path.exists():
            path.unlink()
        work(path)
        with Archive(path) as archive:
            assert archive.fingerprint() == expected
    assert seen == {0, 1, 2}
    assert allowed > 60


def documents_of(path) -> int:
    """Return how many documents an archive holds after a fault, having checked it."""
    if not path.exists():
        return 0
    with Archive(path) as archive:
        assert archive.check().holds
        return len(archive.documents)


def test_a_disk_fills_at_every_size(stored):
    """SQLite's own page limit plays the disk: it fails as a full one does."""
    long = [plain(f"doc{n}", FIRST * 40) for n in range(20)]
    with Archive(stored) as archive:
        before = archive.fingerprint()
    for pages in count(1):
        try:
            with writing(stored) as writer:
                (now,) = writer.connection.execute("pragma page_count").fetchone()
                writer.connection.execute(f"pragma max_page_count = {now + pages}")
                writer.append(long, [])
        except ArchiveError as error:
            assert "full" in error.message  # noqa: PT017 - the loop ends when none is raised
        else:
            break
        with Archive(stored) as archive:
            assert archive.check().holds
            assert archive.fingerprint() == before
    assert pages > 5
    with Archive(stored) as archive:
        assert len(archive.documents) == 22


def test_faults_of_the_program_are_not_taken_for_the_disks(stored):
    with pytest.raises(sqlite3.OperationalError, match="no such table"), writing(stored) as writer:
        writer.connection.execute("select * from nowhere")
