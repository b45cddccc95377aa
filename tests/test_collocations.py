from dragoman.knowledge.collocations import UNSEEN, association


def test_words_that_belong_together_are_told_from_words_that_meet():
    assert association("nuclear", "weapons") > association("step", "up") > association("of", "a")


def test_the_order_of_two_words_counts():
    assert association("step", "up") > association("up", "step")


def test_what_nobody_writes_is_unseen():
    assert association("roller", "vote") == UNSEEN
    assert association("", "") == UNSEEN
