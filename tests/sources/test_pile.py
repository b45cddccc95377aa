import os

import pytest

from dragoman.errors import UsageError
from dragoman.model import Code
from dragoman.settings import Settings
from dragoman.sources.pile import pile
from dragoman.sources.read import arrival


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.txt", "deep/er/c.txt", ".hidden", ".git/config"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Words.")
    return tmp_path


def found(paths):
    return [file.path for file in pile(paths)]


def refused(path, sandbox):
    (record,) = arrival(str(path), Settings(), sandbox).records()
    return record.code


def test_folders_are_read_with_subfolders_and_without_hidden_files(folder):
    assert found(["."]) == ["a.txt", "b.txt", "deep/er/c.txt"]


def test_order_and_repetition_of_arguments_do_not_matter(folder):
    assert pile(["b.txt", ".", "./a.txt"]) == pile([".", "a.txt", "b.txt"])


def test_names_tell_the_named_folder_and_nothing_above_it(folder):
    here = folder.name
    assert [f.name for f in pile(["."])] == [
        f"{here}/a.txt",
        f"{here}/b.txt",
        f"{here}/deep/er/c.txt",
    ]
    assert [f.name for f in pile([str(folder)])] == [f.name for f in pile(["."])]
    assert [f.name for f in pile(["deep"])] == ["deep/er/c.txt"]
    assert [f.name for f in pile(["*.txt"])] == [f"{here}/a.txt", f"{here}/b.txt"]
    assert [f.name for f in pile(["deep/er/c.txt", "."])][-1] == f"{here}/deep/er/c.txt"


def test_a_home_folder_is_not_named(folder, monkeypatch):
    monkeypatch.setenv("HOME", str(folder))
    assert [f.name for f in pile([str(folder / "a.txt")])] == ["a.txt"]
    assert [f.name for f in pile([str(folder)])] == ["a.txt", "b.txt", "deep/er/c.txt"]


def test_globs(folder):
    assert found(["*.txt"]) == ["a.txt", "b.txt"]
    assert found(["**/*.txt"]) == ["a.txt", "b.txt", "deep/er/c.txt"]


def test_a_name_that_looks_like_a_glob_is_a_name(folder):
    (folder / "a[1].txt").write_text("Words.")
    assert found(["a[1].txt"]) == ["a[1].txt"]


def test_hidden_files_are_read_when_named(folder):
    assert found([".hidden"]) == [".hidden"]


def test_standard_input_is_itself(folder):
    assert found(["-", "a.txt"]) == ["-", "a.txt"]


def test_nothing_at_all_is_wrong_usage(folder):
    (folder / "empty").mkdir()
    for paths in ([], ["missing.txt"], ["*.pdf"], ["empty"], ["a\0b"]):
        with pytest.raises(UsageError, match="DRG-E101"):
            pile(paths)


def test_what_is_missing_beside_what_is_there_stays_to_be_refused(folder, sandbox):
    assert found(["missing.txt", "a.txt"]) == ["a.txt", "missing.txt"]
    assert refused("missing.txt", sandbox) is Code.UNREADABLE


def test_linked_folders_end_no_walk_and_looping_links_are_refused(folder, sandbox):
    (folder / "deep" / "up").symlink_to(folder)
    (folder / "loop.txt").symlink_to("loop.txt")
    assert found(["."]) == ["a.txt", "b.txt", "deep/er/c.txt", "loop.txt"]
    assert refused("loop.txt", sandbox) is Code.UNREADABLE


def test_pipes_and_devices_are_refused_unopened(folder, sandbox):
    os.mkfifo(folder / "pipe.txt")
    assert refused(folder / "pipe.txt", sandbox) is Code.UNREADABLE
    assert refused("/dev/zero", sandbox) is Code.UNREADABLE


@pytest.mark.parametrize("name", ["a\0b.txt", "x" * 300 + ".txt", ""])
def test_impossible_names_are_refused(name, folder, sandbox):
    assert refused(name, sandbox) is Code.UNREADABLE


def test_unreadable_files_are_refused(folder, sandbox, monkeypatch):
    def denied(path):
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("dragoman.sources.opening.file", denied)
    assert refused("a.txt", sandbox) is Code.UNREADABLE


def test_files_that_vanish_after_hashing_are_refused(folder, sandbox):
    there = arrival("a.txt", Settings(), sandbox)
    (folder / "a.txt").unlink()
    (record,) = there.records()
    assert record.code is Code.UNREADABLE


def test_names_that_are_no_characters_can_be_stored(folder, sandbox):
    name = os.fsdecode(b"caf\xe9.txt")
    (folder / name).write_text("Words.")
    there = arrival(name, Settings(), sandbox)
    assert there.name == "caf\ufffd.txt"
    assert [record.text for record in there.records()] == ["Words."]
