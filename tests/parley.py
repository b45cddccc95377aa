"""Invented coverage of invented talks, in which every kind of statement is made."""

from dragoman.archive.actors import Actor, replace_actors
from dragoman.archive.kinship import Dependence, replace_families
from dragoman.archive.utterances import Utterance, add_utterances
from dragoman.archive.writer import writing
from dragoman.model import (
    ActorKind,
    Change,
    Figure,
    Form,
    Mention,
    Passage,
    PassageKind,
    Reading,
    Span,
    Statement,
    StatementAct,
    StatementKind,
    Time,
    TimeType,
    Variant,
)
from strait import document, ended, span

GAZETTE = (
    "“The ford stays open,” Chancellor Odo Brandt told the Ferry Post at the Mill summit "
    "on Monday. "
    "He wrote in a letter that tolls would fall. Brandt believes the pact will hold. "
    "He wants to meet the Ostmark council. Brandt asked whether the bridge was safe. "
    "Ostmark demanded that the guns be moved. "
    "Ostmark denied that it had closed the ford on 3 May 2021. "
    "Brandt said the River League had warned him of floods. "
    "Officials said “no barge” had passed. It is thought that more will come."
)
COURIER = "“The ford stays open,” Brandt told a reporter. Brandt said: “The ford stays open.”"
NOTICE = "“The ford is open,” said Odo Brandt. An aide may have said that he was tired."
TEXTS = {"gazette": GAZETTE, "courier": COURIER, "notice": NOTICE}
BRANDT = Figure("person:odo-brandt", "Odo Brandt", ActorKind.PERSON)
OSTMARK = Figure("state:OST", "Ostmark", ActorKind.STATE, "OST", "GOV")
LEAGUE = Figure("org:river-league", "River League", ActorKind.ORGANISATION)
FIGURES = (BRANDT, OSTMARK, LEAGUE)


def told(doc, source, cue, content, kind="indirect", *, speaker=None, score=0.9, **known):
    """Return a statement; `known` holds words for spans, and the statement's other fields."""
    text = TEXTS[doc]
    at = text.index(content)
    near = max(0, text.rfind(". ", 0, at) + 1)
    spans = {
        name: span(text, known.pop(name), near)
        for name in ("addressee", "venue", "medium", "when")
        if name in known
    }
    return Statement(
        source=(span(text, source, near),) if source else (),
        cue=(span(text, cue, near),) if cue else (),
        content=(Span(at, at + len(content)),),
        kind=StatementKind(kind),
        denial=known.pop("denial", False),
        act=StatementAct(known.pop("act", "speech")),
        score=score,
        speaker=speaker.local if speaker else None,
        **spans,
        **known,
    )


def statements():
    """Return the statements of each document."""
    return {
        "gazette": (
            told("gazette", "Chancellor Odo Brandt", "told", "“The ford stays open,”", "direct",
                 speaker=BRANDT, addressee="the Ferry Post", venue="at the Mill summit",
                 when="on Monday", made_on="2021-05-03"),
            told("gazette", "He", "wrote", "that tolls would fall", speaker=BRANDT,
                 act="writing", medium="letter"),
            told("gazette", "Brandt", "believes", "the pact will hold", speaker=BRANDT,
                 act="thought"),
            told("gazette", "He", "wants", "to meet the Ostmark council", speaker=BRANDT,
                 act="intent", speaker_score=0.4),
            told("gazette", "Brandt", "asked", "whether the bridge was safe", speaker=BRANDT,
                 question=True),
            told("gazette", "Ostmark", "demanded", "that the guns be moved", speaker=OSTMARK,
                 demand=True),
            told("gazette", "Ostmark", "denied", "that it had closed the ford on 3 May 2021",
                 speaker=OSTMARK, denial=True),
            told("gazette", "Brandt", "said", "the River League had warned him of floods",
                 speaker=BRANDT),
            told("gazette", "the River League", "had warned", "of floods", speaker=LEAGUE),
            told("gazette", "Officials", "said", "“no barge” had passed", "mixed"),
            told("gazette", "", "It is thought", "that more will come", act="thought"),
        ),
        "courier": (
            told("courier", "Brandt", "told", "“The ford stays open,”", "direct", speaker=BRANDT),
            told("courier", "Brandt", "said:", "“The ford stays open.”", "direct", speaker=BRANDT),
        ),
        "notice": (
            told("notice", "Odo Brandt", "said", "“The ford is open,”", "direct", speaker=BRANDT),
            told("notice", "An aide", "may have said", "that he was tired", score=0.3),
        ),
    }  # fmt: skip


def readings():
    """Return what the documents say."""
    for doc, text in TEXTS.items():
        whole = Span(0, len(text))
        named = [(f, text.index(f.name)) for f in FIGURES if f.name in text] or [(BRANDT, 0)]
        yield Reading(
            document(doc, text, outlet=f"The {doc.title()}", published="2021-05-04"),
            (Passage(whole, PassageKind.BODY),),
            (whole,),
            FIGURES,
            tuple(Mention(Span(a, a + 3), f.local, Form.NAME, 0.9) for f, a in named),
            (),
            statements()[doc],
            times(text),
        )


def times(text):
    """Return the dates that a text names."""
    if "3 May 2021" not in text:
        return ()
    return (Time(span(text, "3 May 2021"), TimeType.DATE, "2021-05-03"),)


def parley(path):
    """Write the archive; the Courier goes back to the Gazette."""
    with writing(path) as writer:
        listed = list(readings())
        writer.begin_run({"pipeline": "none", "workers": 0}, {"none": "0"})
        writer.append(listed, [ended(r.document.path, r.document.doc) for r in listed])
        with writer.transaction() as connection:
            actors = [Actor(f.local, f.name, f.kind, f.country, f.sector, ()) for f in FIGURES]
            of = {(doc, f.local): f.local for doc in TEXTS for f in FIGURES}
            replace_actors(connection, actors, of)
            families = {"gazette": "gazette", "courier": "gazette", "notice": "notice"}
            replace_families(connection, [Dependence(*pair) for pair in families.items()])
            add_utterances(connection, *utterances())
        writer.end_run({"accepted": len(listed)})
    return path


def utterances():
    """Return what is said in several places, and how the wordings differ."""
    wordings = ("gazette:s1", "courier:s1", "courier:s2", "notice:s1")
    changes = (Change.SAME, Change.SAME, Change.SAME, Change.TRANSLATED)
    variants = [
        Variant("gazette:s1", s, "gazette:s1", change, (), False, 1.0)
        for s, change in zip(wordings, changes, strict=True)
    ]
    return [Utterance("gazette:s1", BRANDT.local, 3, 2, "gazette", wordings)], variants
