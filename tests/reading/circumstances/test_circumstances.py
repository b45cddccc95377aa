"""Circumstances and acts of short invented statements, whose spans are given."""

import re
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.model import Passage, PassageKind, Span, Statement, StatementAct, StatementKind
from dragoman.reading.circumstances import add_circumstances
from dragoman.reading.parse import Parser
from dragoman.reading.times import read_times
from dragoman.settings import Settings

PARSER = Parser(Settings().pipeline)
MARK = re.compile(r"\{([sck]):|\}")


def told(marked):
    """Return text and spans of "{s:Oslo} {c:said} {k:it rained}."."""
    text, spans, opened = "", {"s": [], "c": [], "k": []}, []
    place = 0
    for match in MARK.finditer(marked):
        text += marked[place : match.start()]
        place = match.end()
        if match[1]:
            opened.append((match[1], len(text)))
        else:
            role, start = opened.pop()
            spans[role].append(Span(start, len(text)))
    return text + marked[place:], spans


def add(marked, published="2023-05-19"):
    text, spans = told(marked)
    quoted = any(text[span.start] in '“"' for span in spans["k"])
    kind = StatementKind.DIRECT if quoted else StatementKind.INDIRECT
    bare = Statement(
        tuple(spans["s"]), tuple(spans["c"]), tuple(spans["k"]), kind, denial=False, score=1.0
    )
    passages = (Passage(Span(0, len(text)), PassageKind.BODY),)
    paragraphs = PARSER.paragraphs(text, passages)
    (found,) = add_circumstances([bare], paragraphs, read_times(text, passages), published)
    return text, found


CIRCUMSTANCES = {
    "told reporters": (
        "{s:The minister} {c:told} reporters in Tokyo on Monday {k:that the talks had failed}.",
        {"addressee": "reporters", "venue": "in Tokyo", "when": "on Monday"},
    ),
    "interview": (
        "{k:“We will wait,”} {s:Jane Roe} {c:said} in an interview with DW.",
        {"venue": "in an interview with DW", "medium": "DW"},
    ),
    "speaking": (
        "Speaking at the Haller Institute on Tuesday, {s:Jane Roe} {c:said} {k:the pact was dead}.",
        {"venue": "at the Haller Institute", "when": "on Tuesday"},
    ),
    "post": (
        "{k:“They lied,”} {s:she} {c:wrote} in a post on X.",
        {"venue": "in a post on X", "medium": "X"},
    ),
    "carried": (
        "{s:The ministry} {c:denied} in a statement carried by TASS {k:that ships had sailed}.",
        {"venue": "in a statement carried by TASS", "medium": "TASS"},
    ),
    "letter": (
        "In a letter to parliament, {s:the minister} {c:warned} {k:that grain was short}.",
        {"addressee": "parliament", "venue": "In a letter to parliament"},
    ),
    "visit": (
        "{s:The premier} {c:said} during a visit to Seoul {k:that trade would grow}.",
        {"venue": "during a visit to Seoul"},
    ),
    "summit": (
        "{s:China} {c:said} before the summit {k:that it wanted peace}.",
        {"venue": "before the summit"},
    ),
    "urged": (
        "{s:The envoy} {c:urged} {k:the council to act}.",
        {"addressee": "the council"},
    ),
    "passive": (
        "Residents {c:were told} yesterday {k:that the dam had cracked}.",
        {"addressee": "Residents", "when": "yesterday"},
    ),
    "asked": (
        "{c:Asked} {k:whether the dam had cracked}, the mayor shrugged.",
        {"addressee": "the mayor"},
    ),
    "said to": (
        "{k:“It is over,”} {s:he} {c:said} to the crowd.",
        {"addressee": "the crowd"},
    ),
    "inside the content": (
        "{s:The minister} {c:said} {k:that he would tell reporters in Oslo on Friday}.",
        {},
    ),
    "date line": (
        "HELSINKI, Feb 11 - {s:Investigators} {c:said} {k:the cable was cut}.",
        {},
    ),
    "manner": ("{s:She} {c:argued} at length {k:that the law was void}.", {}),
}


@pytest.mark.parametrize(("marked", "expected"), CIRCUMSTANCES.values(), ids=CIRCUMSTANCES)
def test_circumstances(marked, expected):
    text, found = add(marked)
    roles = ("addressee", "venue", "medium", "when")
    words = {role: getattr(found, role) for role in roles}
    assert {role: span.cut(text) for role, span in words.items() if span} == expected


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("on Monday", "2023-05-15"),
        ("on Friday", "2023-05-19"),
        ("last Friday", "2023-05-12"),
        ("today", "2023-05-19"),
        ("late yesterday", "2023-05-18"),
        ("last night", "2023-05-18"),
        ("this morning", "2023-05-19"),
        ("three days ago", "2023-05-16"),
        ("on 2 May", "2023-05-02"),
        ("on December 30", "2022-12-30"),
        ("on 3 April 2021", "2021-04-03"),
        ("last week", None),
        ("in April", None),
        ("recently", None),
        ("before Friday", None),
        ("before dawn on Friday", "2023-05-19"),
    ],
)
def test_day(when, day):
    text, found = add(f"{{s:The ministry}} {{c:said}} {when} {{k:that the dam had cracked}}.")
    assert found.when is not None
    assert found.when.cut(text) == when
    assert found.made_on == day


def test_no_day_before_it_is_said():
    assert add("{s:He} {c:will tell} deputies on Monday {k:that it rained}.")[1].made_on is None


@pytest.mark.parametrize("published", [None, "2023", "2023-05"])
def test_no_day_without_the_day_of_publication(published):
    assert add("{s:He} {c:said} on Monday {k:that it rained}.", published)[1].made_on is None


@pytest.mark.parametrize(
    ("marked", "question", "demand"),
    [
        ("{s:He} {c:asked} {k:whether the dam had cracked}.", True, False),
        ("{s:He} {c:asked} {k:to whom it was sent}.", True, False),
        ("{s:He} {c:wondered} {k:if it rained}.", True, False),
        ("{k:“Why now?”} {s:he} {c:asked}.", True, False),
        ("{s:QUESTION}{c::} {k:Is the port open?}", True, False),
        ("{s:He} {c:asked} {k:the council to act}.", False, True),
        ("{s:He} {c:asked for} {k:more time}.", False, True),
        ("{s:He} {c:called for} {k:calm}.", False, True),
        ("{s:He} {c:called} {k:the plan a mistake}.", False, False),
        ("{s:They} {c:demanded} {k:that he resign}.", False, True),
        ("{s:He} {c:told} {k:them to leave}.", False, True),
        ("{s:He} {c:told} them {k:that it rained}.", False, False),
        ("{s:He} {c:said} {k:it rained}.", False, False),
    ],
)
def test_asking(marked, question, demand):
    _, found = add(marked)
    assert (found.question, found.demand) == (question, demand)


@pytest.mark.parametrize(
    ("marked", "denial"),
    [
        ("{s:Oslo} {c:denied} {k:that ships had sailed}.", True),
        ("{s:Oslo} {c:has denied} {k:any role}.", True),
        ("{s:Oslo} {c:did not deny} {k:that ships had sailed}.", False),
        ("{s:Oslo} {c:neither confirmed nor denied} {k:the plan}.", False),
        ("{s:Oslo} {c:rejected} {k:the accusation}.", True),
        ("{s:Oslo} {c:dismissed} {k:reports that ships had sailed}.", True),
        ("{s:Oslo} {c:rejected} {k:the plan}.", False),
        ("{s:Oslo}{c:'s denial of} {k:a deal} came late.", True),
        ("{s:Oslo} {c:declined to comment on} {k:the accusation}.", False),
    ],
)
def test_denial(marked, denial):
    assert add(marked)[1].denial is denial


@pytest.mark.parametrize(
    ("marked", "act"),
    [
        ("{s:He} {c:said} {k:it rained}.", StatementAct.SPEECH),
        ("{s:He} {c:wrote} {k:that it rained}.", StatementAct.WRITING),
        ("{s:The report} {c:said} {k:that it rained}.", StatementAct.WRITING),
        ("{s:He} {c:believes} {k:that it rains}.", StatementAct.THOUGHT),
        ("{s:He} {c:plans} {k:to leave}.", StatementAct.INTENT),
        ("{s:Officials} {c:jockey} {k:to leave}.", StatementAct.INTENT),
        ("{k:“It rained,”} {s:he} {c:gurgled}.", StatementAct.SPEECH),
    ],
)
def test_act(marked, act):
    assert add(marked)[1].act is act


def test_a_nested_statement_has_its_own_clause():
    text = "Officials said on Friday that Oslo had denied in a letter supplying arms."

    def place(words):
        start = text.index(words)
        return (Span(start, start + len(words)),)

    def bare(source, cue, content):
        kind = StatementKind.INDIRECT
        spans = (place(source), place(cue), place(content))
        return Statement(*spans, kind, denial=False, score=1.0)

    outer = bare("Officials", "said", text[text.index("that Oslo") : -1])
    inner = bare("Oslo", "had denied", "supplying arms")
    paragraphs = PARSER.paragraphs(text, (Passage(Span(0, len(text)), PassageKind.BODY),))
    first, second = add_circumstances([outer, inner], paragraphs, (), None)
    assert (first.when.cut(text), first.venue) == ("on Friday", None)
    assert (second.when, second.venue.cut(text)) == (None, "in a letter")


def test_without_a_cue_it_stays_as_it_is():
    bare = Statement((), (), (Span(0, 4),), StatementKind.DIRECT, denial=False, score=0.5)
    assert add_circumstances([bare], (), (), None) == (bare,)


def test_grows_with_its_text():
    def seconds(count):
        text = "He said it rained" + " in 1 and last 2 of" * count
        cue, content = (Span(3, 7),), (Span(8, 17),)
        bare = Statement((), cue, content, StatementKind.INDIRECT, denial=False, score=1.0)
        paragraphs = PARSER.paragraphs(text, (Passage(Span(0, len(text)), PassageKind.BODY),))
        begun = time.process_time()
        add_circumstances([bare], paragraphs, (), "2023-05-19")
        return time.process_time() - begun

    seconds(10)
    assert seconds(800) < 6 * max(seconds(200), 0.02)


@given(st.lists(st.integers(0, 60), min_size=6, max_size=6), st.text(" abcto“,.'", max_size=50))
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_any_spans_of_any_text(places, text):
    a, b, c, d, e, f = sorted(places)
    spans = [(Span(start, end + 1),) for start, end in ((a, b), (c, d), (e, f))]
    bare = Statement(*spans, StatementKind.INDIRECT, denial=False, score=1.0)
    passages = (Passage(Span(0, len(text)), PassageKind.BODY),) if text else ()
    (found,) = add_circumstances([bare], PARSER.paragraphs(text, passages), (), "2023-05-19")
    assert (found.source, found.cue, found.content) == (bare.source, bare.cue, bare.content)
