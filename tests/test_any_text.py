"""T2: any text at all is read, stored, and every receipt cuts what it should."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.archive.archive import Archive
from dragoman.archive.writer import writing
from dragoman.collation.collate import collate
from dragoman.model import Draft
from dragoman.reading.parse import Parser
from dragoman.reading.read import read_document
from dragoman.settings import Settings
from dragoman.sources.imprint import imprint

# What texts break on: marks, joins, directions, line ends, astral and combining characters, and
# words that set rules going.
PIECES = st.sampled_from([
    "“", "”", '"', "'", "‘", "’", "«", "»", "„", "「", "」", "—", "…", ":", ",", ". ", "? ", "\n",
    "\r\n", "\n\n", "\t", "\u00a0", "\u200b", "\u200d", "\u202e", "\u2028", "\ufeff", "\u0301",
    "\x00", "\x85", "🇺🇸", "👩‍🚀", "e\u0301", "ß", "Ǆ", "İ", "ﷺ", "漢字", "שלום", " ", " said ",
    " denied that ", "Jane Roe", "Mr Roe", "the minister", "South Korea", "Seoul", "NATO", "he ",
    " according to ", " urged ", "By Jane Roe", "(Reuters) - ", "31 January 2023", "31.02.2023",
    "July 2023", "Read on ", "Leave a Reply", "Editor's note: ", "[1] ", "©", "1", "$5", "AAA",
])  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=8), min_size=1, max_size=60).map("".join)


@pytest.fixture(scope="module")
def parser():
    return Parser(Settings().pipeline)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(texts=st.lists(TEXTS, min_size=1, max_size=4))
def test_any_text_is_read_and_every_receipt_holds(texts, parser, tmp_path_factory):
    readable = [text for text in texts if text.strip()]
    readings = []
    for number, text in enumerate(readable):
        document, passages = imprint(Draft(text), f"d{number}", f"d{number}.txt")
        assert document.text == unicodedata.normalize("NFC", text.replace("\x00", "\ufffd"))
        readings.append(read_document(parser, document, passages))
    path = tmp_path_factory.mktemp("any") / "a.dragoman"
    with writing(path) as writer:
        writer.begin_run({}, {})
        writer.append(readings, [])
        collate(writer)
    with Archive(path) as archive:
        report = archive.check()
        assert report.faults == ()
        for row in archive.statements:
            for start, end in row["content"]:
                assert archive.receipt(f"{row['doc']}#{start}-{end}").words.strip()
