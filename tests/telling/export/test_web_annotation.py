"""Receipts as W3C Web Annotations."""

import io
import json

import pytest

from dragoman.errors import ReceiptError, UsageError
from dragoman.telling.export import export, print_table, receipt_as_annotation
from readings import FIRST, SECOND, TWO, span

TEXTS = {"first": FIRST, "second": SECOND}
HASHES = {r.document.doc: r.document.sha256 for r in TWO}
MOTIVATIONS = {"classifying", "identifying", "tagging", "linking", "highlighting"}


@pytest.fixture
def annotations(archive, tmp_path):
    path, *_ = export(archive, "webannotation", tmp_path / "out")
    return [json.loads(line) for line in path.read_text().splitlines()]


def specific_resources(value):
    """Yield every stretch of a text in an annotation, however deep."""
    if isinstance(value, dict):
        if "selector" in value:
            yield value
        for item in value.values():
            yield from specific_resources(item)
    elif isinstance(value, list):
        for item in value:
            yield from specific_resources(item)


def test_every_position_cuts_the_quoted_words(annotations):
    count = 0
    for resource in specific_resources(annotations):
        text = TEXTS[resource["source"]["dragoman:doc"]]
        assert resource["source"]["dragoman:sha256"] == HASHES[resource["source"]["dragoman:doc"]]
        position, quotation = resource["selector"]
        start, end = position["start"], position["end"]
        assert text[start:end] == quotation["exact"]
        assert text[:start].endswith(quotation["prefix"])
        assert text[end:].startswith(quotation["suffix"])
        units = text.encode("utf-16-le")
        cut = units[2 * position["dragoman:utf16Start"] : 2 * position["dragoman:utf16End"]]
        assert cut.decode("utf-16-le") == quotation["exact"]
        count += 1
    assert count == 14


def test_each_has_what_the_model_requires(annotations):
    for annotation in annotations:
        assert annotation["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
        assert annotation["type"] == "Annotation"
        assert annotation["id"].startswith("urn:dragoman:")
        assert annotation["motivation"] in MOTIVATIONS
        assert annotation["target"]
    assert len({annotation["id"] for annotation in annotations}) == len(annotations)


def test_a_statement_names_its_parts_and_speaker(annotations):
    (statement,) = (a for a in annotations if a["id"] == "urn:dragoman:statement:first%3As1")
    parts = {t["dragoman:part"]: t["selector"][1]["exact"] for t in statement["target"]}
    assert parts == {
        "content": "“We will not sign 🛳 papers.”", "source": "Ilse Varga", "cue": "said",
    }  # fmt: skip
    kind, speaker = statement["body"]
    assert kind["value"] == "direct"
    assert speaker["source"] == "urn:dragoman:actor:person%3Ailse-varga"
    assert statement["dragoman:denial"] is True
    assert "dragoman:madeOn" not in statement


def test_an_aligned_passage_links_to_its_origin(annotations):
    (link,) = (a for a in annotations if a["motivation"] == "linking")
    assert link["target"]["source"]["dragoman:doc"] == "second"
    assert link["body"]["source"]["dragoman:doc"] == "first"
    assert link["body"]["selector"][1]["exact"] == link["target"]["selector"][1]["exact"]
    assert link["dragoman:alignment"] == "verbatim"


def test_tables_without_receipts_of_their_own_are_refused(archive, tmp_path):
    with pytest.raises(UsageError, match="passages, statements, mentions, times, alignments"):
        export(archive, "webannotation", tmp_path / "out", tables=["families"])


def test_one_table_is_printed(archive):
    stream = io.StringIO()
    print_table(archive, "webannotation", ["mentions"], stream)
    made = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [a["target"]["selector"][1]["exact"] for a in made] == ["Ilse Varga"] * 2


def test_a_receipt_is_an_annotation(archive):
    place = span(FIRST, "🛳 papers")
    annotation = receipt_as_annotation(archive, f"first#{place.start}-{place.end}")
    position, quotation = annotation["target"]["selector"]
    assert quotation["exact"] == "🛳 papers"
    assert position["dragoman:utf16End"] == place.end + 1
    assert "body" not in annotation
    assert json.loads(json.dumps(annotation)) == annotation


@pytest.mark.parametrize("receipt", ["first#0-9999", "third#0-1", "first"])
def test_what_cannot_be_cut_is_refused(archive, receipt):
    with pytest.raises(ReceiptError):
        receipt_as_annotation(archive, receipt)
