"""One writer at a time, any number of readers (T27)."""

import shutil
import subprocess
import sys
import time

import pytest

from dragoman.archive.archive import Archive
from dragoman.archive.writer import writing
from dragoman.errors import ArchiveError
from readings import TWO, plain

HOLDS_THE_LOCK = """
import sys, time
from pathlib import Path
from dragoman.archive.writer import writing
with writing(Path(sys.argv[1])) as writer:
    writer.connection.execute("begin immediate")
    writer.connection.execute("update families set family = 'never committed'")
    print("holding", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(stored):
    """Return another process that is in the middle of writing the archive."""
    command = [sys.executable, "-c", HOLDS_THE_LOCK, str(stored)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "holding\n"
        yield process
        process.kill()


def test_the_second_writer_is_told_who_holds_the_archive(stored, holder):
    with pytest.raises(ArchiveError, match=f"process {holder.pid}") as raised, writing(stored):
        pass
    assert raised.value.code == "DRG-E204"


def test_a_killed_holder_is_succeeded_at_once(stored, holder):
    holder.kill()
    holder.wait()
    began = time.monotonic()
    with writing(stored) as writer:
        writer.append([plain("third", "Words.")], [])
    assert time.monotonic() - began < 5
    with Archive(stored) as archive:
        assert archive.check().holds
        assert len(archive.documents) == 3
        assert {row["family"] for row in archive.families} == {"first"}


def test_readers_read_while_another_process_writes(stored, holder):
    with Archive(stored) as archive:
        assert {row["family"] for row in archive.families} == {"first"}
        assert archive.check().holds


def test_the_same_process_is_refused_too(stored):
    with writing(stored), pytest.raises(ArchiveError, match="is being written"), writing(stored):
        pass


def test_the_file_alone_is_the_whole_archive(stored, tmp_path):
    before = fingerprint(stored)
    assert fingerprint(shutil.copy(stored, tmp_path / "copy.dragoman")) == before
    left = {path.name for path in stored.parent.iterdir()}
    assert f".{stored.name}.pid" not in left
    assert f".{stored.name}.new" not in left


def test_a_reader_sees_what_was_committed_and_no_more(tmp_path):
    path = tmp_path / "a.dragoman"
    with writing(path) as writer:
        writer.append(TWO[:1], [])
        with Archive(path) as archive:
            with writer.transaction() as connection:
                connection.execute("insert into families values ('first', 'first', null, null)")
                assert len(archive.families) == 0
            assert len(archive.families) == 1


def test_a_snapshot_holds_one_state(tmp_path):
    path = tmp_path / "a.dragoman"
    with writing(path) as writer:
        writer.append(TWO[:1], [])
        with Archive(path) as archive:
            with archive.snapshot(), archive.snapshot():
                before = archive.fingerprint()
                writer.append(TWO[1:], [])
                assert len(archive.documents) == 1
                assert archive.fingerprint() == before
            assert len(archive.documents) == 2


def fingerprint(path) -> str:
    with Archive(path) as archive:
        return archive.fingerprint()
