"""Invented readings, made by hand: what the archive's and the exports' tests store."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from pathlib import Path

HEADLINE = "Varnland denies ferry pact"
FIRST = f"{HEADLINE}\n\nForeign Minister Ilse Varga said on 4 March: “We will not sign 🛳 papers.”"
SECOND = "Reports say so.\n\nIlse Varga said: “We will never sign 🛳 papers,” at noon."


def span(text: str, words: str) -> Span:
    """Return where the words stand first."""
    start = text.index(words)
    return Span(start, start + len(words))


def document(doc: str, text: str, **known: object) -> Document:
    """Return a document of that text."""
    stated = {"url": None, "outlet": None, "language": "en", "title": None, "extra": {}, **known}
    return Document(
        doc=doc, path=f"coverage/{doc}.txt", agency=None, republished_from=None, byline=None,
        published="2024-03", published_precision=Precision.MONTH,
        sha256=sha256(text.encode()).hexdigest(), text=text, chars=len(text), **stated,
    )  # fmt: skip


def plain(doc: str, text: str, **known: object) -> Reading:
    """Return a reading with one statement over the whole text, if it has words."""
    whole = Span(0, len(text)) if text.strip() else None
    said = [_statement((), (), (whole,), StatementKind.INDIRECT)] if whole else []
    return Reading(document(doc, text, **known), (), (), (), (), (), tuple(said), ())


def reading(doc: str, text: str, words: str) -> Reading:
    """Return a reading in which Ilse Varga says the words."""
    first_line = Span(0, text.index("\n"))
    name = span(text, "Ilse Varga")
    statement = _statement(
        (name,), (span(text, "said"),), (span(text, words),), StatementKind.DIRECT, "p1"
    )
    return Reading(
        document=document(doc, text, title=text[: first_line.end], extra={"desk": "=1+1", "n": 2}),
        passages=(Passage(first_line, PassageKind.HEADLINE),),
        sentences=(Span(first_line.end + 2, len(text)),),
        figures=(
            Figure("p1", "Ilse Varga", ActorKind.PERSON),
            Figure("state:VRN", "Varnland", ActorKind.STATE, "VRN", "GOV"),
        ),
        mentions=(Mention(name, "p1", Form.NAME, 0.9),),
        roles=(Role("p1", "foreign minister", "state:VRN", name),),
        statements=(statement,),
        times=(Time(span(text, "said"), TimeType.DATE, "2024-03-04"),),
    )


def _statement(source, cue, content, kind, speaker=None) -> Statement:
    return Statement(
        source, cue, content, kind, denial=speaker is not None, score=0.75, speaker=speaker
    )


def ended(doc: str | None, path: str, verdict: Verdict = Verdict.ACCEPTED) -> Input:
    """Return how an input ended."""
    code = Code.OK if verdict is Verdict.ACCEPTED else Code.EMPTY
    reason = "" if verdict is Verdict.ACCEPTED else "nothing in it"
    return Input(
        path, "", 10, sha256(path.encode()).hexdigest(), "text", "utf-8", verdict, code, reason, doc
    )


TWO = (
    reading("first", FIRST, "“We will not sign 🛳 papers.”"),
    reading("second", SECOND, "“We will never sign 🛳 papers,”"),
)


def two_documents(path: Path) -> Path:
    """Write an archive of two documents that share an utterance, collated by hand."""
    with writing(path) as writer:
        writer.begin_run({"pipeline": "none"}, {"none": "0"})
        inputs = [ended(r.document.doc, r.document.path) for r in TWO]
        writer.append(TWO, [*inputs, ended(None, "coverage/empty.txt", Verdict.REFUSED)])
        with writer.transaction() as connection:
            collate_by_hand(connection)
        writer.end_run({"accepted": 2, "refused": 1})
    return path


def collate_by_hand(connection) -> None:
    """Store what comparing the two documents would give."""
    varga, varnland = "person:ilse-varga", "state:VRN"
    actors = [
        Actor(varga, "Ilse Varga", ActorKind.PERSON, None, None, ("Ilse Varga", "Varga")),
        Actor(varnland, "Varnland", ActorKind.STATE, "VRN", "GOV", ()),
    ]
    of_figure = {(doc, "p1"): varga for doc in ("first", "second")}
    of_figure |= {(doc, varnland): varnland for doc in ("first", "second")}
    replace_actors(connection, actors, of_figure)
    here, there = span(SECOND, "sign 🛳 papers"), span(FIRST, "sign 🛳 papers")
    aligned = (Alignment(here, there, AlignmentKind.VERBATIM),)
    add_derivations(
        connection,
        [
            Derivation("second", "first", "dates", DerivationKind.EDITED, 0.5, 0.9, 0.8, aligned),
            Derivation("first", None, "credits a wire", DerivationKind.COPY, 0.2, 0.5, 0.6),
        ],
    )
    replace_families(connection, [Dependence(doc, "first") for doc in ("first", "second")])
    changed = span(SECOND, "never"), span(FIRST, "not")
    edit = Edit("not", "never", *((s.start, s.end) for s in changed))
    add_utterances(
        connection,
        [Utterance("u1", varga, 2, 1, "first", ("first:s1", "second:s1"))],
        [
            Variant("u1", "second:s1", "first:s1", Change.WORD_CHANGED, (edit,), True, 0.9),
            Variant("u1", "first:s1", "first:s1", Change.SAME, (), True, 1.0),
        ],
    )
