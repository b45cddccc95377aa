from dragoman.collation.utterances import group
from dragoman.model import Change, Derivation, DerivationKind
from sayings import said

FIRST = "“We will not renew the ferry treaty before the autumn elections,” Brandvik said."
ALTERED = FIRST.replace("renew", "prolong")


def edge(derived, origin, *, parent=True):
    return Derivation(derived, origin, "", DerivationKind.EDITED, 1.0, 0.9, 0.9, parent=parent)


def wordings(texts, edges, published=None):
    """Return the variants of one utterance by document."""
    sayings = [
        said(f"{doc}:1", text, source="Brandvik", doc=doc, published=(published or {}).get(doc))
        for doc, text in texts.items()
    ]
    (utterance,) = group(sayings, edges)
    return {variant.statement[:-2]: variant for variant in utterance.variants}


def test_a_change_appears_where_no_parent_has_it():
    edges = [edge("b", "a"), edge("c", "b"), edge("c", "a", parent=False)]
    found = wordings({"a": FIRST, "b": ALTERED, "c": ALTERED}, edges)
    assert (found["b"].parent_statement, found["b"].appeared) == ("a:1", True)
    assert (found["c"].parent_statement, found["c"].appeared) == ("b:1", False)
    assert found["c"].change is Change.WORD_CHANGED


def test_of_two_parents_the_one_with_the_same_words_gave_them():
    found = wordings({"a": FIRST, "b": ALTERED, "c": ALTERED}, [edge("c", "a"), edge("c", "b")])
    assert (found["c"].parent_statement, found["c"].appeared) == ("b:1", False)


def test_a_parent_without_the_words_is_passed_over():
    found = wordings({"a": FIRST, "c": ALTERED}, [edge("c", "lost"), edge("lost", "a")])
    assert (found["c"].parent_statement, found["c"].appeared) == ("a:1", True)


def test_without_a_tree_a_change_is_told_against_the_reference():
    found = wordings({"a": FIRST, "b": ALTERED}, [edge("b", "a", parent=False)])
    assert (found["b"].parent_statement, found["b"].appeared) == (None, True)
    assert not found["a"].appeared


def test_words_restored_to_those_of_the_reference_are_no_change():
    found = wordings({"a": FIRST, "b": ALTERED, "c": FIRST}, [edge("b", "a"), edge("c", "b")])
    assert not found["c"].appeared


def test_a_copy_with_a_wrong_earlier_date_is_not_the_reference():
    dates = {"a": "2024-05-02", "b": "2024-05-01"}
    found = wordings({"a": FIRST, "b": ALTERED}, [edge("b", "a")], dates)
    assert {variant.reference_statement for variant in found.values()} == {"a:1"}


def test_a_cycle_ends():
    found = wordings({"a": FIRST, "b": ALTERED}, [edge("a", "x"), edge("x", "a")])
    assert found["a"].parent_statement is None
