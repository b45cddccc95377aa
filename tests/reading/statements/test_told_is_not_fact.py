"""T36: what is denied, warned of, supposed or threatened is told of someone, and told as such."""

import pytest

from dragoman.model import StatementKind
from dragoman.reading.circumstances import add_circumstances
from dragoman.reading.statements import read_statements
from heard import parser, passages

EVENTS = (
    "ships had been held at the lock",
    "Kenya had armed the rebels",
    "the police had shot at the crowd",
    "the bank had moved its gold to Oslo",
    "soldiers had crossed the border",
)
SOURCES = ("Roe", "The ministry", "A spokesman for the navy")
TOLD = {
    "{} said that {}.": False,
    "{} warned that {}.": False,
    "{} confirmed that {}.": False,
    "{} denied that {}.": True,
    "{} has denied that {}.": True,
    "{} dismissed reports that {}.": True,
    "{} rejected the claim that {}.": True,
    "{} refuted the allegation that {}.": True,
    "{} did not deny that {}.": False,
    "{} neither confirmed nor denied that {}.": False,
}


def told(text):
    paragraphs = parser().paragraphs(text, passages(text))
    return add_circumstances(read_statements(paragraphs), paragraphs, (), None)


@pytest.mark.parametrize("frame", TOLD)
def test_an_event_is_told_by_its_source_and_as_denied_where_it_is(frame):
    for event in EVENTS:
        for source in SOURCES:
            text = frame.format(source, event)
            # An "allegation that" may be told once more, inside.
            found = next(
                one for one in told(text) if any(event in span.cut(text) for span in one.content)
            )
            assert [span.cut(text) for span in found.source] == [source]
            assert found.denial is TOLD[frame], text
            assert found.kind is StatementKind.INDIRECT


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize(
    "frame",
    [
        "If {}, Roe said, it would be war.",
        "It is not true that {}, Roe said.",
        "Roe doubts that {}.",
    ],
)
def test_an_event_that_is_doubted_or_supposed_is_told_too(frame, event):
    text = frame.format(event)
    places = [span for one in told(text) for span in one.content]
    start = text.index(event)
    assert any(span.start <= start and start + len(event) <= span.end for span in places)


@pytest.mark.parametrize("event", EVENTS)
def test_what_the_author_tells_is_no_statement(event):
    text = event[0].upper() + event[1:] + "."
    assert told(text) == ()
