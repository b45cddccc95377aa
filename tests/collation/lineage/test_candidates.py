from hypothesis import given
from hypothesis import strategies as st

from dragoman.collation.lineage import keys, pairs, partners
from stories import HARBOUR, ORCHARD, REWRITTEN

indexes = st.dictionaries(
    st.integers(0, 40), st.sets(st.sampled_from([f"d{n:02}" for n in range(20)]), max_size=20)
)


@given(indexes)
def test_partners_of_each_are_the_pairs_of_all(index):
    found = set()
    for doc in {doc for docs in index.values() for doc in docs}:
        own = {key: docs for key, docs in index.items() if doc in docs}
        found |= {tuple(sorted((doc, other))) for other in partners(doc, own)}
    assert found == set(pairs(index))


def test_a_rewrite_shares_keys_and_other_news_does_not():
    assert len(keys(HARBOUR) & keys(REWRITTEN)) > 10
    assert not keys(HARBOUR) & keys(ORCHARD)


def test_copies_without_a_rare_word_meet():
    plain = ["He said that it was good for them all."]
    index = {key: ["a", "b"] for key in keys(plain)}
    assert pairs(index) == (("a", "b"),)


def test_keys_fit_a_database():
    assert all(-(2**63) <= key < 2**63 for key in keys(HARBOUR))


def test_a_text_reprinted_everywhere_stays_one_family_at_linear_cost():
    docs = [f"d{number:03}" for number in range(300)]
    found = pairs(dict.fromkeys(range(6), docs))
    assert len(found) < 4 * len(docs)
    assert {doc for pair in found for doc in pair} == set(docs)
