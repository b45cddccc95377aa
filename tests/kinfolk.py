"""An invented family: a wire story, what papers made of it, and a text that no one has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.archive.actors import replace_actors
from dragoman.archive.kinship import (
    Dependence,
    add_derivations,
    replace_families,
    replace_hidden_sources,
)
from dragoman.archive.utterances import Utterance, add_utterances
from dragoman.archive.writer import writing
from dragoman.model import (
    Alignment,
    AlignmentKind,
    Change,
    Derivation,
    DerivationKind,
    Edit,
    HiddenSource,
    Precision,
    Variant,
)
from readings import TWO, plain, span

if TYPE_CHECKING:
    from pathlib import Path

LOST = "lost:gazette"
WIRE = "Pilots met at dawn. Ilse Varga said: “We trust the old ferry.” Rain fell on the quay."
PAPER = "Rain fell on the quay. Ilse Varga said: “We trust the new ferry.” Nobody slept."
TEXTS = {
    "wire": WIRE,
    "paper": PAPER,
    "gazette": "The harbour master resigned. Rain fell on the quay.",
    "herald": "The harbour master resigned. Gulls circled.",
    "merged_page": "Ilse Varga said: “We trust the new ferry.” Gulls circled.",
    "twin": "Ilse Varga said: “We trust the new ferry.” Gulls circled!",
    "stranger": "Ilse Varga said: “We trust the old ferry.” A budget was read.",
}
QUOTED = {"wire": "old", "paper": "new", "merged_page": "new", "twin": "new", "stranger": "old"}
OUTLETS = {"wire": "Coast Wire", "paper": "The Paper <i>", "herald": "Herald & Sons"}
DATES = {"wire": "2024-03-01", "paper": "2024-03-02", "stranger": "2024-03-02"}


def derivation(derived, origin, kind=DerivationKind.SPUN, direction=0.9, **known) -> Derivation:
    """Return a derivation of invented measure."""
    note = known.pop("note", f"{derived} is later")
    return Derivation(derived, origin, note, kind, 0.75, direction, 0.95, **known)


DERIVATIONS = (
    derivation(
        "paper", "wire", parent=True, origin_coverage=0.5,
        alignments=(
            Alignment(span(PAPER, "Rain fell on the quay."), span(WIRE, "Rain fell on the quay."),
                      AlignmentKind.VERBATIM),
            Alignment(span(PAPER, "Ilse Varga said: “We trust the new ferry.”"),
                      span(WIRE, "Ilse Varga said: “We trust the old ferry.”"),
                      AlignmentKind.EDITED),
        ),
    ),
    derivation("gazette", None, DerivationKind.SHARED_SOURCE, parent=True, hidden_source=LOST),
    derivation("herald", None, DerivationKind.SHARED_SOURCE, parent=True, hidden_source=LOST),
    derivation("herald", "gazette", DerivationKind.SHARED_SOURCE, 0.5),
    derivation("merged_page", "paper", DerivationKind.REWRITE, parent=True, note="credits both"),
    derivation("merged_page", "herald", DerivationKind.EXCERPT, parent=True, note="credits both"),
    derivation("merged_page", "wire", DerivationKind.REWRITE),
    derivation("twin", "merged_page", DerivationKind.COPY, 0.5, note="nothing tells"),
)  # fmt: skip
SOURCE = HiddenSource(
    LOST, ("gazette", "herald"), "both credit it", "2024-03-02", "Harbour Press",
    (("gazette", span(TEXTS["gazette"], "The harbour master resigned.")),),
)  # fmt: skip


def family(path: Path) -> Path:
    """Write an archive: a family of six documents and a hidden source, and a stranger."""
    told = [_reading(doc) for doc in TEXTS]
    with writing(path) as writer:
        writer.append(told, [])
        with writer.transaction() as connection:
            _collate(connection)
    return path


def _reading(doc):
    words = f"“We trust the {QUOTED[doc]} ferry.”" if doc in QUOTED else None
    made = plain(doc, TEXTS[doc])
    said = _said(doc, words) if words else ()
    stated = {"title": f"{doc} title", "outlet": OUTLETS.get(doc), "published": DATES.get(doc)}
    precision = Precision.DAY if doc in DATES else Precision.NONE
    named = replace(made.document, published_precision=precision, **stated)
    return replace(made, document=named, statements=said)


def _said(doc, words):
    (statement,) = TWO[0].statements
    text = TEXTS[doc]
    places = {"source": "Ilse Varga", "cue": "said", "content": words}
    spans = {key: (span(text, value),) for key, value in places.items()}
    return (replace(statement, speaker=None, **spans),)


def _collate(connection):
    replace_actors(connection, [], {})
    replace_hidden_sources(connection, [SOURCE])
    add_derivations(connection, DERIVATIONS)
    alone = Dependence("stranger", "stranger")
    kin = [Dependence(doc, "wire") for doc in TEXTS if doc != "stranger"]
    replace_families(connection, [*kin, alone])
    variants = [_variant(doc) for doc in QUOTED]
    statements = tuple(f"{doc}:s1" for doc in QUOTED)
    add_utterances(connection, [Utterance("u1", None, 5, 2, "wire", statements)], variants)


def _variant(doc) -> Variant:
    statement, reference = f"{doc}:s1", "wire:s1"
    if QUOTED[doc] == "old":
        return Variant("u1", statement, reference, Change.SAME, (), True, 1.0)
    here, there = span(TEXTS[doc], "new"), span(WIRE, "old")
    edit = Edit("old", "new", (here.start, here.end), (there.start, there.end))
    parent = {"paper": "wire:s1", "merged_page": "paper:s1"}.get(doc)
    return Variant(
        "u1", statement, reference, Change.MEANING_CHANGED, (edit,), True, 0.9, parent,
        appeared=doc == "paper",
    )  # fmt: skip
