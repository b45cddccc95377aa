from hypothesis import given
from hypothesis import strategies as st

from dragoman.collation.families import families
from dragoman.model import Derivation, DerivationKind

names = st.sampled_from([f"d{number}" for number in range(8)])


def link(derived, origin):
    return Derivation(derived, origin, "", DerivationKind.COPY, 1.0, 0.5, 1.0)


def test_the_earliest_names_the_family():
    docs = {"a": None, "b": "2024-05-02", "c": "2024-05-01", "d": None}
    assert families(docs, [link("a", "b"), link("b", "c")]) == {
        "a": "c",
        "b": "c",
        "c": "c",
        "d": "d",
    }


def test_a_source_outside_the_pile_joins_nothing():
    docs = {"a": None, "b": None}
    assert families(docs, [link("a", None), link("b", "gone")]) == {"a": "a", "b": "b"}


@given(st.lists(st.tuples(names, names), max_size=12), st.randoms(use_true_random=False))
def test_order_is_nothing(pairs, chance):
    docs = {f"d{number}": None for number in range(8)}
    links = [link(*pair) for pair in pairs]
    expected = families(docs, links)
    chance.shuffle(links)
    assert families(dict(sorted(docs.items(), reverse=True)), links) == expected
    assert all(expected[a] == expected[b] for a, b in pairs)
    assert all(expected[name] == name for name in expected.values())
