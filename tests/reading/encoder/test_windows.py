"""Word pieces and windows, with an alphabet as vocabulary: each letter is a piece."""

import string
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from dragoman.reading.encoder.pieces import LONGEST, PIECES_PER_WORD, Cutter
from dragoman.reading.encoder.words import Words

SIGNS = [*string.ascii_lowercase, *string.digits, *".,’“”"]
NAMES = ["[UNK]", "[CLS]", "[SEP]", *SIGNS, *("##" + sign for sign in SIGNS)]
UNKNOWN, OPEN, CLOSE = 0, 1, 2


@pytest.fixture(scope="module")
def cutter():
    vocabulary = {name: number for number, name in enumerate(NAMES)}
    tokenizer = Tokenizer(WordPiece(vocabulary, max_input_chars_per_word=100))
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return Cutter(tokenizer)


def words_of(texts, first=()):
    """Return words with a space between; first: the numbers of those that begin a sentence."""
    starts, ends, place = [], [], 0
    for text in texts:
        starts.append(place)
        ends.append(place + len(text))
        place += len(text) + 1
    count = len(texts)
    begins = [at == 0 or at in first for at in range(count)]
    empty = [""] * count
    return Words(" ".join(texts), starts, ends, empty, empty, [1] * count, begins)


def by_word(window):
    """Return the names of each word's pieces."""
    found = [[] for _ in window.places]
    for piece, owner in zip(window.pieces, window.owners, strict=True):
        if owner >= 0:
            found[owner].append(NAMES[piece].removeprefix("##"))
    return ["".join(pieces) for pieces in found]


def sizes(windows):
    return [len(window.places) for _, window in windows]


def test_a_word_has_its_pieces(cutter):
    ((low, window),) = cutter.windows(words_of(["Roe", "said", "é"]))
    assert low == 0
    assert by_word(window) == ["roe", "said", "e"]
    assert window.pieces[0] == OPEN
    assert window.pieces[-1] == CLOSE
    assert window.owners == (-1, 0, 0, 0, 1, 1, 1, 1, 2, -1)
    assert window.places == (1, 4, 8)


def test_of_a_huge_word_the_first_pieces_are_kept(cutter):
    ((_, window),) = cutter.windows(words_of(["ab" * 40, "c"]))
    assert by_word(window) == ["ab" * (PIECES_PER_WORD // 2), "c"]


@pytest.mark.parametrize("nothing", ["\u0301", "\u200b", "\ufeff", "\u0000", "x" * 200, "🛳", "漢"])
def test_a_word_of_which_nothing_is_left_or_known_has_its_place(cutter, nothing):
    ((_, window),) = cutter.windows(words_of(["a", nothing, "b"]))
    assert [window.pieces[place] for place in window.places][1] == UNKNOWN
    assert by_word(window)[2] == "b"


def test_a_paragraph_without_words_has_no_window(cutter):
    assert cutter.windows(words_of([])) == []


def test_a_glued_word_has_its_own_pieces(cutter):
    words = Words("ab,’cd", [0, 4], [4, 6], ["", ""], ["", ""], [2, 1], [True, False])
    ((_, window),) = cutter.windows(words)
    assert by_word(window) == ["ab,’", "cd"]


def test_a_long_paragraph_is_cut_before_the_sentence_that_does_not_fit(cutter):
    windows = cutter.windows(words_of(["ab"] * 300, first={60, 120, 180, 240}))
    assert [low for low, _ in windows] == [0, 120, 240]
    assert sizes(windows) == [120, 120, 60]


def test_a_sentence_that_fits_nowhere_is_cut_between_words(cutter):
    windows = cutter.windows(words_of(["abc"] * 200))
    assert sizes(windows) == [84, 84, 32]


def test_a_paragraph_that_just_fits_is_one_window(cutter):
    assert sizes(cutter.windows(words_of(["a"] * (LONGEST - 2), first={9}))) == [LONGEST - 2]
    assert sizes(cutter.windows(words_of(["a"] * (LONGEST - 1), first={9}))) == [9, LONGEST - 10]


WORDS = st.lists(st.text("abÉ.’,🛳\u0301", min_size=1, max_size=12), max_size=400)


@settings(max_examples=60, deadline=None)
@given(WORDS, st.sets(st.integers(0, 400), max_size=20))
def test_windows_take_every_word_once_and_fit(cutter, texts, first):
    windows = cutter.windows(words_of(texts, first))
    after = 0
    for low, window in windows:
        assert low == after
        after += len(window.places)
        assert len(window.pieces) == len(window.owners) <= LONGEST
        assert [window.owners[place] for place in window.places] == list(range(len(window.places)))
        assert sorted(window.owners[1:-1]) == list(window.owners[1:-1])
    assert after == len(texts)


def test_pieces_of_a_range_are_those_it_has_by_itself(cutter):
    words = words_of(["ab", "cd", "ef", "gh"])
    ((_, window),) = cutter.windows(words.cut(1, 3))
    assert by_word(window) == ["cd", "ef"]


@pytest.mark.parametrize("sentences", [set(), set(range(0, 40_000, 7)), {0, 1}])
def test_time_grows_with_the_words(cutter, sentences):
    def seconds(count):
        words = words_of(["abcd"] * count, sentences)
        begun = time.process_time()
        cutter.windows(words)
        return time.process_time() - begun

    def best(count):
        return min(seconds(count) for _ in range(3))

    seconds(1_000)
    assert best(40_000) < 9 * max(best(10_000), 0.01)
