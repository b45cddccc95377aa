from hypothesis import given
from hypothesis import strategies as st

from dragoman.collation.joining import joined

NAMES = st.sampled_from("abcdef")


def test_links_join_directly_and_through_others():
    links = [("b", "a"), ("c", "b"), ("e", "unknown")]
    assert joined("edcba", links) == [["a", "b", "c"], ["d"], ["e"]]


@given(st.lists(st.tuples(NAMES, NAMES)), st.randoms())
def test_the_order_makes_no_difference(links, chance):
    shuffled = [pair[::-1] for pair in chance.sample(links, len(links))]
    assert joined("abcdef", links) == joined("fedcba", shuffled)
