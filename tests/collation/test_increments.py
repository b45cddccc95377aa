"""Whatever the batches in which documents come: one answer."""

import tempfile
from contextlib import ExitStack
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.archive.archive import Archive
from dragoman.archive.writer import writing
from dragoman.collation import collate as collating
from dragoman.collation.collate import collate
from dragoman.collation.comparing import newcomers
from dragoman.collation.lineage import candidates, pairs, stock
from dragoman.model import (
    ActorKind,
    Figure,
    Form,
    Mention,
    Passage,
    PassageKind,
    Precision,
    Reading,
    Span,
    Statement,
    StatementKind,
)
from readings import document, ended
from stories import FOOTER, HARBOUR, ORCHARD, OTHER_REPORT, REWRITTEN

SAID = (
    "“We will not renew the ferry treaty before the autumn elections,” Ilse Varga said.",
    "“We will not prolong the ferry treaty before the autumn elections,” Ilse Varga said.",
    "“We will not renew the ferry treaty,” Olav Moen said.",
    "“We will not renew the ferry treaty before the winter elections,” Varga said.",
    "“Nobody has ever counted the herons of the northern estuary,” Ilse Varga said.",
)
NAMED = ("Ilse Varga came.", "Olga Varga came.")
INDEX = (
    "document_keys", "document_sentences", "stock_sentences", "dependent_pairs",
    "compared_statements", "statement_keys", "same_statements",
)  # fmt: skip
SENTENCES = (*HARBOUR, *REWRITTEN, *OTHER_REPORT, *ORCHARD, FOOTER, *SAID, *NAMED)
stories = st.one_of(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8),
    st.sampled_from([(*HARBOUR, FOOTER), (*REWRITTEN, *SAID[:2]), (*HARBOUR, *SAID[1:3])]),
)
dates = st.sampled_from(["2024-03", "2024-04", None])
piles = st.lists(st.tuples(stories, dates), min_size=2, max_size=14)


def read(number, told, published):
    """Make the reading of a document in which each quotation is a statement."""
    text, sentences, statements, figures, mentions = "", [], [], {}, []
    for line in told:
        start = len(text)
        text += f"{line}\n"
        sentences.append(Span(start, len(text) - 1))
        if line in NAMED:
            name = Span(start, len(text) - 1 - len(" came."))
            local = name.cut(text).casefold()
            figures[local] = Figure(local, name.cut(text), ActorKind.PERSON)
        if line in SAID:
            end = text.index("”", start) + 1
            name = Span(end + 1, len(text) - 1 - len(" said."))
            local = name.cut(text).casefold()
            figures[local] = Figure(local, name.cut(text), ActorKind.PERSON)
            mentions.append(Mention(name, local, Form.NAME, 0.9))
            statements.append(
                Statement(
                    (name,), (Span(name.end + 1, len(text) - 2),), (Span(start, end),),
                    StatementKind.DIRECT, denial=False, score=0.9, speaker=local,
                )
            )  # fmt: skip
    known = replace(document(f"d{number:02}", text), published=published)
    if published is None:
        known = replace(known, published_precision=Precision.NONE)
    whole = (Passage(Span(0, len(text)), PassageKind.BODY),)
    people = tuple(figures.values())
    return Reading(
        known, whole, tuple(sentences), people, tuple(mentions), (), tuple(statements), ()
    )


def append(path, batch):
    with writing(path) as writer:
        writer.begin_run({}, {})
        writer.append(batch, [ended(r.document.doc, r.document.path) for r in batch])
        collate(writer)
        writer.end_run({})


def answer(folder, batches):
    """Collate after each batch; return the fingerprint of all that is told, and the index."""
    path = Path(folder) / f"{len(list(Path(folder).iterdir()))}.dragoman"
    for batch in batches:
        append(path, batch)
    with Archive(path) as archive:
        assert archive.check().holds
        rows = {name: archive.connection.execute(f"select * from {name}") for name in INDEX}
        return archive.fingerprint(), {name: sorted(map(tuple, row)) for name, row in rows.items()}


def few_holders():
    """Let small piles do what large ones do: push holders from the first places of a key."""
    context = ExitStack()
    for module in (candidates, pairs):
        context.enter_context(patch.object(module, "MOST_HOLDERS", 4))
        context.enter_context(patch.object(module, "LEADERS", 2))
    for module in (stock, newcomers):
        context.enter_context(patch.object(module, "MOST_HOLDERS", 5))
    return context


def newcomers_alone():
    """Never compare the whole pile anew."""
    return patch.object(collating, "LEAST_KNOWN", 0.0)


@settings(max_examples=40, deadline=None)
@given(piles, st.data())
def test_any_batches_in_any_order_give_one_answer(pile, data):
    readings = [read(number, *told) for number, told in enumerate(pile)]
    shuffled = data.draw(st.permutations(readings))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(readings) - 1), min_size=1)))
    batches = [shuffled[a:b] for a, b in pairwise([0, *cuts, len(readings)])]
    with tempfile.TemporaryDirectory() as folder, few_holders():
        whole = answer(folder, [readings])
        with newcomers_alone():
            assert answer(folder, batches) == whole


def test_a_sentence_becomes_stock_as_pages_come(tmp_path):
    told = [(*HARBOUR, FOOTER), (*REWRITTEN, FOOTER), (*ORCHARD, FOOTER), (*OTHER_REPORT, FOOTER)]
    readings = [read(number, lines, None) for number, lines in enumerate(told)]
    with newcomers_alone():
        assert answer(tmp_path, [[one] for one in readings]) == answer(tmp_path, [readings])


def test_a_name_that_comes_later_turns_what_was_said_before(tmp_path):
    readings = [read(0, SAID[3:4], None), read(1, SAID[:1], None), read(2, NAMED[1:], None)]
    alone = [read(0, SAID[3:4], None), read(1, NAMED[:1], None)]
    with newcomers_alone():
        assert answer(tmp_path, [[one] for one in readings]) == answer(tmp_path, [readings])
        assert answer(tmp_path, [[one] for one in alone]) == answer(tmp_path, [alone])


@pytest.mark.parametrize(
    "told", [[HARBOUR] * 9, [(SAID[0], line) for line in (*HARBOUR[:2], *HARBOUR[3:], *ORCHARD)]]
)
def test_what_everyone_carries_is_compared_as_if_all_had_come_at_once(tmp_path, told):
    readings = [read(number, lines, None) for number, lines in enumerate(told)]
    with few_holders(), newcomers_alone():
        assert answer(tmp_path, [[one] for one in readings]) == answer(tmp_path, [readings])


def test_what_is_left_after_a_deletion_is_as_if_it_had_never_been(tmp_path):
    readings = [read(n, lines, None) for n, lines in enumerate((HARBOUR, REWRITTEN, HARBOUR))]
    path = tmp_path / "deleted.dragoman"
    append(path, readings)
    with writing(path) as writer:
        writer.delete("d02", "withdrawn")
        collate(writer)
    append(tmp_path / "without.dragoman", readings[:2])
    tables = ("lineage", "families", "utterances", "variants", "actors")
    with Archive(path) as left, Archive(tmp_path / "without.dragoman") as never:
        for table in tables:
            assert list(left.tables[table].raw()) == list(never.tables[table].raw())


def test_the_last_document_takes_what_was_collated_with_it(tmp_path):
    path = tmp_path / "emptied.dragoman"
    append(path, [read(0, (*ORCHARD, *SAID), None)])
    with writing(path) as writer:
        writer.delete("d00", "withdrawn")
        collate(writer)
    with Archive(path) as archive:
        assert archive.check().holds
        assert not list(archive.actors)


def test_a_collation_that_is_broken_off_leaves_what_was_there(tmp_path):
    readings = [read(n, lines, None) for n, lines in enumerate((HARBOUR, REWRITTEN, OTHER_REPORT))]
    path = tmp_path / "broken.dragoman"
    append(path, readings[:2])
    with (
        newcomers_alone(),
        patch.object(collating, "note_collated", side_effect=KeyboardInterrupt),
        pytest.raises(KeyboardInterrupt),
    ):
        append(path, readings[2:])
    with Archive(path) as half:
        assert half.check().holds
        assert len(half.families) == 2
    with newcomers_alone(), writing(path) as writer:
        collate(writer)
    with Archive(path) as resumed:
        found = {name: list(resumed.tables[name].raw()) for name in ("lineage", "families")}
    append(tmp_path / "whole.dragoman", readings)
    with Archive(tmp_path / "whole.dragoman") as whole:
        assert found == {name: list(whole.tables[name].raw()) for name in found}
