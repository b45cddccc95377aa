import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.collation.lineage.words import FULL, fold, hashed, rarity, stem, words


def forms(text):
    return [word.form for word in words(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kishida's air-defence don’t", ["kishida's", "air", "defence", "don't"]),
        ("1,500 men, 3.5 tonnes.", ["1,500", "men", "3.5", "tonnes"]),
        ("'quoted' words'", ["quoted", "words"]),
        ("東京 told", ["東", "京", "told"]),
        ("", []),
    ],
)
def test_words_are_cut(text, expected):
    assert forms(text) == expected


@pytest.mark.parametrize(
    "evasion",
    [
        "sanc\u200btions",
        "s\u0430nctions",
        "sanct\u0456ons",
        "ＳＡＮＣＴＩＯＮＳ",
        "sanc\u00adtions",
    ],
)
def test_typing_tricks_fold_away(evasion):
    assert forms(evasion) == ["sanctions"]


def test_words_of_other_alphabets_stay():
    assert fold("Москва") == "москва"


@given(st.text(max_size=200))
def test_every_word_is_at_its_place(text):
    found = words(text, 0, len(text))
    assert all(fold(text[word.start : word.end]) == word.form for word in found)
    ends = [0, *(word.end for word in found)]
    assert all(end <= word.start < word.end for end, word in zip(ends, found, strict=False))


def test_inflection_is_cut_and_names_are_rare():
    assert stem("treaties") == stem("treaty")
    assert stem("missiles") == stem("missile's") == stem("missile")
    assert stem("decided") == stem("decides") == stem("decide")
    assert rarity(stem("the")) < rarity(stem("people")) < rarity(stem("brandvik")) == FULL


def test_hashes_never_change():
    assert hashed("ferry treaty") == -8036652746482399740
