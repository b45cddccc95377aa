from itertools import permutations

from dragoman.collation.lineage import compare
from dragoman.collation.stemma import stemma
from dragoman.model import DerivationKind
from stories import HARBOUR, ORCHARD, text

# Names stand beside any word: which of them is the older does not show.
CHANGES = (
    ("Oslo", "Bergen"),
    ("Skagerrak", "Kattegat"),
    ("Hamburg", "Bremen"),
    ("Monday", "Friday"),
    ("Denmark", "Sweden"),
    ("Ilse", "Ida"),
)


def edited(lines, count, first=0):
    """Change a word in so many lines."""
    for gone, come in CHANGES[first : first + count]:
        lines = tuple(line.replace(gone, come) for line in lines)
    return lines


def drawn(*texts):
    found = [compare(a, b) for i, a in enumerate(texts) for b in texts[:i]]
    return stemma(texts, [derivation for derivation in found if derivation is not None])


def edges(found):
    return {(d.origin or d.hidden_source, d.derived) for d in found.derivations if d.parent}


def test_a_chain_is_one():
    first = text("b", HARBOUR, published="2024-05-01")
    second = text("c", edited(HARBOUR, 2), published="2024-05-02")
    third = text("a", edited(HARBOUR, 4), published="2024-05-03")
    found = drawn(third, first, second)
    assert edges(found) == {("b", "c"), ("c", "a")}
    assert {(d.origin, d.derived) for d in found.derivations} == {
        ("b", "c"),
        ("c", "a"),
        ("b", "a"),
    }


def test_an_undated_link_goes_where_its_neighbours_say():
    first = text("c", HARBOUR, published="2024-05-01", outlet="The Fjord Post")
    second = text("b", (*edited(HARBOUR, 3), "Brandvik told The Fjord Post that she was tired."))
    third = text("a", (*edited(HARBOUR, 6), second.text.splitlines()[-1]), published="2024-05-03")
    found = drawn(first, second, third)
    assert edges(found) == {("c", "b"), ("b", "a")}
    link = next(d for d in found.derivations if (d.derived, d.origin) == ("a", "b"))
    assert link.direction_score > 0.5
    assert link.source_note.startswith("the other documents of the family decide")


def test_siblings_share_their_source():
    origin = text("c", HARBOUR, published="2024-05-01")
    one = text("a", edited(HARBOUR, 2), published="2024-05-02")
    other = text("b", edited(HARBOUR, 2, first=2), published="2024-05-03")
    found = drawn(origin, one, other)
    assert edges(found) == {("c", "a"), ("c", "b")}
    between = next(d for d in found.derivations if {d.derived, d.origin} == {"a", "b"})
    assert between.kind is DerivationKind.SHARED_SOURCE
    assert between.direction_score == 0.5
    assert between.source_note.startswith("both go back to c")


def test_two_texts_merged_have_two_children_less_and_two_parents():
    merged = (*HARBOUR[:5], *ORCHARD)
    found = drawn(
        text("b", HARBOUR, published="2024-05-01"),
        text("c", ORCHARD, published="2024-05-01"),
        text("a", merged, published="2024-05-02"),
    )
    assert edges(found) == {("b", "a"), ("c", "a")}


def test_a_copy_of_a_copy_has_one_parent():
    found = drawn(
        text("a", HARBOUR, published="2024-05-01"),
        text("b", HARBOUR, published="2024-05-02"),
        text("c", HARBOUR, published="2024-05-03"),
    )
    parents = [d.derived for d in found.derivations if d.parent]
    assert sorted(parents) == ["b", "c"]


def test_a_source_outside_the_pile_stands_above_both():
    known = {"agency": "Nordic Wire", "published": "2024-05-02"}
    found = drawn(
        text("a", edited(HARBOUR, 2), outlet="Daily Skerry", **known),
        text("b", edited(HARBOUR, 2, first=2), outlet="The Fjord Post", **known),
    )
    (source,) = found.sources
    assert source.docs == ("a", "b")
    assert source.agency == "Nordic Wire"
    assert source.before == "2024-05-02"
    assert "Nordic Wire" in source.note
    assert len(source.passages) >= 5
    assert edges(found) == {("lost:a", "a"), ("lost:a", "b")}
    between = next(d for d in found.derivations if d.origin)
    assert not between.parent
    assert between.kind is DerivationKind.SHARED_SOURCE


def test_there_is_never_a_circle_and_order_is_nothing():
    texts = [
        text("a", edited(HARBOUR, 1), published="2024-05-03"),
        text("b", edited(HARBOUR, 2), published="2024-05-01"),
        text("c", edited(HARBOUR, 3), published="2024-05-02"),
        text("d", HARBOUR, published="2024-05-04"),
    ]
    results = {drawn(*order) for order in permutations(texts)}
    assert len(results) == 1
    older = {d.derived: d.origin for d in results.pop().derivations if d.parent}
    for doc in "abcd":
        steps = [doc]
        while steps[-1] in older:
            steps.append(older[steps[-1]])
            assert len(set(steps)) == len(steps)


def test_a_large_family_is_drawn_without_trying_every_order():
    texts = [
        text(f"d{number:02}", HARBOUR, published=f"2024-05-{number + 1:02}") for number in range(12)
    ]
    found = drawn(*reversed(texts))
    derived = [d.derived for d in found.derivations if d.parent]
    assert sorted(derived) == [f"d{number:02}" for number in range(1, 12)]
    assert all(d.origin < d.derived for d in found.derivations)


def test_no_derivations_no_tree():
    assert stemma([text("a", HARBOUR)], []).derivations == ()
