"""Our own labelled statements: what the marks say, and what they may not."""

import pytest

from recipes import STATEMENTS, recipe

MARKED = """\
# A remark.
= {s1:Oslo} {c1n:denies} {k1:sale}
{s2,3:Roe} {c2:told} {a2:deputies} {v2:in Oslo} {t2:on Monday} {k2:that {s4:Poe} {c4t:thinks} \
{k4:it rains}} and {c3wd:demanded} {m3:in a letter} {k3:peace}.

Nothing is said here.
"""


@pytest.fixture(scope="module")
def markup():
    return recipe("markup")


@pytest.fixture
def written(tmp_path):
    def write(text):
        path = tmp_path / "marked.txt"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_parts(markup, written):
    first, second = markup.pieces(written(MARKED))
    told = [(p.role, p.statement, p.letters, first.text[p.start : p.end]) for p in first.parts]
    assert told == [
        ("source", 1, "", "Oslo"),
        ("cue", 1, "n", "denies"),
        ("content", 1, "", "sale"),
        ("source", 2, "", "Roe"),
        ("source", 3, "", "Roe"),
        ("cue", 2, "", "told"),
        ("addressee", 2, "", "deputies"),
        ("venue", 2, "", "in Oslo"),
        ("when", 2, "", "on Monday"),
        ("content", 2, "", "that Poe thinks it rains"),
        ("source", 4, "", "Poe"),
        ("cue", 4, "t", "thinks"),
        ("content", 4, "", "it rains"),
        ("cue", 3, "wd", "demanded"),
        ("medium", 3, "", "in a letter"),
        ("content", 3, "", "peace"),
    ]
    assert first.text.split("\n")[0] == "Oslo denies sale"
    assert first.headlines == {0}
    assert (second.text, second.parts, second.headlines) == ("Nothing is said here.", (), set())


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{s1:Roe} {c1:said} {k1:it", "line 2: not closed"),
        ("{s1:Roe}} {c1:said} {k1:it}", "line 2: nothing to close"),
        ("{x1:Roe}", "line 2: no role"),
        ("{s:Roe}", "line 2: no role"),
        ("{s1:Roe} {c1:said}", "line 2: statement 1 has only"),
        ("{k1:it rains}", "line 2: statement 1 has only"),
        ("{s1: Roe} {k1:it}", "line 2: empty, or white space"),
        ("{s1:} {k1:it}", "line 2: empty, or white space"),
    ],
)
def test_faults_are_told_with_their_line(markup, written, line, fault):
    with pytest.raises(markup.MarkupError, match=fault):
        list(markup.pieces(written(f"\n{line}\n")))


def test_numbers_are_those_of_one_piece(markup, written):
    first, second = markup.pieces(written("{s1:Roe} {k1:is in}\n\n\n{s1:Poe} {k1:is out}\n"))
    assert [part.statement for part in (*first.parts, *second.parts)] == [1, 1, 1, 1]
    assert first.text == "Roe is in"
    assert second.text == "Poe is out"


def test_our_own_coverage_has_no_fault(markup):
    files = sorted(STATEMENTS.glob("own/*.txt"))
    assert files
    for path in files:
        assert list(markup.pieces(path))
