from hypothesis import given
from hypothesis import strategies as st

from dragoman.collation.families import families

names = st.sampled_from([f"d{number}" for number in range(8)])


def test_the_earliest_names_the_family():
    docs = {"a": None, "b": "2024-05-02", "c": "2024-05-01", "d": None}
    assert families(docs, [("a", "b"), ("b", "c")]) == {"c": ["a", "b", "c"], "d": ["d"]}


def test_a_document_outside_the_pile_joins_nothing():
    assert families({"a": None, "b": None}, [("b", "gone")]) == {"a": ["a"], "b": ["b"]}


@given(st.lists(st.tuples(names, names), max_size=12), st.randoms(use_true_random=False))
def test_order_is_nothing(links, chance):
    docs = {f"d{number}": None for number in range(8)}
    expected = families(docs, links)
    chance.shuffle(links)
    assert families(dict(sorted(docs.items(), reverse=True)), links) == expected
    assert sorted(doc for members in expected.values() for doc in members) == sorted(docs)
    assert all({a, b} <= set(m) or not {a, b} & set(m) for a, b in links for m in expected.values())
    assert all(name in members for name, members in expected.items())
