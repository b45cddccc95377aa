"""Files appear whole, inside the folder, and never over the archive."""

import errno
import os

import pytest

from dragoman.errors import OutputError, UsageError
from dragoman.telling.export.folder import Folder


@pytest.fixture
def folder(tmp_path, archive):
    return Folder(tmp_path / "out" / "deep", archive.path)


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../x", "/x", "a/b", "a\\b", "C:x", "nul\0", "..\\x"]
)
def test_a_name_cannot_lead_elsewhere(folder, name):
    with pytest.raises(OutputError) as raised, folder.text(name):
        pass
    assert raised.value.code == "DRG-E501"


def test_a_file_that_fails_half_way_never_appears(folder):
    with pytest.raises(TypeError), folder.text("a.txt") as stream:
        stream.writelines(["half", None])
    assert not list(folder.path.iterdir())


def test_a_file_that_fails_half_way_leaves_the_older_one(folder):
    with folder.text("a.txt") as stream:
        stream.write("older")
    with pytest.raises(TypeError), folder.text("a.txt") as stream:
        stream.writelines(["newer", None])
    assert [path.name for path in folder.path.iterdir()] == ["a.txt"]
    assert (folder.path / "a.txt").read_text() == "older"


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_is_reported(folder, monkeypatch, call):
    def fail(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    target = "os.fsync" if call == "fsync" else "pathlib.Path.replace"
    monkeypatch.setattr(target, fail)
    with pytest.raises(OutputError, match="No space left"), folder.bytes("a.bin") as stream:
        stream.write(b"words")
    assert not list(folder.path.iterdir())


def test_a_link_is_replaced_and_not_followed(folder, tmp_path):
    outside = tmp_path / "outside.txt"
    outside.write_text("mine")
    (folder.path / "a.txt").symlink_to(outside)
    with folder.text("a.txt") as stream:
        stream.write("export")
    assert outside.read_text() == "mine"
    assert (folder.path / "a.txt").read_text() == "export"


def test_the_archive_is_never_overwritten(archive):
    folder = Folder(archive.path.parent, archive.path)
    with pytest.raises(UsageError) as raised, folder.text(archive.path.name):
        pass
    assert raised.value.code == "DRG-E105"


def test_a_file_in_the_folders_place_is_reported(tmp_path, archive):
    (tmp_path / "file").touch()
    for place in (tmp_path / "file", tmp_path / "file" / "under"):
        with pytest.raises(OutputError):
            Folder(place, archive.path)


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_files_have_the_permissions_that_others_expect(folder):
    before = os.umask(0o022)
    try:
        with folder.text("a.txt") as stream:
            stream.write("words")
    finally:
        os.umask(before)
    assert (folder.path / "a.txt").stat().st_mode & 0o777 == 0o644
