"""Statements as schema.org's Quotation and Claim."""

import io
import json

import pytest

from dragoman.archive.archive import Archive
from dragoman.errors import UsageError
from dragoman.telling.export import export, print_table
from spoken import spoken


@pytest.fixture
def told(tmp_path):
    with Archive(spoken(tmp_path / "spoken.dragoman")) as opened:
        yield opened


@pytest.fixture
def graph(told, tmp_path):
    path, *_ = export(told, "schemaorg", tmp_path / "out")
    return {node["@id"]: node for node in json.loads(path.read_text())["@graph"]}


def test_the_context_stands_inside(told, tmp_path):
    path, *_ = export(told, "schemaorg", tmp_path / "out")
    assert path.name == "statements.jsonld"
    context = json.loads(path.read_text())["@context"]
    assert context == {"@vocab": "https://schema.org/", "dragoman": "urn:dragoman:term:"}


def test_an_article(graph):
    article = graph["urn:dragoman:document:pilot"]
    assert article.pop("dragoman:sha256")
    assert article == {
        "@id": "urn:dragoman:document:pilot", "@type": "NewsArticle", "identifier": "pilot",
        "headline": "Pilots meet", "url": "https://pilot.example/dinner", "inLanguage": "en",
        "datePublished": "2024-03-05",
        "publisher": {"@type": "Organization", "name": "The Pilot"},
    }  # fmt: skip


def test_speakers_have_the_types_of_their_kinds(graph):
    assert graph["urn:dragoman:actor:person%3Ailse-varga"]["@type"] == "Person"
    state = graph["urn:dragoman:actor:state%3AORL"]
    assert state["@type"] == ["Country", "GovernmentOrganization"]


def test_a_direct_statement_is_a_quotation(graph):
    assert graph["urn:dragoman:statement:pilot%3As1"] == {
        "@id": "urn:dragoman:statement:pilot%3As1", "@type": "Quotation",
        "identifier": "pilot:s1", "text": "“We stay.”",
        "author": {"@id": "urn:dragoman:actor:person%3Ailse-varga"},
        "creditText": "Ilse Varga", "isPartOf": {"@id": "urn:dragoman:document:pilot"},
        "dateCreated": "2024-03-04", "audience": {"@type": "Audience", "name": "the Gull"},
        "locationCreated": {"@type": "Place", "name": "the pilots' dinner"},
        "dragoman:receipt": "pilot#71-81", "dragoman:kind": "direct",
        "dragoman:act": "speech", "dragoman:when": "Monday", "dragoman:score": 0.9,
        "dragoman:speakerScore": 0.95,
    }  # fmt: skip


def test_words_that_are_not_all_verbatim_are_a_claim(graph):
    claim = graph["urn:dragoman:statement:pilot%3As2"]
    assert claim["@type"] == "Claim"
    assert claim["appearance"] == {"@id": "urn:dragoman:document:pilot"}
    assert claim["claimInterpreter"]["name"] == "The Pilot"
    assert claim["dragoman:question"] is True
    assert claim["dragoman:medium"] == "a letter"
    assert "isPartOf" not in claim


@pytest.mark.parametrize(
    ("statement", "text", "denied"),
    [
        ("pilot%3As3", "denied that it had mined the strait", "that it had mined the strait"),
        ("courier%3As1", "“We did not pay,” … denying", "“We did not pay,”"),
    ],
)
def test_what_is_denied_is_nobodys_claim(graph, statement, text, denied):
    claim = graph[f"urn:dragoman:statement:{statement}"]
    assert (claim["@type"], claim["text"]) == ("Claim", text)
    assert claim["about"] == {"@type": "Claim", "text": denied}
    assert claim["dragoman:denial"] is True


def test_a_claim_names_its_first_appearance(graph):
    claim = graph["urn:dragoman:statement:pilot%3As3"]
    assert claim["firstAppearance"] == {"@id": "urn:dragoman:document:courier"}
    assert "firstAppearance" not in graph["urn:dragoman:statement:pilot%3As4"]


def test_every_reference_leads_to_a_node(graph):
    for node in graph.values():
        for value in node.values():
            if isinstance(value, dict) and "@id" in value:
                assert value["@id"] in graph


def test_it_is_safe_in_a_script_element_and_other_tables_are_refused(told, tmp_path):
    stream = io.StringIO()
    print_table(told, "schemaorg", ["statements"], stream)
    assert "<" not in stream.getvalue()
    assert "whether <b>dues</b>" in json.dumps(json.loads(stream.getvalue()), ensure_ascii=False)
    with pytest.raises(UsageError):
        export(told, "schemaorg", tmp_path / "out", tables=["lineage"])


def test_web_annotations_tell_what_a_statement_does_and_its_circumstances(told):
    stream = io.StringIO()
    print_table(told, "webannotation", ["statements"], stream)
    made = {a["id"]: a for a in map(json.loads, stream.getvalue().splitlines())}
    first, second = (made[f"urn:dragoman:statement:pilot%3As{n}"] for n in (1, 2))
    parts = {t["dragoman:part"]: t["selector"][1]["exact"] for t in first["target"]}
    assert parts["addressee"] == first["dragoman:addressee"] == "the Gull"
    assert parts["venue"] == first["dragoman:venue"] == "the pilots' dinner"
    assert parts["when"] == "Monday"
    assert "dragoman:medium" not in first
    assert second["dragoman:act"] == "writing"
    assert second["dragoman:medium"] == "a letter"
    assert (second["dragoman:question"], second["dragoman:demand"]) == (True, False)
