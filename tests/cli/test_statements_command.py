import io
import json
import sys

import pytest

from dragoman.cli.main import app
from dragoman.errors import ArchiveError, ReceiptError
from spoken import spoken

ARTICLE = "Foreign Minister Ilse Varga said that the strait would stay open.\n"


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    return spoken(tmp_path_factory.mktemp("spoken") / "spoken.dragoman")


@pytest.fixture
def run(archive, capsys):
    def run_on(*arguments, source=archive):
        app(["statements", str(source), *arguments], standalone_mode=False)
        return capsys.readouterr().out

    return run_on


def ids(told):
    return [json.loads(line)["statement"] for line in told.splitlines()]


def test_who_said_what_to_whom_where_and_when(run):
    told = run()
    assert "pilot · The Pilot · 2024-03-05 · Pilots meet\n" in told
    assert (
        "  Ilse Varga (person:ilse-varga) · told · to the Gull · venue: the pilots' dinner"
        " · on 2024-03-04:\n    “We stay.”\n    pilot#71-81 · direct speech · 0.90\n"
    ) in told
    assert "Ilse Varga (person:ilse-varga) [speaker doubtful] · asked · in a letter:" in told
    assert "mixed writing · question · 0.40 · doubtful\n" in told
    assert "  Nobody named:\n    for rain\n" in told
    assert told.endswith("6 statements, 1 of them doubtful.\n")
    assert "doubtful." not in run("-q")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (["--speaker", "varga"], ["pilot:s1", "pilot:s2"]),
        (["--speaker", "state:ORL"], ["pilot:s3"]),
        (["--speaker", "the ENVOY"], ["courier:s1"]),
        (["--speaker", "nobody"], []),
        (["--kind", "mixed"], ["pilot:s2"]),
        (["--act", "thought"], ["courier:s2"]),
        (["--denials"], ["courier:s1", "pilot:s3"]),
        (["--denials", "--doc", "pilot"], ["pilot:s3"]),
        (["--questions"], ["pilot:s2"]),
        (["--demands"], ["pilot:s4"]),
        (["--doc", "courier"], ["courier:s1", "courier:s2"]),
        (["--least", "0.6"], ["courier:s1", "courier:s2", "pilot:s1", "pilot:s3", "pilot:s4"]),
        (["--least", "0.61", "--doc", "pilot"], ["pilot:s1", "pilot:s3"]),
    ],
)
def test_what_is_asked_for_is_listed(run, asked, found):
    assert ids(run(*asked, "--json")) == found


def test_by_speaker_the_unknown_come_last(run):
    told = run("--by", "speaker")
    names = [line for line in told.splitlines() if line and not line.startswith(" ")]
    assert names == [
        "Ilse Varga (person:ilse-varga)", "Orlan (state:ORL)", "Nobody named", "An envoy",
        "the envoy", "6 statements, 1 of them doubtful.",
    ]  # fmt: skip


def test_a_line_of_json_holds_all_with_words_and_offsets(run):
    told = json.loads(run("--json").splitlines()[2])
    assert (told["doc"], told["receipt"]) == ("pilot", "pilot#71-81")
    assert told["content"] == [{"text": "“We stay.”", "start": 71, "end": 81}]
    assert told["addressee"]["text"] == "the Gull"
    assert told["speaker_name"] == "Ilse Varga"


def test_an_article_is_read_at_once(run, tmp_path):
    article = tmp_path / "strait.txt"
    article.write_text(ARTICLE)
    assert "that the strait would stay open\n    strait#33-64 ·" in run(source=article)
    assert run("--doc", "other", "--json", source=article) == ""


def test_a_text_on_standard_input(run, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    (line,) = run("--json", source="-").splitlines()
    assert json.loads(line)["content"][0]["text"] == "that the strait would stay open"


def test_what_cannot_be_read_says_why(tmp_path, capsys):
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    assert app(["statements", str(empty)], standalone_mode=False) == 1
    assert "empty" in capsys.readouterr().err


def test_what_is_not_there_is_an_error(run, tmp_path):
    with pytest.raises(ArchiveError, match="DRG-E201"):
        run(source=tmp_path / "nowhere.dragoman")
    with pytest.raises(ReceiptError, match="DRG-E302"):
        run("--doc", "nobody")


def test_signs_that_a_terminal_would_obey_are_spelt_out(run, tmp_path):
    article = tmp_path / "strait.txt"
    article.write_text("Ilse Varga said: “We \u202estay.”\n")
    told = run(source=article)
    assert "\u202e" not in told
