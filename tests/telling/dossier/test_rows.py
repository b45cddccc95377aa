"""Two texts in rows: nothing is lost, what moved is told."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.telling.dossier.rows import Aligned, moves, rows

OLD = "Head\n\nOne is here. Two is there. Three is gone."
NEW = "Title\n\nTwo is there. One is here.\n\nSubscribe now"


def aligned(words, kind="verbatim"):
    places = [(text.index(words), text.index(words) + len(words)) for text in (NEW, OLD)]
    return Aligned(*places, kind)


def told(found):
    return [
        (row.kind, row.moved, row.origin and OLD[slice(*row.origin)],
         row.derived and NEW[slice(*row.derived)])
        for row in found
    ]  # fmt: skip


def test_what_stands_beside_what():
    found = told(rows(NEW, OLD, [aligned("One is here"), aligned("Two is there.")]))
    assert found == [
        ("replaced", "", "Head", "Title"),
        ("verbatim", "up", "Two is there.", "Two is there."),
        ("left out", "", "Three is gone.", None),
        ("verbatim", "", "One is here.", "One is here."),
        ("added", "", None, "Subscribe now"),
    ]


def test_nothing_aligned_is_both_texts_whole():
    assert told(rows(NEW, OLD, [])) == [("replaced", "", OLD, NEW)]
    assert rows("", "…", []) == ()


def test_much_longer_is_not_a_replacement():
    found = rows("Stub. " + "word " * 40, "Brief", [])
    assert [row.kind for row in found] == ["left out", "added"]


def test_moves_up_and_down():
    def at(*origins):
        return moves([Aligned((i, i + 1), (o, o + 1), "edited") for i, o in enumerate(origins)])

    assert at(0, 1, 2, 3) == ("", "", "", "")
    assert at(3, 0, 1, 2) == ("up", "", "", "")
    assert at(1, 2, 3, 0) == ("", "", "", "down")
    assert at() == ()


@st.composite
def two_texts(draw):
    letters = st.text(alphabet="ab .“”\n", max_size=60)
    new, old = draw(letters), draw(letters)
    spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted).map(tuple)
    listed = draw(st.lists(st.tuples(spans, spans), max_size=6))
    found = []
    for (a, b), (c, d) in listed:
        if b <= len(new) and d <= len(old) and a < b and c < d:
            found.append(Aligned((a, b), (c, d), "edited"))
    return new, old, found


@given(two_texts())
def test_rows_hold_both_texts_whole(texts):
    new, old, passages = texts
    found = rows(new, old, passages)
    for text, side in ((new, "derived"), (old, "origin")):
        held = {at for row in found if (span := getattr(row, side)) for at in range(*span)}
        assert {at for at, letter in enumerate(text) if letter.isalnum()} <= held
    assert rows(new, old, passages[::-1]) == found
