from dragoman.collation.utterances import group, likeness
from dragoman.collation.utterances.likeness import same
from dragoman.model import StatementKind
from sayings import said

BRANDVIK, MOEN = "person:ilse-brandvik", "person:olav-moen"


def one(a, b, **place):
    return same(a, b, likeness(a, b), **place)


def reported(name, words, speaker=BRANDVIK):
    return said(name, f"Brandvik named {words}", words, StatementKind.INDIRECT, speaker=speaker)


def test_a_name_that_two_reports_share_is_no_utterance():
    assert len(group([reported("a", "Norway"), reported("b", "Norway")])) == 2


def test_reported_words_of_one_speaker_need_most_of_their_content():
    first = reported("a", "that the herring quota for the northern coast would be cut by half")
    second = reported("b", "that the northern coast's herring quota would be cut by half in May")
    assert one(first, second)
    other = reported("c", "that the herring quota had been a mistake on the northern coast")
    assert not one(first, other)


def test_reported_words_of_nobody_in_particular_need_nearly_the_same_order():
    words = "that the herring quota for the northern coast would be cut by half"
    assert one(reported("a", words, None), reported("b", words, None))
    turned = "that the northern coast's herring quota would be cut by half"
    assert not one(reported("a", words, None), reported("b", turned, None))


def test_a_stock_phrase_of_one_speaker_is_not_one_statement():
    first = said("a", "the council's plan a “herring tax” on the poor", speaker=BRANDVIK)
    second = said("b", "never again to vote for any “herring tax” in Bergen", speaker=BRANDVIK)
    assert not one(first, second)


def test_a_fragment_with_another_ending_is_followed_in_aligned_passages_only():
    first = said("a", "a trip of “reassurance” for friends", speaker=BRANDVIK)
    second = said("b", "intended to “reassure” Asian friends", speaker=BRANDVIK)
    assert one(first, second, aligned=True)
    assert not one(first, second)


def test_a_shortened_quotation_is_held_in_the_longer():
    long = said(
        "a", "“The herring quota ruins harbours here. Ask any skipper. Nobody votes for it.”"
    )
    short = said("b", "“The herring quota ruins harbours”")
    assert one(long, short)


def test_two_statements_of_one_speaker_on_one_topic_stay_two():
    first = said("a", "“The herring quota ruins every harbour on this coast”", speaker=BRANDVIK)
    second = said(
        "b", "“I shall fight the herring quota in every court of the land”", speaker=BRANDVIK
    )
    assert not one(first, second)


def test_likeness_of_no_words_is_nothing():
    assert likeness(reported("a", "—"), reported("b", "Norway")).best == 0.0


def test_translations_of_one_speaker_are_followed():
    abroad = {"speaker": "person:marie-leroux", "country": "FRA"}
    first = said(
        "a", "“For herring feeds Norway on its coast as much as cod feeds Iceland”", **abroad
    )
    second = said(
        "b",
        "“The herring has been feeding Norway with that coast just like cod feeds Iceland”",
        **abroad,
    )
    assert one(first, second)
    home = {"speaker": MOEN, "country": "GBR"}
    first, second = (said(s.statement, s.text, **home) for s in (first, second))
    assert not one(first, second)
