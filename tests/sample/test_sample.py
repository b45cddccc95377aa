"""What the truth says of the sample coverage is really found in it."""

import json
import re
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path

import pytest

import dragoman.sample
from dragoman.model import DerivationKind, Precision, StatementKind
from dragoman.sample import articles

TRUTH = json.loads(
    Path(dragoman.sample.__file__).with_name("truth.json").read_text(encoding="utf-8")
)
INVENTED = "Invented for Dragoman's sample coverage; no such event took place."
WORD = re.compile(r"\S+")


class Words(HTMLParser):
    """The text of a page, markup dropped."""

    def __init__(self):
        super().__init__()
        self.pieces = []

    def handle_data(self, data):
        self.pieces.append(data)


def _texts():
    texts = {}
    with articles() as folder:
        for path in sorted(folder.iterdir()):
            content = path.read_text(encoding="utf-8")
            if path.suffix == ".jsonl":
                rows = [json.loads(line) for line in content.splitlines()]
                texts |= {row["id"]: f"{row['title']}\n\n{row['text']}" for row in rows}
            elif path.suffix == ".html":
                words = Words()
                words.feed(content)
                texts[path.stem] = "".join(words.pieces)
            else:
                texts[path.stem] = content
    return texts


TEXTS = _texts()
DOCS = [row["doc"] for row in TRUTH["documents"]]
ATTRIBUTED = [
    (speaker, row) for speaker, rows in sorted(TRUTH["quotations"].items()) for row in rows
]


def test_every_article_is_in_the_truth():
    assert sorted(DOCS) == sorted(TEXTS)


@pytest.mark.parametrize("doc", DOCS)
def test_every_article_says_that_it_is_invented(doc):
    assert INVENTED in TEXTS[doc].replace("’", "'")


@pytest.mark.parametrize("doc", DOCS)
def test_articles_are_short(doc):
    assert 200 <= len(WORD.findall(TEXTS[doc])) <= 620


@pytest.mark.parametrize("row", TRUTH["documents"], ids=DOCS)
def test_what_is_known_of_a_document_stands_in_it(row):
    with articles() as folder:
        page = (folder / row["file"]).read_text(encoding="utf-8").replace('\\"', '"')
    for field in ("title", "outlet", "byline", "agency"):
        assert row[field] is None or row[field] in page
    assert Precision(row["published_precision"])
    assert (row["published"] is None) == (row["published_precision"] == "none")


@pytest.mark.parametrize(
    "fact",
    [
        *TRUTH["denials"],
        *TRUTH["planned"],
        *TRUTH["limits"],
        *TRUTH["indirect"],
        *TRUTH["nested"],
        *chain.from_iterable(row["positions"] for row in TRUTH["figures"]),
        *chain.from_iterable(row["positions"] for row in TRUTH["disputed_wordings"]),
        *(row for _, row in ATTRIBUTED),
    ],
    ids=lambda fact: f"{fact['doc']}-{fact['words'][:24]}",
)
def test_words_of_the_truth_stand_in_the_article(fact):
    assert fact["words"] in TEXTS[fact["doc"]]
    assert fact.get("inner", "") in fact["words"]


@pytest.mark.parametrize(("speaker", "row"), ATTRIBUTED)
def test_quotations_stand_in_marks(speaker, row):
    assert StatementKind(row["kind"])
    assert speaker.split()[-1] in TEXTS[row["doc"]]
    if row.get("marks", True):
        at = TEXTS[row["doc"]].index(row["words"])
        before = TEXTS[row["doc"]][:at]
        assert any(before.rfind(mark) > before.rfind("\n") for mark in "\"“‘'")


def test_three_speakers_are_quoted_twelve_times():
    often = [speaker for speaker, rows in TRUTH["quotations"].items() if len(rows) >= 12]
    assert len(often) >= 3


@pytest.mark.parametrize("row", TRUTH["altered_quotations"], ids=lambda row: row["before"][:24])
def test_altered_quotations_stand_in_both_articles(row):
    assert row["before"] in TEXTS[row["origin"]]
    assert row["before"] not in TEXTS[row["derived"]]
    assert f"“{row['after']}" in TEXTS[row["derived"]]
    altered = row["before"]
    for old, new in row["edits"]:
        altered = altered.replace(old, new, 1)
    assert altered == row["after"]


def test_lineage_names_articles_and_kinds():
    for row in TRUTH["lineage"]:
        assert {row["derived"], row["origin"]} <= set(DOCS)
        assert all(DerivationKind(kind) for kind in (row["kind"], *row["also"]))
    assert sorted(chain.from_iterable(TRUTH["families"])) == sorted(DOCS)


def test_copies_are_copies_and_the_spun_one_is_not():
    paragraphs = TEXTS["meridian_wire"].split("\n\n")[2:-2]
    carried = {doc: sum(p in TEXTS[doc] for p in paragraphs) for doc in DOCS}
    assert carried["harbour_courier"] == len(paragraphs)
    assert 0 < carried["inland_ledger"] < len(paragraphs)
    others = set(DOCS) - {"meridian_wire", "harbour_courier", "inland_ledger"}
    assert all(carried[doc] == 0 for doc in others)
