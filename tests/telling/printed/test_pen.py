from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import Edit
from dragoman.telling.printed.pen import COLOURED, PLAIN, changed


def edit(before, after, start, end):
    return Edit(before, after, (start, end), (0, len(before)))


def test_words_exchanged_dropped_and_added():
    words = "We trust new ferries daily."
    edits = [edit("old", "new", 9, 12), edit("very", "", 13, 13), edit("", "daily", 21, 26)]
    told = changed([(0, words)], edits, PLAIN)
    assert told == "We trust [-old-]{+new+} [-very-] ferries {+daily+}."


def test_words_dropped_at_the_end_and_the_beginning():
    assert changed([(5, "old ferry")], [edit("now", "", 14, 14)], PLAIN) == "old ferry [-now-]"
    assert changed([(5, "old ferry")], [edit("Our", "", 5, 5)], PLAIN) == "[-Our-] old ferry"


def test_an_edit_over_several_passages_is_told_once():
    passages = [(0, "travel to Asia"), (30, "to “reassure”")]
    told = changed(passages, [edit("a trip as one of", "travel to Asia ... to", 0, 32)], PLAIN)
    assert told == "[-a trip as one of-]{+travel to Asia+} … {+to+} “reassure”"


def test_colour_marks_without_brackets():
    told = changed([(0, "new")], [edit("old", "new", 0, 3)], COLOURED)
    assert told == "\x1b[31;9mold\x1b[0m\x1b[32;4mnew\x1b[0m"


def test_a_terminal_obeys_nothing_of_the_text():
    told = changed([(0, "a\x1b[2Jb\n\u202ec")], [edit("\x1b[1m", "b", 5, 6)], PLAIN)
    assert told == "a[U+001B][2J[-[U+001B][1m-]{+b+} [U+202E]c"


@given(st.text("ab c", max_size=12), st.lists(st.tuples(st.integers(0, 12), st.integers(0, 4))))
def test_all_words_stay(words, places):
    edits = [edit("", "x", at, at + length) for at, length in places]
    told = changed([(0, words)], edits, PLAIN)
    kept = told.replace("{+", "").replace("+}", "")
    assert kept.replace(" ", "") == words.replace(" ", "")
