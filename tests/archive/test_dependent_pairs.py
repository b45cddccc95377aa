from dataclasses import replace

import pytest

from dragoman.archive.dependent_pairs import (
    all_pairs,
    between,
    dependents,
    drop_pair,
    pairs_among,
    put_pair,
)
from dragoman.archive.writer import writing
from dragoman.model import Alignment, AlignmentKind, Derivation, DerivationKind, Span

FOUND = Derivation(
    derived="b",
    origin="a",
    source_note="b is dated later – by a day",
    kind=DerivationKind.SPUN,
    coverage=1 / 3,
    direction_score=2 / 3,
    score=0.1 + 0.2,
    alignments=(Alignment(Span(0, 5), Span(7, 11), AlignmentKind.EDITED),),
    origin_coverage=1 / 7,
    apart=1 / 9,
    kept=41,
)


@pytest.fixture
def connection(tmp_path):
    with writing(tmp_path / "pairs.dragoman") as writer:
        yield writer.connection


def test_what_is_stored_comes_back_to_the_last_bit(connection):
    put_pair(connection, FOUND)
    assert between(connection, "b", "a") == between(connection, "a", "b") == FOUND
    assert pairs_among(connection, ["a", "b"]) == [FOUND]


def test_a_pair_is_stored_once_whichever_way_it_runs(connection):
    put_pair(connection, FOUND)
    turned = replace(FOUND, derived="a", origin="b")
    put_pair(connection, turned)
    assert all_pairs(connection) == [("a", "b")]
    assert between(connection, "a", "b") == turned


def test_dependents_are_found_from_both_ends_and_dropped(connection):
    put_pair(connection, FOUND)
    assert dependents(connection, "a") == ["b"]
    assert dependents(connection, "b") == ["a"]
    drop_pair(connection, "b", "a")
    assert dependents(connection, "a") == []
    assert between(connection, "a", "b") is None
