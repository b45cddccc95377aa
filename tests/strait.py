"""Invented coverage of an invented quarrel, and what a page is taken apart with."""

from hashlib import sha256

from lxml import html

from dragoman.archive.actors import Actor, replace_actors
from dragoman.archive.kinship import Dependence, add_derivations, replace_families
from dragoman.archive.utterances import Utterance, add_utterances
from dragoman.archive.writer import writing
from dragoman.model import (
    ActorKind,
    Alignment,
    AlignmentKind,
    Change,
    Code,
    Derivation,
    DerivationKind,
    Document,
    Edit,
    Figure,
    Form,
    Input,
    Mention,
    Passage,
    PassageKind,
    Precision,
    Reading,
    Role,
    Span,
    Statement,
    StatementKind,
    Time,
    TimeType,
    Variant,
    Verdict,
)

WIRE = (
    "Varnland closes the strait\n\n"
    "Foreign Minister Ilse Varga closed the strait on 4 March 2024. "
    "“We cannot wait for autocracy to win,” Varga said. "
    "Fishermen protested. Officials fear that trade will suffer."
)
COPY = (
    "Strait shut by Varnland\n\n"
    "“We cannot wait for tyranny to win,” Ilse Varga said. "
    "Officials fear that trade will suffer. A poll is due in 2025.\n\nSubscribe now"
)
ESSAY = "Old waters\n\nOrlan denied that it had mined the strait, 🛳 an envoy believes."


def span(text, words, start=0):
    """Return where the words stand first."""
    at = text.index(words, start)
    return Span(at, at + len(words))


def document(doc, text, title=None, **known):
    """Return a document of that text."""
    stated = {
        "url": None, "outlet": None, "agency": None, "republished_from": None, "byline": None,
        "published": None, "published_precision": Precision.NONE, "language": "en",
        "path": f"/home/somebody/coverage/{doc}.txt", **known,
    }  # fmt: skip
    digest = sha256(text.encode()).hexdigest()
    return Document(doc=doc, title=title, sha256=digest, text=text, chars=len(text), **stated)


def passages(text):
    """Return a headline, paragraphs, and a last line that bids to subscribe."""
    found, at = [], 0
    for number, part in enumerate(text.split("\n\n")):
        kind = PassageKind.BODY if number else PassageKind.HEADLINE
        if part.startswith("Subscribe"):
            kind = PassageKind.BOILERPLATE
        found.append(Passage(Span(at, at + len(part)), kind))
        at += len(part) + 2
    return tuple(found)


def sentences(text):
    """Return the spans of a text's sentences, its headline and furniture left out."""
    body = text.split("\n\n")[1]
    parts = body.replace(". ", ".\n").replace("” ", "” ").split("\n")
    found, at = [], 0
    for part in parts:
        found.append(span(text, part, at))
        at = found[-1].end
    return tuple(found)


def said(text, source, cue, content, kind, *, speaker=None, denial=False, score=0.9):
    """Return a statement made of words of the text."""
    return Statement(
        source=(span(text, source),) if source else (),
        cue=(span(text, cue),) if cue else (),
        content=(span(text, content),),
        kind=kind,
        denial=denial,
        score=score,
        speaker=speaker,
    )


def reading(document, figures=(), mentions=(), *, roles=(), statements=(), times=()):
    """Return a reading of a document."""
    return Reading(
        document, passages(document.text), sentences(document.text),
        figures, mentions, roles, statements, times,
    )  # fmt: skip


def named(text, words, local):
    """Return a mention."""
    return Mention(span(text, words), local, Form.NAME, 0.9)


VARGA = Figure("person:ilse-varga", "Ilse Varga", ActorKind.PERSON)
VARNLAND = Figure("state:VRN", "Varnland", ActorKind.STATE, "VRN", "GOV")
ORLAN = Figure("state:ORL", "Orlan", ActorKind.STATE, "ORL", "GOV")


def readings():
    """Return what three invented documents say."""
    wire = document(
        "wire", WIRE, "Varnland closes the strait", outlet="Northern Wire", agency="Northern Wire",
        byline="Ada Holm", published="2024-03-05", published_precision=Precision.DAY,
        url="https://wire.example/strait?a=1&b=2",
    )  # fmt: skip
    copy = document(
        "copy", COPY, "Strait shut by Varnland", outlet="Daily Boat", agency="Northern Wire",
        published="2024-03", published_precision=Precision.MONTH, url="http://bücher.example/",
    )  # fmt: skip
    yield reading(
        wire,
        (VARGA, VARNLAND),
        (named(WIRE, "Varnland", VARNLAND.local), named(WIRE, "Ilse Varga", VARGA.local)),
        roles=(
            Role(VARGA.local, "Foreign Minister", VARNLAND.local, span(WIRE, "Foreign Minister")),
        ),
        statements=(
            said(WIRE, "Varga said", "said", "“We cannot wait for autocracy to win,”",
                 StatementKind.DIRECT, speaker=VARGA.local),
            said(WIRE, "Officials", "fear", "that trade will suffer", StatementKind.INDIRECT),
        ),
        times=(Time(span(WIRE, "4 March 2024"), TimeType.DATE, "2024-03-04"),),
    )  # fmt: skip
    yield reading(
        copy,
        (VARGA, VARNLAND),
        (named(COPY, "Varnland", VARNLAND.local), named(COPY, "Ilse Varga", VARGA.local)),
        statements=(
            said(COPY, "Ilse Varga", "said", "“We cannot wait for tyranny to win,”",
                 StatementKind.DIRECT, speaker=VARGA.local),
            said(COPY, "Officials", "fear", "that trade will suffer", StatementKind.INDIRECT),
        ),
        times=(Time(span(COPY, "2025"), TimeType.DATE, "2025"),),
    )  # fmt: skip
    yield reading(
        document("essay", ESSAY),
        (ORLAN,),
        (named(ESSAY, "Orlan", ORLAN.local),),
        statements=(
            said(ESSAY, "Orlan", "denied", "that it had mined the strait",
                 StatementKind.INDIRECT, speaker=ORLAN.local, denial=True),
            said(ESSAY, "an envoy", "believes", "Orlan denied", StatementKind.INDIRECT, score=0.3),
        ),
    )  # fmt: skip


def collate_by_hand(connection):
    """Store what comparing the three documents would give."""
    actors = [
        Actor(VARGA.local, VARGA.name, VARGA.kind, None, None, ("Ilse Varga", "Varga")),
        Actor(VARNLAND.local, VARNLAND.name, VARNLAND.kind, "VRN", "GOV", ("Varnland",)),
        Actor(ORLAN.local, ORLAN.name, ORLAN.kind, "ORL", "GOV", ("Orlan",)),
    ]
    of_figure = {(doc, f.local): f.local for doc in ("wire", "copy") for f in (VARGA, VARNLAND)}
    replace_actors(connection, actors, of_figure | {("essay", ORLAN.local): ORLAN.local})
    pairs = (
        ("“We cannot wait for tyranny to win,”", "“We cannot wait for autocracy to win,”",
         AlignmentKind.EDITED),
        ("Officials fear that trade will suffer.", "Officials fear that trade will suffer.",
         AlignmentKind.VERBATIM),
    )  # fmt: skip
    aligned = tuple(Alignment(span(COPY, a), span(WIRE, b), kind) for a, b, kind in pairs)
    note = "copy credits Northern Wire"
    add_derivations(
        connection,
        [Derivation("copy", "wire", note, DerivationKind.EDITED, 0.7, 0.95, 0.9, aligned)],
    )
    families = {"wire": "wire", "copy": "wire", "essay": "essay"}
    replace_families(connection, [Dependence(*named) for named in families.items()])
    new, old = span(COPY, "tyranny"), span(WIRE, "autocracy")
    edit = Edit("autocracy", "tyranny", (new.start, new.end), (old.start, old.end))
    add_utterances(
        connection,
        [
            Utterance("wire:s1", VARGA.local, 2, 1, "wire", ("wire:s1", "copy:s1")),
            Utterance("wire:s2", None, 2, 1, "wire", ("wire:s2", "copy:s2")),
        ],
        [
            Variant("wire:s1", "wire:s1", "wire:s1", Change.SAME, (), True, 1.0),
            Variant("wire:s1", "copy:s1", "wire:s1", Change.WORD_CHANGED, (edit,), True, 0.9),
            Variant("wire:s2", "wire:s2", "wire:s2", Change.SAME, (), False, 1.0),
            Variant("wire:s2", "copy:s2", "wire:s2", Change.SAME, (), False, 1.0),
        ],
    )


def strait(path):
    """Write the archive of the three documents, and of one input that was refused."""
    with writing(path) as writer:
        writer.begin_run({"pipeline": "none", "workers": 0}, {"none": "0"})
        listed = list(readings())
        inputs = [ended(r.document.path, r.document.doc) for r in listed]
        refused = "/home/somebody/coverage/broken.pdf"
        inputs.append(ended(refused, None, f"cannot open /home/somebody/coverage/x, {refused}"))
        writer.append(listed, inputs)
        with writer.transaction() as connection:
            collate_by_hand(connection)
            connection.execute("update runs set started = '2024-04-01T00:00:00+00:00'")
        writer.end_run({"accepted": 3, "refused": 1})
    return path


def ended(path, doc, reason=""):
    """Return how an input ended."""
    verdict, code = (Verdict.ACCEPTED, Code.OK) if doc else (Verdict.REFUSED, Code.UNSUPPORTED)
    digest = sha256(path.encode()).hexdigest()
    return Input(path, "", 10, digest, "text", "utf-8", verdict, code, reason, doc)


def taken_apart(page):
    """Return the page as a tree of elements."""
    return html.document_fromstring(page)
