import json
import os
import subprocess
import sys

import pytest

from dragoman.cli.main import COMMANDS
from piles import article, pile


def dragoman(*arguments, **options):
    return subprocess.run(
        [sys.executable, "-m", "dragoman.cli", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        **options,
    )


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    folder = pile(tmp_path_factory.mktemp("cli") / "coverage", 3)
    made = folder.parent / "a.dragoman"
    told = dragoman("read", folder, "-o", made)
    assert told.returncode == 0, told.stderr
    assert "3 accepted" in told.stdout
    return made


@pytest.mark.parametrize("command", [c.__name__ for c in COMMANDS])
def test_help_has_an_example(command):
    told = dragoman(command, "--help")
    assert told.returncode == 0
    assert "Example: dragoman" in told.stdout


def test_read_as_json_is_one_document(archive, tmp_path):
    told = dragoman("read", archive.parent / "coverage", "-o", tmp_path / "b.dragoman", "--json")
    assert json.loads(told.stdout)["accepted"] == 3
    assert told.stderr == ""


def test_check_and_show(archive):
    assert dragoman("check", archive).returncode == 0
    words = article(0)[:5]
    told = dragoman("show", archive, "a0000#0-5")
    assert f">>>{words}<<<" in told.stdout
    told = dragoman("show", archive, "a0000#0-5", "--json")
    assert words in json.dumps(json.loads(told.stdout))


def test_export_and_dossier(archive, tmp_path):
    assert dragoman("export", archive, "-f", "csv", "-o", tmp_path / "out").returncode == 0
    assert (tmp_path / "out" / "statements.csv").exists()
    told = dragoman("export", archive, "-f", "jsonl", "-t", "documents", "-o", "-")
    assert len(told.stdout.splitlines()) == 3
    assert dragoman("dossier", archive, "-o", tmp_path / "page.html").returncode == 0
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("check", "nowhere.dragoman"), 1, "DRG-E201"),
        (("read", "nowhere", "-o", "x.dragoman"), 2, "DRG-E101"),
        (("export",), 2, "ARCHIVE"),
        (("frobnicate",), 2, "frobnicate"),
    ],
)
def test_failures_say_what_to_do(tmp_path, arguments, code, says):
    told = dragoman(*arguments, cwd=tmp_path)
    assert told.returncode == code
    assert says in told.stderr
    assert "Traceback" not in told.stderr


def test_errors_as_json(tmp_path):
    told = dragoman("check", "nowhere.dragoman", "--json", cwd=tmp_path)
    assert json.loads(told.stdout)["error"]["code"] == "DRG-E201"


def test_strict_makes_a_refusal_a_failure(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    told = dragoman("read", tmp_path / "empty.txt", "-o", tmp_path / "x.dragoman", "--strict")
    assert told.returncode == 1
    assert "EMPTY" in told.stdout


def test_a_reader_that_leaves_is_no_error(archive):
    """T28: `| head` closes our output."""
    command = f"{sys.executable} -m dragoman.cli export {archive} -t sentences -o - | head -1"
    told = subprocess.run(
        command, shell=True, capture_output=True, text=True, check=False, env=dict(os.environ)
    )
    assert "Traceback" not in told.stderr


def test_no_colour_and_no_animation_in_a_pipe(archive):
    assert "\x1b" not in dragoman("check", archive).stdout
