"""The documentation covers what exists, and mentions nothing that does not."""

import json
import re
import sqlite3
import subprocess
import sys
from contextlib import contextmanager
from hashlib import sha256
from importlib.metadata import entry_points
from io import BytesIO, StringIO
from pathlib import Path

import pytest

import dragoman
import dragoman.errors
from dragoman.archive.dictionary import exported_tables
from dragoman.cli.main import COMMANDS
from dragoman.model import Change, Code, DerivationKind
from dragoman.sample import articles
from dragoman.sources.reader import choose
from dragoman.telling.export.exporter import Options

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.glob("*.md"), *(ROOT / name for name in ("README.md", "CONTRIBUTING.md"))])
HEADING = re.compile(r"^#{2,3} (\S+)$", re.MULTILINE)
ERROR_CODE = re.compile(r"DRG-E\d{3}")
NAV_PAGE = re.compile(r"^ +- .*: (\w+\.md)$", re.MULTILINE)
COMMAND = re.compile(r"(?:^    |`)dragoman ([a-z]\w*)", re.MULTILINE)
TARGET = re.compile(r"(?:^    |`)make (\w+)", re.MULTILINE)
ATTRIBUTE = re.compile(r"\barchive\.(\w+)")
FACE = re.compile(r"\bdragoman\.(\w+)\(")
RECEIPT = re.compile(r"'(\w+)#(\d+)-(\d+)'")
DESCRIBED_COMMAND = re.compile(r"^## dragoman (\w+)$", re.MULTILINE)
TABLE_KEY = re.compile(r"^\| `([a-z ]+)` \|", re.MULTILINE)
IMPORT = re.compile(r"^(?:import|from) (\w+)", re.MULTILINE)
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!http)([^)#]+)(?:#[^)]*)?\)")


def _page(name):
    return (DOCS / name).read_text(encoding="utf-8")


def _headings(name):
    return HEADING.findall(_page(name))


def _paragraph(name, heading):
    _, _, rest = _page(name).partition(f"## {heading}\n")
    return rest.partition("\n#")[0].strip()


def _error_codes():
    found = set()
    for path in (ROOT / "src").rglob("*.py"):
        found |= set(ERROR_CODE.findall(path.read_text(encoding="utf-8")))
    return sorted(found)


def test_outcomes_are_the_codes_in_their_order():
    assert _headings("outcomes.md") == [code.value for code in Code]


@pytest.mark.parametrize("code", list(Code))
def test_every_outcome_has_a_paragraph(code):
    assert len(_paragraph("outcomes.md", code.value).split()) >= 12


def test_errors_are_the_codes_in_their_order():
    assert [h for h in _headings("errors.md") if ERROR_CODE.match(h)] == _error_codes()


@pytest.mark.parametrize("code", _error_codes())
def test_every_error_has_an_entry(code):
    assert len(_paragraph("errors.md", code).split()) >= 8


def test_every_page_is_in_the_navigation_and_exists():
    named = NAV_PAGE.findall((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert sorted(named) == sorted(path.name for path in DOCS.glob("*.md"))


def test_the_site_asks_for_nothing_from_elsewhere():
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert "font: false" in settings
    assert "http" not in settings


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_pages_mention_only_commands_that_exist(page):
    known = {command.__name__ for command in COMMANDS}
    assert set(COMMAND.findall(page.read_text(encoding="utf-8"))) <= known


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_pages_mention_only_targets_that_exist(page):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in TARGET.findall(page.read_text(encoding="utf-8")):
        assert f"\n{target}:" in makefile


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_pages_mention_only_names_that_exist(page):
    text = page.read_text(encoding="utf-8")
    known = {table.name for table in exported_tables()} | set(dir(dragoman.Archive))
    assert {name for name in ATTRIBUTE.findall(text) if name != "md"} <= known
    assert set(FACE.findall(text)) <= set(dragoman.__all__)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_between_pages_lead_somewhere(page):
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists() or Path(target).suffix == ".png"


def test_every_command_is_described():
    described = DESCRIBED_COMMAND.findall(_page("cli.md"))
    assert described == [command.__name__ for command in COMMANDS]


def test_every_source_format_is_described():
    names = {entry.load().name for entry in entry_points(group="dragoman.sources")}
    described = set(TABLE_KEY.findall(_page("formats.md")))
    assert {name for name in names if name != "warc record"} <= described


def test_the_source_format_of_the_example_reads():
    names = {}
    exec(PYTHON.findall(_page("formats.md"))[0], names)  # noqa: S102 - our own page
    telegrams, told = names["Telegrams"](), b"TELEGRAM 2024-03-12\nBARGES HELD STOP"
    assert choose("first.tgm", told, [telegrams]) is telegrams
    assert telegrams.sniff(told)
    (draft,) = telegrams.read(BytesIO(told), "first.tgm", dragoman.Settings())
    assert draft.stated["published"] == "2024-03-12"
    assert draft.text.endswith("STOP")


class _Speakers:
    """An archive and a folder, as far as the example asks for them."""

    def __init__(self):
        self.stream = StringIO()

    def sql(self, query):
        assert query.startswith("select")
        return [{"n": 2, "speaker": "person:ilan-corvey"}]

    @contextmanager
    def text(self, _name):
        yield self.stream

    def place(self, name):
        return Path(name)


def test_the_exporter_of_the_example_writes():
    names = {}
    exec(PYTHON.findall(_page("extending.md"))[0], names)  # noqa: S102 - our own page
    both = _Speakers()
    written = names["SpeakerList"]().write(both, both, Options())
    assert written == [Path("speakers.txt")]
    assert both.stream.getvalue() == "2\tperson:ilan-corvey\n"


@pytest.mark.parametrize("kind", [*DerivationKind, *Change])
def test_kinds_of_derivation_and_change_are_described(kind):
    assert f"| `{kind.value}` |" in _page("lineage.md")


def test_receipts_of_the_tutorial_cut_the_words_it_shows():
    shown = RECEIPT.findall(_page("tutorial.md"))
    assert shown
    with articles() as folder:
        for doc, start, end in shown:
            text = (folder / f"{doc}.txt").read_text(encoding="utf-8")
            assert text[int(start) : int(end)] in _page("tutorial.md")


@pytest.fixture
def small_archive(tmp_path):
    path = tmp_path / "small.dragoman"
    schema = (Path(dragoman.__file__).parent / "archive" / "schema.sql").read_text(encoding="utf-8")
    text = "“Let us ask the pilots,” the envoy said."
    with sqlite3.connect(path) as archive:
        archive.executescript(schema)
        archive.execute(
            "insert into documents (doc, path, published_precision, sha256, text, chars)"
            " values ('a', 'a.txt', 'none', ?, ?, ?)",
            (sha256(text.encode()).hexdigest(), text, len(text)),
        )
        archive.execute("insert into passages values ('a', 0, ?, 'body')", (len(text),))
        archive.execute(
            "insert into statements (statement, doc, source, cue, content, kind, act, denial,"
            " question, demand, circumstances, score) values"
            " ('a-1', 'a', '[[25, 34]]', '[[35, 39]]', ?, 'direct', 'speech', 0, 0, 0, '{}', 1)",
            (json.dumps([[0, 24]]),),
        )
    archive.close()
    return path


def _recut(path):
    return subprocess.run(
        [sys.executable, DOCS / "recut.py", path], capture_output=True, text=True, check=False
    )


def test_the_script_without_dragoman_holds_a_sound_archive(small_archive):
    run = _recut(small_archive)
    assert (run.returncode, run.stdout) == (0, "")
    assert run.stderr == "4 receipts in 1 documents\n"


def test_the_script_without_dragoman_finds_what_was_tampered_with(small_archive):
    with sqlite3.connect(small_archive) as archive:
        archive.execute("update documents set text = substr(text, 1, 30)")
    archive.close()
    run = _recut(small_archive)
    assert run.returncode == 1
    assert len(run.stdout.splitlines()) == 4


def test_the_script_without_dragoman_is_short_and_imports_nothing_of_ours():
    script = (DOCS / "recut.py").read_text(encoding="utf-8")
    assert len(script.splitlines()) <= 60
    assert set(IMPORT.findall(script)) <= set(sys.stdlib_module_names)
