"""Which files an export writes, and what is refused."""

import io
import json
import sys
from hashlib import sha256

import pytest

from dragoman.archive.archive import Archive
from dragoman.archive.writer import writing
from dragoman.errors import UsageError
from dragoman.telling.export import Exporter, Options, Printer, export, formats, print_table
from dragoman.telling.export.exporter import exporter
from readings import plain

TABLES = [
    "inputs", "documents", "passages", "sentences", "statements", "utterances", "variants",
    "actors", "figures", "mentions", "roles", "times", "events", "incidents", "ties",
    "tie_receipts", "lineage", "hidden_sources", "hidden_passages", "alignments", "families",
    "shared_quotations", "disputes", "positions", "framing",
    "failures", "tombstones", "remarks",
]  # fmt: skip
DICTIONARY = ["data_dictionary.md", "data_dictionary.json"]
OURS = ("csv", "graphml", "jsonl", "newick", "parquet", "schemaorg", "webannotation")


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_there_is_one_file_for_each_table(archive, tmp_path, form):
    written = export(archive, form, tmp_path / "out")
    names = [path.name for path in written]
    assert names == [*(f"{table}.{form}" for table in TABLES), *DICTIONARY]
    assert {path.name for path in (tmp_path / "out").iterdir()} == set(names)


def test_annotations_are_one_file(archive, tmp_path):
    names = [path.name for path in export(archive, "webannotation", tmp_path / "out")]
    assert names == ["annotations.jsonl", *DICTIONARY]


@pytest.mark.parametrize("form", OURS)
def test_the_same_archive_gives_the_same_bytes(archive, tmp_path, form):
    first, second = (export(archive, form, tmp_path / name) for name in "ab")
    assert [p.read_bytes() for p in first] == [p.read_bytes() for p in second]


@pytest.mark.parametrize("form", OURS)
def test_nothing_of_this_machine_is_in_it(archive, tmp_path, form):
    for path in export(archive, form, tmp_path / "out"):
        assert str(tmp_path).encode() not in path.read_bytes()


def test_tables_are_chosen_by_name(archive, tmp_path):
    written = export(archive, "csv", tmp_path / "out", tables=["times", "documents"])
    assert [path.name for path in written] == ["documents.csv", "times.csv", *DICTIONARY]


def test_an_unknown_table_is_named(archive, tmp_path):
    for form in OURS:
        with pytest.raises(UsageError, match="'runs'") as raised:
            export(archive, form, tmp_path / "out", tables=["runs", "statements"])
        assert raised.value.code == "DRG-E107"
    assert not list((tmp_path / "out").iterdir())


def test_an_unknown_format_is_named_with_the_known(archive, tmp_path):
    with pytest.raises(UsageError, match=", ".join(OURS)) as raised:
        export(archive, "xlsx", tmp_path / "out")
    assert raised.value.code == "DRG-E102"
    assert not (tmp_path / "out").exists()


def test_a_missing_library_is_named(archive, tmp_path, monkeypatch):
    for module in ("pyarrow", "pyarrow.parquet"):
        monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(UsageError, match=r"dragoman\[arrow\]"):
        export(archive, "parquet", tmp_path / "out")
    assert not list((tmp_path / "out").iterdir())


def test_all_files_show_one_state(archive, tmp_path, monkeypatch):
    """A writer commits while the export is half-way."""
    from dragoman.telling.export import exporting

    class Interrupted(type(exporter("jsonl"))):
        def write(self, archive, folder, options):
            before = super().write(archive, folder, Options(("documents",)))
            with writing(archive.path) as writer:
                writer.append([plain("third", "Words.")], [])
            return before + super().write(archive, folder, Options(("statements",)))

    monkeypatch.setattr(exporting, "exporter", lambda _: Interrupted())
    export(archive, "jsonl", tmp_path / "out")
    for name in ("documents", "statements"):
        assert len((tmp_path / "out" / f"{name}.jsonl").read_text().splitlines()) == 2
    assert len(archive.documents) == 3


def test_one_table_is_printed(archive):
    stream = io.StringIO()
    print_table(archive, "jsonl", ["families"], stream)
    assert stream.getvalue() == (
        '{"doc": "first", "family": "first", "publisher": null, "wire": null}\n'
        '{"doc": "second", "family": "first", "publisher": null, "wire": null}\n'
    )


def test_a_printed_table_is_the_exported_file(archive, tmp_path):
    for form in ("csv", "jsonl"):
        raw = io.BytesIO()
        stream = io.TextIOWrapper(raw, encoding="ascii", newline="\r\n")
        print_table(archive, form, ["documents"], stream)
        stream.flush()
        export(archive, form, tmp_path / form)
        assert raw.getvalue() == (tmp_path / form / f"documents.{form}").read_bytes()


@pytest.mark.parametrize("asked", [[], ["documents", "times"]])
def test_only_one_table_is_printed(archive, asked):
    with pytest.raises(UsageError) as raised:
        print_table(archive, "csv", asked, io.StringIO())
    assert raised.value.code == "DRG-E108"


def test_what_is_no_text_is_not_printed(archive):
    with pytest.raises(UsageError) as raised:
        print_table(archive, "parquet", ["documents"], io.StringIO())
    assert raised.value.code == "DRG-E109"


def test_ours_are_registered_as_a_plug_in_would_be():
    assert set(OURS) <= set(formats())
    for name in OURS:
        made: Exporter = exporter(name)
        assert made.name == name
    assert isinstance(exporter("csv"), Printer)


PLUG_IN = '''
class Titles:
    """The titles, one a line."""

    name = "titles"
    suffix = "txt"

    def write(self, archive, folder, options):
        with folder.text(f"titles.{self.suffix}") as stream:
            for document in archive.documents:
                print(document["title"], file=stream)
        return [folder.place(f"titles.{self.suffix}")]
'''


def test_a_users_exporter_is_one_class(archive, tmp_path, monkeypatch):
    site = tmp_path / "site"
    information = site / "toy-1.0.dist-info"
    information.mkdir(parents=True)
    (site / "toy_exporter.py").write_text(PLUG_IN)
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: toy\nVersion: 1.0\n")
    (information / "entry_points.txt").write_text(
        "[dragoman.exporters]\ntitles = toy_exporter:Titles\ncsv = toy_exporter:Titles\n"
    )
    monkeypatch.syspath_prepend(site)
    written = export(archive, "titles", tmp_path / "out")
    assert [path.name for path in written] == ["titles.txt", *DICTIONARY]
    assert written[0].read_text() == "Varnland denies ferry pact\nReports say so.\n"
    assert exporter("csv").name == "csv"  # ours are not displaced


def test_the_data_dictionary_is_a_manifest(archive, tmp_path):
    written = export(archive, "jsonl", tmp_path / "out")
    manifest = json.loads(written[-1].read_text())
    assert [file["name"] for file in manifest["files"]] == [path.name for path in written[:-2]]
    for file, path in zip(manifest["files"], written, strict=False):
        content = path.read_bytes()
        assert file["bytes"] == len(content)
        assert file["sha256"] == sha256(content).hexdigest()


def test_an_empty_archive_is_exported(tmp_path):
    with writing(tmp_path / "empty.dragoman"):
        pass
    with Archive(tmp_path / "empty.dragoman") as archive:
        for form in OURS:
            assert export(archive, form, tmp_path / form)
