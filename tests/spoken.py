"""An invented archive in which everything a statement can carry is told."""

from dataclasses import replace

from dragoman.archive.actors import Actor, replace_actors
from dragoman.archive.utterances import Utterance, add_utterances
from dragoman.archive.writer import writing
from dragoman.model import ActorKind, Figure, Precision, Reading, Span, Statement, StatementAct
from dragoman.model import StatementKind as Kind
from readings import document, span

PILOT = (
    "Pilots meet\n\nIlse Varga told the Gull on Monday at the pilots' dinner: “We stay.”\n"
    "In a letter she asked whether <b>dues</b> “would fall”.\n"
    "Orlan denied that it had mined the strait. An envoy wants the port closed."
)
COURIER = "“We did not pay,” the envoy said, denying it. Somebody hopes for rain."
VARGA, ORLAN = "person:ilse-varga", "state:ORL"
FIGURES = (
    Figure(VARGA, "Ilse Varga", ActorKind.PERSON),
    Figure(ORLAN, "Orlan", ActorKind.STATE, "ORL", "GOV"),
)


def _said(text, source, cue, content, kind, **known):
    places = [(span(text, words),) if words else () for words in (source, cue, content)]
    for name in ("addressee", "venue", "medium", "when"):
        if name in known:
            known[name] = span(text, known[name])
    return Statement(*places, kind, **{"denial": False, "score": 0.9, **known})


PILOT_SAYS = (
    _said(
        PILOT, "Ilse Varga", "told", "“We stay.”", Kind.DIRECT, speaker=VARGA, speaker_score=0.95,
        addressee="the Gull", venue="the pilots' dinner", when="Monday", made_on="2024-03-04",
    ),
    _said(
        PILOT, "she", "asked", "whether <b>dues</b> “would fall”", Kind.MIXED, question=True,
        act=StatementAct.WRITING, medium="a letter", speaker=VARGA, speaker_score=0.4, score=0.4,
    ),
    _said(
        PILOT, "Orlan", "denied", "that it had mined the strait", Kind.INDIRECT, denial=True,
        speaker=ORLAN, speaker_score=0.9,
    ),
    _said(
        PILOT, "An envoy", "wants", "the port closed", Kind.INDIRECT, demand=True,
        act=StatementAct.INTENT, score=0.6,
    ),
)  # fmt: skip
COURIER_SAYS = (
    _said(COURIER, "the envoy", "denying", "“We did not pay,”", Kind.DIRECT, denial=True),
    _said(COURIER, None, None, "for rain", Kind.INDIRECT, act=StatementAct.THOUGHT),
)


def _reading(doc, text, statements, **known):
    made = document(doc, text, **known)
    figures = tuple(f for f in FIGURES if doc == "pilot")
    return Reading(made, (), (Span(0, len(text)),), figures, (), (), statements, ())


def spoken(path):
    """Write the archive: two documents, six statements, two speakers."""
    listed = [
        _reading("pilot", PILOT, PILOT_SAYS, title="Pilots meet", outlet="The Pilot",
                 url="https://pilot.example/dinner"),
        _reading("courier", COURIER, COURIER_SAYS),
    ]  # fmt: skip
    dated = replace(listed[0].document, published="2024-03-05", published_precision=Precision.DAY)
    with writing(path) as writer:
        writer.append([replace(listed[0], document=dated), listed[1]], [])
        with writer.transaction() as connection:
            actors = [
                Actor(VARGA, "Ilse Varga", ActorKind.PERSON, None, None, ("Varga",)),
                Actor(ORLAN, "Orlan", ActorKind.STATE, "ORL", "GOV", ()),
            ]
            figures = {("pilot", VARGA): VARGA, ("pilot", ORLAN): ORLAN}
            replace_actors(connection, actors, figures)
            carried = Utterance("u1", ORLAN, 1, 1, "courier", ("pilot:s3",))
            add_utterances(connection, [carried], [])
    return path
