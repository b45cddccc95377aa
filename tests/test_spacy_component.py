"""The component in other people's pipelines."""

import subprocess
import sys

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

import dragoman
from dragoman.errors import UsageError
from dragoman.reading.lines import lines
from dragoman.reading.parse import pipeline
from dragoman.settings import Settings

NAME = "dragoman_statements"
TEXT = (
    "Foreign Minister Ilse Varga said that the strait would stay open.\n\n"
    "  “We will sign,” she told the Gull. 🛳 Orlan denied that it had mined the strait.\n"
)
PARSER = pipeline(Settings().pipeline)


@pytest.fixture(scope="module")
def nlp():
    made = spacy.load(Settings().pipeline)
    made.add_pipe(NAME)
    return made


@pytest.fixture(scope="module")
def doc(nlp):
    return nlp(TEXT)


def test_every_part_is_cut_from_the_text(doc):
    assert len(doc._.statements) == 3
    for told in doc._.statements:
        for words in (*told.source, *told.cue, *told.content):
            assert doc.text[words.start : words.end] == words.text


def test_it_reads_what_dragoman_reads(doc):
    here = [(s.who, str(s.content[0]), s.kind, s.denial) for s in doc._.statements]
    there = [(s.who, str(s.content[0]), s.kind, s.denial) for s in dragoman.statements(TEXT)]
    assert here == there


def test_spans_name_part_and_statement(doc):
    told = [(span.id_, span.label_, span.text) for span in doc.spans[NAME]]
    assert told[:3] == [
        ("1", "SOURCE", "Foreign Minister Ilse Varga"), ("1", "CUE", "said"),
        ("1", "CONTENT", "that the strait would stay open"),
    ]  # fmt: skip
    assert [number for number, _, _ in told] == sorted(number for number, _, _ in told)


def test_statements_outlast_bytes(doc):
    again = Doc(Vocab()).from_bytes(doc.to_bytes())
    assert again._.statements == doc._.statements
    assert [s.label_ for s in again.spans[NAME]] == [s.label_ for s in doc.spans[NAME]]
    kept = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (once_more,) = DocBin().from_bytes(kept).get_docs(Vocab())
    assert once_more._.statements == doc._.statements


def test_the_pipeline_outlasts_the_disk(nlp, doc, tmp_path):
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    assert again.pipe_names[-1] == NAME
    assert again(TEXT)._.statements == doc._.statements


def test_spacy_alone_knows_it_in_a_fresh_process_and_in_several():
    code = (
        f"import spacy; nlp = spacy.load({Settings().pipeline!r}); nlp.add_pipe({NAME!r})\n"
        f"made = nlp.pipe([{TEXT!r}] * 2, n_process=2, batch_size=1)\n"
        "print([len(doc._.statements) for doc in made])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == "[3, 3]\n"


def test_loading_it_loads_no_reader():
    code = "import sys, dragoman.spacy_component; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "dragoman.reading" not in told.stdout.split()


@pytest.mark.parametrize("missing", ["parser", "tagger", "ner"])
def test_what_is_missing_is_named(missing):
    blank = spacy.blank("en")
    blank.add_pipe(NAME)
    doc = PARSER("Rain fell.")
    columns = {"parser": ["TAG"], "tagger": ["HEAD", "DEP"], "ner": ["TAG", "HEAD", "DEP"]}
    bare = Doc(doc.vocab, words=[token.text for token in doc])
    bare.from_array(columns[missing], doc.to_array(columns[missing]))
    with pytest.raises(UsageError, match=f"nothing of a {missing}"):
        blank.get_pipe(NAME)(bare)


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_a_text_without_words_says_nothing(nlp, text):
    assert nlp(text)._.statements == ()


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(["Ilse Varga said", "that rain fell.", "\n", "\r\n", "  ", "🛳"])))
def test_lines_are_the_words_of_the_text(pieces):
    doc = PARSER(" ".join(pieces))
    found = list(lines(doc))
    for line in found:
        assert line.span.cut(doc.text) == line.text == line.parsed.text.rstrip()
        assert all(token.head.doc is line.parsed for token in line.parsed)
    kept = "".join(line.text for line in found)
    assert "".join(kept.split()) == "".join(doc.text.split())


def test_a_line_keeps_its_part_of_the_parse():
    doc = PARSER(TEXT)
    (first, *_) = lines(doc)
    whole = [(t.text, t.dep_, t.head.text, t.tag_) for t in doc][: len(first.parsed)]
    assert [(t.text, t.dep_, t.head.text, t.tag_) for t in first.parsed] == whole
    assert [e.text for e in first.parsed.ents] == [e.text for e in list(doc.ents)[:1]]
