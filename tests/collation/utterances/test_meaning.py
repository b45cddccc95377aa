import pytest

from dragoman.collation.lineage.edits import steps
from dragoman.collation.lineage.words import words
from dragoman.collation.utterances.meaning import turns
from dragoman.collation.utterances.part import Part


def turned(before, after):
    first, second = (words(text, 0, len(text)) for text in (before, after))
    return any(
        turns(Part(before, first, step.a, step.b), Part(after, second, step.c, step.d))
        for step in steps(first, second)
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("we will sail at dawn", "we will not sail at dawn"),
        ("we won't sail at dawn", "we will sail at dawn"),
        ("it is likely to rain", "it is unlikely to rain"),
        ("some 300 boats sank", "some 500 boats sank"),
        ("five boats sank", "six boats sank"),
        ("5 million herring", "5 billion herring"),
        ("half the fleet sank", "a third of the fleet sank"),
        ("boats must turn back", "boats can turn back"),
        ("it may rain", "it will rain"),
        ("the dam might break", "the dam breaks"),
        ("all boats came home", "some boats came home"),
        ("fewer boats came home", "more boats came home"),
        ("in his first term", "in his third term"),
        ("we meet on Monday", "we meet on Friday"),
        ("the fleet grew stronger", "the fleet grew weaker"),
        ("ties with Norway are close", "ties with Denmark are close"),
        ("Norwegian ships passed", "Danish ships passed"),
        ("the United States will pay", "the United Kingdom will pay"),
        ("we asked Brandvik to stay", "we asked Moen to stay"),
        ("they are our partners here", "they are our allies here"),
        ("how to win this race", "how to earn this race"),
    ],
)
def test_what_is_said_changes(before, after):
    assert turned(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("we will sail at dawn", "we'll sail at dawn"),
        ("we will not sail", "we won't sail"),
        ("five boats sank", "5 boats sank"),
        ("half the fleet sank", "50 per cent the fleet sank"),
        ("1,000 herring", "a thousand herring"),
        ("boats need to turn back", "boats must turn back"),
        ("that's the reality today", "that's the fact today"),
        ("step up on the issue", "move up on the question"),
        ("ties with the United States", "ties with America"),
        ("ties with Norway are close", "ties with Oslo are close"),
        ("Mr. Brandvik will speak", "Ilse Brandvik will speak"),
        ("one of our boats sank", "our boats sank"),
        ("Look, boats came home", "Listen, boats came home"),
        ("the North Sea Fisheries Council decides", "the NSFC decides"),
    ],
)
def test_other_words_say_the_same(before, after):
    assert not turned(before, after)
