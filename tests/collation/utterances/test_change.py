"""Each way in which real reports of one statement were found to differ, on made-up sentences."""

import pytest

from dragoman.collation.utterances import changed
from dragoman.model import Change, StatementKind
from sayings import said

WORDS = (
    "“I urge Bergen to step up on the issue of harbour dues. "
    "If we do not believe in tolls, we need cranes, that's the reality,”"
)
FULL = f"{WORDS} Brandvik told the council."


def change(after, before=FULL, **known):
    found = changed(said("a", before, source="Brandvik"), said("b", after, **known))
    return found.change, found.in_marks


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("the issue", "the issue", Change.SAME),
        ("dues. If", "dues, if", Change.PUNCTUATION),
        ("harbour dues", "harbour-dues", Change.PUNCTUATION),
        ("that's", "that’s", Change.SAME),
        ("that's", "thats", Change.PUNCTUATION),
        ("that's", "thatâ€™s", Change.PUNCTUATION),
        ("that's", "that?s", Change.PUNCTUATION),
        ("we need cranes", "weneed cranes", Change.PUNCTUATION),
        ("in tolls", "in [harbour] tolls", Change.PUNCTUATION),
        ("the reality", "the fact", Change.WORD_CHANGED),
        ("step up on the issue", "move up on the question", Change.WORD_CHANGED),
        ("harbour dues", "dues", Change.WORD_CHANGED),
        ("cranes", "new cranes", Change.WORD_CHANGED),
        ("do not believe", "believe", Change.MEANING_CHANGED),
        ("Bergen", "Hamburg", Change.MEANING_CHANGED),
        ("need cranes", "need 40 cranes", Change.MEANING_CHANGED),
        ("need cranes", "may need cranes", Change.MEANING_CHANGED),
        ("we need cranes", "… cranes", Change.TRUNCATED),
        ("I urge Bergen to step", "Step", Change.TRUNCATED),
        (", we need cranes, that's the reality", "", Change.TRUNCATED),
        ("of harbour dues. If", "of harbour dues,” she said. “If", Change.PUNCTUATION),
        ("we do not", "people do not", Change.WORD_CHANGED),
    ],
)
def test_a_change_inside_the_marks(before, after, expected):
    altered = FULL.replace(before, after)
    assert before in FULL
    content = None if "she said" not in after else altered.split(" she said. ")
    if content:
        content = [content[0], content[1].partition(" Brandvik")[0]]
        assert change(altered, content=content)[0] is expected
    else:
        assert change(altered, source="Brandvik") == (expected, True)


def test_a_fragment_of_what_was_quoted_is_truncated():
    after = "Bergen should “step up on the issue” soon, Brandvik said."
    assert change(after, source="Brandvik") == (Change.TRUNCATED, True)


def test_two_fragments_leave_out_openly_what_stood_between():
    after = "She asked Bergen to “step up” and spoke of “harbour dues”, Brandvik said."
    assert change(after, source="Brandvik") == (Change.TRUNCATED, True)


def test_a_changed_word_in_a_fragment():
    after = "Bergen should “move up on the issue” soon, Brandvik said."
    assert change(after, source="Brandvik") == (Change.WORD_CHANGED, True)


def test_what_is_left_out_openly_is_an_edit_but_alters_nothing():
    after = "Bergen should “move up on the issue” soon, Brandvik said."
    found = changed(said("a", FULL, source="Brandvik"), said("b", after, source="Brandvik"))
    assert [(edit.before, edit.after) for edit in found.altered] == [("step", "move")]
    assert len(found.edits) > len(found.altered)


def test_one_quoted_word_given_another_ending():
    before = "“Reassurance” was the aim, Brandvik said."
    after = "The aim was to “reassure” them, Brandvik said."
    found = changed(said("a", before, source="Brandvik"), said("b", after, source="Brandvik"))
    assert (found.change, found.in_marks) == (Change.WORD_CHANGED, True)


def test_a_change_beside_the_marks_is_not_inside_them():
    before = "the coast's “reckless” herring programs"
    after = "the coast's “reckless” herring programmes"
    found = changed(said("a", before), said("b", after))
    assert (found.change, found.in_marks) == (Change.WORD_CHANGED, False)
    assert [(edit.before, edit.after) for edit in found.edits] == [("programs", "programmes")]


def test_another_piece_of_the_same_speech_is_no_exchange_of_words():
    before = "“The herring are gone,” and “Every boat on this coast lies idle today”"
    after = "“Every boat on this coast lies idle today” and “My own nets rot in the shed”"
    found = changed(said("a", before), said("b", after))
    assert found.change is Change.TRUNCATED


def test_marks_dropped():
    after = "Brandvik said that Bergen must step up on the issue of harbour dues"
    content = "that Bergen must step up on the issue of harbour dues"
    assert change(after, content=content) == (Change.MARKS_DROPPED, True)


def test_marks_added():
    before = "Brandvik said that Bergen must step up on the issue of harbour dues"
    reported = said("a", before, "that Bergen must step up on the issue of harbour dues")
    found = changed(reported, said("b", FULL, source="Brandvik"))
    assert (found.change, found.in_marks) == (Change.MARKS_ADDED, True)


def test_marks_widened_over_what_was_reported():
    before = "Bergen has an “urgent need” for cranes along the western quays"
    after = "“Bergen has an urgent need for cranes along the western quays”"
    assert changed(said("a", before), said("b", after)).change is Change.MARKS_ADDED


@pytest.mark.parametrize("opening", ["â€œ", "?", "''", "\ufffd", "&quot;"])
def test_ruined_marks_are_not_dropped_ones(opening):
    content = WORDS.strip("“”")
    after = f"Brandvik told them: {opening}{content}"
    found = change(after, content=content, kind=StatementKind.INDIRECT)
    assert found[0] in {Change.SAME, Change.PUNCTUATION}


def test_marks_of_another_quotation_are_no_ruins():
    content = WORDS.strip("“”").replace("I urge", "she urged")
    after = f"Brandvik spoke of “harbours”; {content}"
    found = change(after, content=content, kind=StatementKind.INDIRECT)
    assert found == (Change.MARKS_DROPPED, True)


def test_a_missing_closing_mark_is_punctuation():
    after = FULL.replace("”", "")
    assert change(after, content=after[: after.index(" Brandvik")])[0] is Change.SAME


def test_words_given_to_another():
    before = said("a", FULL, source="Brandvik", speaker="person:ilse-brandvik")
    after = FULL.replace("Brandvik", "Moen")
    moved = said("b", after, source="Moen", speaker="person:olav-moen")
    assert changed(before, moved).change is Change.ATTRIBUTION_CHANGED


def test_two_translations():
    before = "“It is by geography that the herring is bound to the coast of Norway,”"
    after = "“Geography ties herring to Norway’s coast, and this will never be otherwise,”"
    foreign = {"speaker": "person:marie-leroux", "country": "FRA"}
    first, second = (
        said("a", f"{before} Leroux said.", source="Leroux", **foreign),
        said("b", f"{after} Leroux said.", source="Leroux", **foreign),
    )
    assert changed(first, second).change is Change.TRANSLATED
    at_home = {"speaker": "person:ilse-brandvik", "country": "GBR"}
    first, second = (
        said(name, f"{words} Brandvik said.", source="Brandvik", **at_home)
        for name, words in (("a", before), ("b", after))
    )
    assert changed(first, second).change is not Change.TRANSLATED


def test_a_document_may_say_that_it_translates():
    before = "“It is by geography that the herring is bound to the coast of Norway,”"
    after = "“Geography ties herring to Norway’s coast, and this will never be otherwise,”"
    first = said("a", f"{before} Leroux said through an interpreter.", source="Leroux")
    assert changed(first, said("b", f"{after} Leroux said.", source="Leroux")).change is (
        Change.TRANSLATED
    )


def test_a_changed_word_is_no_translation():
    foreign = {"speaker": "person:marie-leroux", "country": "FRA", "source": "Brandvik"}
    first = said("a", FULL, **foreign)
    second = said("b", FULL.replace("reality", "fact"), **foreign)
    assert changed(first, second).change is Change.WORD_CHANGED
