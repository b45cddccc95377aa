"""The sandbox: T11, T25 and T26 in part."""

import os
import subprocess
import sys
import textwrap
import time
from dataclasses import replace

import pytest

from dragoman.model import Code, Draft, Passage, PassageKind, Refusal, Span
from dragoman.settings import Settings
from dragoman.sources.sandbox import Sandbox
from dragoman.sources.wire import as_answer, draft_or_refusal

# Formats that misbehave, found by the worker as any user's own format would be.
FORMATS = """
import os, sys, time
from dragoman.model import Draft

class Form:
    suffixes, container, foreign = (), True, True
    def sniff(self, head, /): return False

class Stuck(Form):
    name = "stuck"
    def read(self, data, name, settings, /):
        yield Draft("One.", "1")
        time.sleep(600)

class Deadly(Form):
    name = "deadly"
    def read(self, data, name, settings, /):
        yield Draft("One.", "1")
        os.abort()

class Greedy(Form):
    name = "greedy"
    def read(self, data, name, settings, /):
        yield Draft("One.", "1")
        kept = [bytearray(1 << 20) for _ in range(1 << 20)]
        yield Draft(str(kept), "2")

class Faulty(Form):
    name = "faulty"
    def read(self, data, name, settings, /):
        raise ZeroDivisionError
        yield

class Loud(Form):
    name = "loud"
    def read(self, data, name, settings, /):
        os.write(1, b"x" * 1_000_000)
        sys.stdout.write("y" * 1_000_000)
        sys.stderr.write("z" * 1_000_000)
        yield Draft(data.read().decode(), "1", {"title": name})
"""
NAMES = ("Stuck", "Deadly", "Greedy", "Faulty", "Loud")


@pytest.fixture
def box(tmp_path, monkeypatch):
    (tmp_path / "misbehaving.py").write_text(FORMATS)
    info = tmp_path / "misbehaving-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: misbehaving\nVersion: 1\n")
    lines = [f"{name.lower()} = misbehaving:{name}" for name in NAMES]
    (info / "entry_points.txt").write_text("\n".join(["[dragoman.sources]", *lines]))
    monkeypatch.syspath_prepend(str(tmp_path))
    settings = replace(Settings(), seconds_per_input=2.0, megabytes_per_input=400)
    with Sandbox(settings) as box:
        yield box


def codes(box, form):
    return [record.code for record in box.read(form, "name", b"Words.")]


def test_no_process_before_a_foreign_input(box):
    assert box._process is None


def test_output_of_a_parser_does_not_disturb(box):
    assert list(box.read("loud", "name", b"Words.")) == [Draft("Words.", "1", {"title": "name"})]


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("stuck", Code.TIMEOUT),
        ("deadly", Code.CRASH),
        ("greedy", Code.MEMORY),
    ],
)
def test_what_goes_wrong_costs_one_input(form, code, box):
    began = time.monotonic()
    assert codes(box, form) == [Code.OK, code]
    assert time.monotonic() - began < 15
    assert codes(box, "loud") == [Code.OK]


def test_errors_of_parsers_and_unknown_formats(box):
    assert codes(box, "faulty") == [Code.CRASH]
    assert codes(box, "unknown") == [Code.UNSUPPORTED]
    assert codes(box, "loud") == [Code.OK]


def test_a_worker_killed_between_inputs_is_replaced(box):
    assert codes(box, "loud") == [Code.OK]
    box._process.kill()
    box._process.wait()
    assert codes(box, "loud") == [Code.OK]


def test_an_abandoned_answer_does_not_reach_the_next_question(box):
    answers = box.read("stuck", "name", b"")
    assert next(answers).text == "One."
    answers.close()
    assert codes(box, "loud") == [Code.OK]


def test_closing_leaves_no_process(box):
    assert codes(box, "loud") == [Code.OK]
    pid = box._process.pid
    box.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_leaving_by_keyboard_interrupt_leaves_no_process(box):
    def interrupted():
        with box:
            codes(box, "loud")
            pid.append(box._process.pid)
            raise KeyboardInterrupt

    pid = []
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    with pytest.raises(ProcessLookupError):
        os.kill(pid[0], 0)


def test_records_come_back_as_they_went():
    draft = Draft(
        "a\ufffd🇺🇸\r\n", "1", {"title": "x"}, {"n": [1, None, {"a": 2.5}]},
        (Passage(Span(0, 2), PassageKind.CAPTION),), "cp1252", Code.REPLACED, "note", 3,
    )  # fmt: skip
    refusal = Refusal(Code.DEPTH, "too deep", "2")
    assert draft_or_refusal(as_answer(draft)) == draft
    assert draft_or_refusal(as_answer(refusal)) == refusal


def test_the_parent_loads_no_parser(tmp_path):
    (tmp_path / "a.html").write_text("<html><body><p>" + "Some words of a page. " * 20)
    (tmp_path / "a.xml").write_text("<rss><channel><item><title>x</title></item></channel></rss>")
    code = textwrap.dedent("""
        import sys
        from dragoman.settings import Settings
        from dragoman.sources.pile import pile
        from dragoman.sources.read import arrivals
        from dragoman.sources.sandbox import Sandbox
        with Sandbox(Settings()) as box:
            for arrival in arrivals(pile([sys.argv[1]]), Settings(), box):
                print(len(list(arrival.records())))
        print(sorted({"lxml", "trafilatura", "spacy", "fastwarc", "numpy"} & set(sys.modules)))
    """)
    told = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == ["1", "1", "[]"]
