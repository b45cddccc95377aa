"""`check` finds what does not hold."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from dragoman.archive.archive import Archive
from dragoman.archive.writer import writing
from readings import FIRST, TWO

# What is broken, and in which table the fault must be told.
PLANTED = {
    "update documents set text = replace(text, 'not', 'now') where doc = 'first'": "documents",
    "update documents set sha256 = '0' where doc = 'first'": "documents",
    "update documents set chars = chars + 1 where doc = 'first'": "documents",
    "update documents set extra = '{' where doc = 'first'": "documents",
    "update passages set end = 100000 where doc = 'first'": "passages",
    "update passages set start = -1 where doc = 'first'": "passages",
    "update sentences set start = 26, end = 28 where doc = 'first'": "sentences",
    "update mentions set start = 'x' where doc = 'first'": "mentions",
    "update mentions set start = 50, end = 50 where doc = 'first'": "mentions",
    "update statements set content = '[]' where doc = 'first'": "statements",
    "update statements set content = '[[5, 2]]' where doc = 'first'": "statements",
    "update statements set content = '[[5, 5000]]' where doc = 'first'": "statements",
    "update statements set content = '[[5]]' where doc = 'first'": "statements",
    "update statements set content = '7' where doc = 'first'": "statements",
    "update statements set source = 'so' where doc = 'first'": "statements",
    "update statements set speaker = 'person:nobody'": "statements",
    "update statements set utterance = 'u9' where doc = 'first'": "statements",
    "update statements set utterance = null": "utterances",
    "update times set doc = 'third' where doc = 'first'": "times",
    "update roles set actor = 'person:nobody' where doc = 'first'": "roles",
    "update roles set \"of\" = 'state:XXX' where doc = 'first'": "roles",
    "update figures set actor = 'person:nobody' where doc = 'first'": "figures",
    "update utterances set first_doc = 'third'": "utterances",
    "update utterances set speaker = 'person:nobody'": "utterances",
    "update variants set utterance = 'u9'": "variants",
    "update variants set reference_statement = 'first:s9'": "variants",
    'update variants set edits = \'[{"span": [0, 999], "reference_span": [0, 1]}]\'': "variants",
    "update variants set edits = '[{}]'": "variants",
    "update alignments set derived_end = 999": "alignments",
    "update alignments set origin_start = 99, origin_end = 98": "alignments",
    "update lineage set origin = 'third' where derived = 'second'": "lineage",
    "update families set doc = 'third' where doc = 'first'": "families",
    "delete from actors where actor = 'person:ilse-varga'": "statements",
    "delete from documents where doc = 'first'": "statements",
    "delete from runs": "inputs",
    "insert into ties values ('t', 'state:VRN', 'aids', 'state:VRN', null, null, null, 'denied',"
    " 'author', 1, 1, 0.5)": "ties",
}


def plant(path, *changes):
    """Change an archive behind the triggers' backs."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        triggers = connection.execute("select name from sqlite_schema where type = 'trigger'")
        for (name,) in triggers.fetchall():
            connection.execute(f"drop trigger {name}")
        for change in changes:
            assert connection.execute(change).rowcount > 0


def test_an_undisturbed_archive_holds(archive):
    report = archive.check()
    assert report.holds
    assert report.receipts == 20
    assert report.references > 30


@pytest.mark.parametrize("change", PLANTED)
def test_it_finds_a_planted_fault(stored, change):
    plant(stored, change)
    with Archive(stored) as archive:
        faults = archive.check().faults
    assert PLANTED[change] in {fault.table for fault in faults}


def test_a_cell_nested_too_deep_is_a_fault(stored):
    plant(stored, f"update statements set cue = '{'[' * 5000}{']' * 5000}' where doc = 'first'")
    with Archive(stored) as archive:
        assert {fault.table for fault in archive.check().faults} == {"statements"}


def test_a_fault_says_which_row(stored):
    plant(stored, "update alignments set derived_end = 999")
    with Archive(stored) as archive:
        (fault,) = archive.check().faults
    assert fault.row.startswith("second#")
    assert fault.what.endswith("cuts no words of second")


def test_a_damaged_page_is_reported(stored):
    with closing(sqlite3.connect(stored)) as connection:
        connection.execute("pragma wal_checkpoint(truncate)")
        query = "select rootpage from sqlite_schema where name = 'statements'"
        (page,) = connection.execute(query).fetchone()
        (size,) = connection.execute("pragma page_size").fetchone()
    content = bytearray(stored.read_bytes())
    content[(page - 1) * size : page * size] = b"\xa5" * size
    stored.write_bytes(content)
    with Archive(stored) as archive:
        faults = archive.check().faults
    assert {fault.table for fault in faults} == {"(file)"}


def test_the_same_pile_has_the_same_fingerprint_in_any_order(tmp_path):
    prints = set()
    for name, readings in (("a", TWO), ("b", TWO[::-1])):
        with writing(tmp_path / name) as writer:
            for reading in readings:
                writer.begin_run({}, {})
                writer.append([reading], [])
        with Archive(tmp_path / name) as archive:
            prints.add(archive.fingerprint())
    assert len(prints) == 1


def test_any_change_changes_the_fingerprint(stored, tmp_path):
    with Archive(stored) as archive:
        before = archive.fingerprint()
    for number, change in enumerate(
        (
            "update documents set title = 'Varnland denies ferry pacts' where doc = 'first'",
            "update statements set score = 0.76 where doc = 'first'",
            "delete from families where doc = 'first'",
        )
    ):
        copy = shutil.copy(stored, tmp_path / f"{number}.dragoman")
        plant(copy, change)
        with Archive(copy) as archive:
            assert archive.fingerprint() != before


def test_clocks_and_run_numbers_do_not_count(stored):
    with Archive(stored) as archive:
        before = archive.fingerprint()
    with writing(stored) as writer:
        writer.begin_run({"pipeline": "other"}, {})
        writer.end_run({})
    plant(stored, "update inputs set run = 2")
    with Archive(stored) as archive:
        assert archive.check().holds
        assert archive.fingerprint() == before
        assert archive.receipt(f"first#0-{len(FIRST)}").words == FIRST
