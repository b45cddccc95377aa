"""Newick is read back by a reader that knows its grammar and nothing of ours."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dragoman.archive.stemma.newick import newick


class Reader:
    """Extended Newick without lengths, read by recursion."""

    def __init__(self, text):
        self.text, self.at = text, 0
        self.parents = {}
        self.names = {}

    def read(self):
        root = self.node()
        assert self.text[self.at :] == ";"
        return root

    def node(self):
        below = []
        if self.text[self.at] == "(":
            while self.text[self.at] in "(,":
                self.at += 1
                below.append(self.node())
            assert self.text[self.at] == ")"
            self.at += 1
        label = self.label()
        hybrid = ""
        if self.text[self.at] == "#":
            end = self.at + 2
            while self.text[end].isdigit():
                end += 1
            hybrid, self.at = self.text[self.at : end], end
            assert self.names.setdefault(hybrid, label) == label
        for child in below:
            self.parents.setdefault(child, []).append(label)
        return label

    def label(self):
        if self.text[self.at] != "'":
            end = self.at
            while self.text[end] not in "(),;#'":
                end += 1
            label, self.at = self.text[self.at : end].replace("_", " "), end
            return label
        parts, self.at = [], self.at + 1
        while True:
            if self.text[self.at] != "'":
                parts.append(self.text[self.at])
                self.at += 1
            elif self.text[self.at + 1] == "'":
                parts.append("'")
                self.at += 2
            else:
                self.at += 1
                return "".join(parts)


def read(text):
    reader = Reader(text)
    root = reader.read()
    return root, reader.parents


def test_a_chain_and_siblings():
    assert newick(["a", "b", "c"], {"b": ("a",), "c": ("a",)}) == "(b,c)a;"
    assert newick(["a", "b", "c"], {"b": ("a",), "c": ("b",)}) == "((c)b)a;"


def test_a_merge_is_written_twice_and_expanded_once():
    parents = {"x": ("a", "b"), "y": ("x",)}
    assert newick(["a", "b", "x", "y"], parents) == "(((y)x#H1)a,(x#H1)b);"


def test_several_roots_hang_on_one_without_a_name():
    assert newick(["a", "b"], {}) == "(a,b);"


def test_labels_are_quoted_where_newick_would_misread_them():
    told = newick(["dw_2023", "it's", "lost:x"], {"it's": ("dw_2023",), "lost:x": ("dw_2023",)})
    assert told == "('it''s','lost:x')'dw_2023';"


def test_a_line_end_in_a_name_does_not_end_the_line():
    assert newick(["a\nb\x1b"], {}) == "'a b ';"


def test_long_chains_are_written():
    names = [f"d{n}" for n in range(20_000)]
    told = newick(names, {name: (before,) for before, name in pairwise(names)})
    assert told.startswith("(" * 19_999)


def test_a_circle_is_written_and_ends():
    assert newick(["a", "b"], {"a": ("b",), "b": ("a",)}) == "((a#H1)b)a#H1;"


labels = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1)


@given(st.data())
def test_any_tree_is_read_back(data):
    names = data.draw(st.lists(labels, min_size=1, max_size=9, unique=True))
    parents = {
        name: tuple(data.draw(st.lists(st.sampled_from(names[:at]), max_size=3, unique=True)))
        for at, name in enumerate(names)
        if at
    }
    root, found = read(newick(names, parents))
    told = {name: sorted(above) for name, above in parents.items() if above}
    roots = [name for name in names if name not in told]
    if len(roots) > 1:
        told |= {name: [""] for name in roots}
    assert root == (roots[0] if len(roots) == 1 else "")
    assert {name: sorted(above) for name, above in found.items()} == told
