"""What the rules take words for: roles painted on words, outer candidates only."""

from dragoman.reading.encoder.words import Words
from dragoman.reading.statements.rules.candidate import Candidate
from dragoman.reading.statements.rules.labels import labels_by_rules, outer, paint

TEXT = "Roe said Oslo denied it"
#       0   4    9    14     21


def words():
    starts, ends, place = [], [], 0
    for word in TEXT.split():
        starts.append(place)
        ends.append(place + len(word))
        place += len(word) + 1
    none = [""] * len(starts)
    return Words(TEXT, starts, ends, none, none, [1] * len(starts), [True, *[False] * 4])


def candidate(source, cue, content):
    return Candidate(0, None, "clause", source, cue, content)


OUTER = candidate([(0, 3)], [(4, 8)], [(9, 23)])
INNER = candidate([(9, 13)], [(14, 20)], [(21, 23)])


def test_roles():
    assert labels_by_rules(words(), 0, [OUTER]) == [1, 3, 5, 6, 6]


def test_nested_candidates_do_not_count():
    assert labels_by_rules(words(), 0, [INNER, OUTER]) == [1, 3, 5, 6, 6]
    assert labels_by_rules(words(), 0, [INNER]) == [0, 0, 1, 3, 5]


def test_candidates_are_placed_in_the_document():
    assert labels_by_rules(words(), 100, [candidate([(100, 103)], [(104, 108)], [(109, 123)])]) == [
        1, 3, 5, 6, 6,
    ]  # fmt: skip


def test_what_stands_in_other_paragraphs_marks_nothing():
    assert labels_by_rules(words(), 100, [OUTER]) == [0] * 5
    far = candidate([(900, 903)], [(904, 908)], [(909, 912)])
    assert labels_by_rules(words(), 100, [far]) == [0] * 5


def test_a_place_counts_for_every_word_it_shares_a_character_with():
    labels = [0] * 5
    paint(labels, words(), (6, 10), 4)
    assert labels == [0, 5, 6, 0, 0]


def test_a_place_between_words_is_none():
    labels = [0] * 5
    paint(labels, words(), (3, 4), 4)
    assert labels == [0] * 5


def test_without_candidates_there_is_nothing():
    assert labels_by_rules(words(), 0, []) == [0] * 5
    assert list(outer([])) == []


def test_a_cue_between_the_contents_of_its_own_statement_is_an_outer_one():
    broken = candidate([(9, 13)], [(14, 20)], [(0, 8), (21, 23)])
    assert list(outer([broken])) == [broken]
