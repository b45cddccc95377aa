"""What the encoder is trained on: roles, links and acts of words, from labelled coverage."""

import gzip
import json

import pytest

from dragoman.model import PassageKind
from dragoman.reading.encoder.words import Words
from recipes import recipe


@pytest.fixture(scope="module")
def prepare():
    return recipe("prepare")


TEXT = "Roe said Oslo denied it"


def words():
    starts, ends, place = [], [], 0
    for word in TEXT.split():
        starts.append(place)
        ends.append(place + len(word))
        place += len(word) + 1
    none = [""] * len(starts)
    return Words(TEXT, starts, ends, none, none, [1] * len(starts), [True, *[False] * 4])


def place(text, cut):
    start = text.index(cut)
    return (start, start + len(cut))


def told(gold, text):
    return tuple(
        [text[start:end] for start, end in part] for part in (gold.source, gold.cue, gold.content)
    )


def test_labels_links_and_words_of_a_paragraph(prepare):
    gold = [prepare.Gold(((50, 53),), ((54, 58),), ((59, 73),))]
    assert prepare._labels(words(), 50, gold) == [1, 3, 5, 6, 6]
    nothing, none = prepare.NOTHING, prepare.NO_PART
    assert prepare._arcs(words(), 50, gold) == [none, 0, 1, none, none]
    alone = [prepare.Gold((), ((54, 58),), ((59, 73),))]
    assert prepare._arcs(words(), 50, alone) == [none, nothing, 1, none, none]
    quoted = [prepare.Gold((), (), ((59, 73),))]
    assert prepare._arcs(words(), 50, quoted) == [none, none, nothing, none, none]
    sourced = [prepare.Gold(((50, 53),), (), ((59, 73),))]
    assert prepare._arcs(words(), 50, sourced) == [none, none, 0, none, none]


def test_labels_of_another_paragraph_are_none(prepare):
    gold = [prepare.Gold(((0, 3),), ((4, 8),), ((9, 23),))]
    assert prepare._labels(words(), 50, gold) == [0] * 5
    assert prepare._arcs(words(), 50, gold) == [prepare.NO_PART] * 5


def test_a_link_leads_out_of_a_window_to_nothing(prepare):
    nothing, none = prepare.NOTHING, prepare.NO_PART
    assert [prepare._moved(arc, 10, 20) for arc in (10, 19, 9, 20, nothing, none)] == [
        0, 9, nothing, nothing, nothing, none,
    ]  # fmt: skip


def test_fragments_with_only_white_space_between_are_one(prepare):
    text = "that it  rains, and pours"
    fragments = [[20, 25], [0, 4], [5, 7], [9, 14]]
    assert prepare.joined(text, fragments) == [(0, 14), (20, 25)]


def test_articles_with_their_attributions(prepare, tmp_path):
    text = "Rain\n\n Roe said it rains."
    row = {
        "text": text,
        "attributions": [
            {
                "source": [place(text, "Roe")],
                "cue": [place(text, "said")],
                "content": [place(text, "it"), place(text, "rains")],
            }
        ],
    }
    path = tmp_path / "rows.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.write(json.dumps(row) + "\n")
    (document,) = prepare.polnear(path)
    (gold,) = document.statements
    assert told(gold, text) == (["Roe"], ["said"], ["it rains"])
    assert [passage.span.cut(text) for passage in document.passages] == [
        "Rain", "Roe said it rains.",
    ]  # fmt: skip


NESTED = "= Oslo\n{s1:Roe} {c1w:wrote} {k1:that {s2:Poe} {c2t:thinks} {k2:it rains}}.\n"


def test_inner_statements_stand_in_their_content_alone(prepare, tmp_path):
    path = tmp_path / "marked.txt"
    path.write_text(NESTED, encoding="utf-8")
    whole, content = prepare.own(path, held=False)
    assert [told(gold, whole.text) for gold in whole.statements] == [
        (["Roe"], ["wrote"], ["that Poe thinks it rains"])
    ]
    assert [passage.kind for passage in whole.passages] == [
        PassageKind.HEADLINE, PassageKind.BODY,
    ]  # fmt: skip
    assert content.text == "that Poe thinks it rains"
    assert [told(gold, content.text) for gold in content.statements] == [
        (["Poe"], ["thinks"], ["it rains"])
    ]


def test_every_tenth_piece_is_held_back(prepare, tmp_path):
    path = tmp_path / "marked.txt"
    lines = [f"{{s1:Roe}} {{c1:said}} {{k1:{number}}}." for number in range(25)]
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    held = [document.text for document in prepare.own(path, held=True)]
    kept = [document.text for document in prepare.own(path, held=False)]
    assert held == ["Roe said 9.", "Roe said 19."]
    assert len(kept) == 23
    assert not set(held) & set(kept)
