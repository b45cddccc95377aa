from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import Draft
from dragoman.slugs import LONGEST, free_slug, proposed_slug, slug


def test_a_file_is_named_for_its_stem():
    assert proposed_slug(Draft("x"), "coverage/000_2de9.txt") == "000_2de9"
    assert proposed_slug(Draft("x"), "coverage/.hidden") == "hidden"


def test_a_record_is_named_by_itself_or_by_its_place():
    assert proposed_slug(Draft("x", member="17"), "rows.jsonl") == "rows-17"
    assert proposed_slug(Draft("x", member="17", stated={"doc": "dw 3"}), "rows.jsonl") == "dw-3"


def test_a_taken_slug_is_told_apart_by_the_text():
    taken = {"talks", "talks-abcdef01"}
    assert free_slug("talks", "abcdef0123", taken.__contains__) == "talks-abcdef01-2"
    assert free_slug("other", "abcdef0123", taken.__contains__) == "other"


@given(st.text())
def test_a_slug_is_never_empty_never_a_path_never_long(name):
    made = slug(name)
    assert 0 < len(made) <= LONGEST
    assert not set(made) & set('/\\#:*?"<>| \n\x00')
    assert made not in (".", "..")
    assert slug(made) == made
