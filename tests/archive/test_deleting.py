"""A document goes, a tombstone stays (T9)."""

import pytest

from dragoman.archive.archive import Archive
from dragoman.archive.dictionary import tables
from dragoman.archive.writer import writing
from dragoman.errors import ReceiptError
from readings import FIRST, TWO

HOLDING_DOCUMENTS = {"doc", "derived", "origin", "first_doc"}


@pytest.fixture
def bereft(stored):
    with writing(stored) as writer:
        writer.delete("first", "withdrawn by its publisher")
    return stored


def test_the_tombstone_keeps_hash_length_and_reason(bereft):
    with Archive(bereft) as archive:
        (stone,) = archive.tombstones
    document = TWO[0].document
    assert stone["doc"] == "first"
    assert (stone["sha256"], stone["chars"]) == (document.sha256, document.chars)
    assert stone["reason"] == "withdrawn by its publisher"


def test_its_receipts_fail_loudly(bereft):
    with Archive(bereft) as archive, pytest.raises(ReceiptError, match="was deleted on") as raised:
        archive.receipt("first#0-5")
    assert raised.value.code == "DRG-E303"


def test_nothing_of_it_is_left(bereft):
    with Archive(bereft) as archive:
        for table in tables():
            for column in {c.name for c in table.columns} & HOLDING_DOCUMENTS:
                if table.name not in ("inputs", "tombstones"):
                    found = archive.sql(
                        f'select 1 from {table.name} where "{column}" = ?', ["first"]
                    )
                    assert not found, (table.name, column)
        assert not archive.sql("select 1 from documents_fts where documents_fts match 'denies'")


def test_its_words_are_not_left_in_the_file(bereft):
    assert b"ferry" in FIRST.encode()
    assert not any(b"ferry" in path.read_bytes() for path in bereft.parent.iterdir())


def test_counts_drop_and_what_is_left_holds(bereft):
    with Archive(bereft) as archive:
        assert len(archive.documents) == len(archive.statements) == 1
        assert len(archive.utterances) == len(archive.variants) == 0
        assert archive.check().holds


def test_evidence_is_guarded_again_afterwards(bereft):
    import sqlite3

    with writing(bereft) as writer, pytest.raises(sqlite3.IntegrityError):
        writer.connection.execute("delete from statements")


def test_the_archive_remembers_what_was_deleted(bereft):
    with writing(bereft) as writer:
        assert writer.was_deleted(TWO[0].document.sha256)
        assert writer.has_doc("first")
        assert not writer.was_deleted(TWO[1].document.sha256)


def test_an_unknown_document_cannot_be_deleted(stored):
    with writing(stored) as writer, pytest.raises(ReceiptError, match="no document 'third'"):
        writer.delete("third", "")
