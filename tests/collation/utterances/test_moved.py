from dragoman.collation.utterances.speakers import moved
from sayings import said

WORDS = "“The quota is a disgrace for this coast,”"
BRANDVIK, MOEN = "person:ilse-brandvik", "person:olav-moen"


def by(name, speaker, source=None, text=None):
    whole = text or f"{WORDS} {name} said."
    return said(name, whole, WORDS, source=source or name, speaker=speaker)


def test_words_put_into_another_mouth():
    assert moved(by("Brandvik", BRANDVIK), by("Moen", MOEN))


def test_the_name_may_stand_in_what_is_said():
    first = f"Of Moen's plan, Brandvik said {WORDS}"
    second = f"Of Moen's plan, Moen said {WORDS}"
    assert moved(
        by("a", BRANDVIK, "Brandvik", first),
        said("b", second, WORDS, source="Moen said"[:4], speaker=MOEN),
    )


def test_an_honorific_and_a_title_are_no_other_name():
    assert not moved(by("Ilse Brandvik", BRANDVIK), by("Mrs. Brandvik", "person:brandvik"))
    assert not moved(by("Brandvik", BRANDVIK), by("the Prime Minister", MOEN))


def test_pronouns_and_descriptions_move_nothing():
    assert not moved(by("Brandvik", BRANDVIK), by("he", MOEN))
    assert not moved(by("Brandvik", BRANDVIK), by("a Moen spokesman", MOEN))
    assert not moved(by("Brandvik", BRANDVIK), by("Moen's diary", MOEN))


def test_an_unknown_speaker_moves_nothing():
    assert not moved(by("Brandvik", BRANDVIK), by("Moen", None))


def test_a_reader_that_took_the_wrong_one_of_two_names_moves_nothing():
    both = f"{WORDS} Moen said Brandvik had told him."
    assert not moved(by("a", BRANDVIK, "Brandvik", both), by("b", MOEN, "Moen", both))
