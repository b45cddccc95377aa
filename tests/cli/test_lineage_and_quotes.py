import json
import os
import pty
import subprocess
import sys

import pytest

from dragoman.cli.main import app
from kinfolk import family


@pytest.fixture(scope="module")
def kin(tmp_path_factory):
    return family(tmp_path_factory.mktemp("kin") / "kin.dragoman")


@pytest.fixture
def dragoman(kin, capsys):
    def run(command, *arguments):
        app([command, str(kin), *arguments], standalone_mode=False)
        return capsys.readouterr().out

    return run


def test_lineage_draws_all_families(dragoman):
    told = dragoman("lineage")
    assert "└─ paper · The Paper <i> · 2024-03-02 — spins wire (75 % of its words)" in told
    assert "direction 90 % sure: paper is later" in told
    assert "paper and stranger: 1 utterance" in told


def test_quiet_and_verbose(dragoman):
    assert "sure" not in dragoman("lineage", "-q")
    assert "wire -> merged_page" not in dragoman("lineage", "paper")
    assert "wire -> merged_page" in dragoman("lineage", "paper", "-v")
    assert "stranger#" not in dragoman("quotes", "--altered")
    assert "stranger#" in dragoman("quotes", "--altered", "-v")
    assert dragoman("quotes").endswith("1 utterance in several documents.\n")
    assert "several" not in dragoman("quotes", "-q")


def test_one_document_and_two(dragoman):
    assert "verbatim  wire#63-85 -> paper#0-22" in dragoman("lineage", "paper")
    assert "We trust the [-old-]{+new+} ferry." in dragoman("lineage", "paper", "wire")


@pytest.mark.parametrize(
    ("arguments", "key"),
    [
        (("lineage",), "families"),
        (("lineage", "paper"), "newick"),
        (("lineage", "paper", "wire"), "passages"),
        (("quotes",), "utterances"),
        (("quotes", "--altered"), "utterances"),
    ],
)
def test_each_is_one_json_document(dragoman, arguments, key):
    assert json.loads(dragoman(*arguments, "--json"))[key]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("lineage", "nobody"), 1, "DRG-E302"),
        (("lineage", "paper", "nobody"), 1, "DRG-E302"),
        (("quotes", "--speaker", "person:nobody"), 2, "DRG-E110"),
    ],
)
def test_failures_say_what_to_do(kin, arguments, code, says):
    command, *rest = arguments
    told = subprocess.run(
        [sys.executable, "-m", "dragoman.cli", command, str(kin), *rest],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == code
    assert says in told.stderr
    assert "Traceback" not in told.stderr


def test_colour_on_a_terminal(kin):
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "dragoman.cli", "lineage", str(kin), "paper", "wire"]
    subprocess.run(command, stdout=theirs, check=True)
    os.close(theirs)
    told = b""
    while piece := _read(ours):
        told += piece
    os.close(ours)
    assert b"\x1b[31;9mold\x1b[0m\x1b[32;4mnew\x1b[0m ferry" in told


def _read(terminal):
    try:
        return os.read(terminal, 4096)
    except OSError:  # the other side was closed
        return b""
