"""Nodes of schema.org: articles, speakers, and what they said as Quotation or Claim."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from dragoman.model import ActorKind, StatementKind
from dragoman.model.told import joined
from dragoman.telling.export.target import iri

if TYPE_CHECKING:
    import sqlite3

    from dragoman.model.told import ToldStatement, Words
    from dragoman.telling.statements import Listed

Node = dict[str, Any]

# A state that speaks is its government; an agreement or a law "says" what is written in it.
TYPES: dict[str, str | list[str]] = {
    ActorKind.STATE: ["Country", "GovernmentOrganization"],
    ActorKind.ORGANISATION: "Organization",
    ActorKind.PERSON: "Person",
    ActorKind.GROUP: "Organization",
    ActorKind.PLACE: "Place",
    ActorKind.AGREEMENT: "CreativeWork",
    ActorKind.LAW: "Legislation",
    ActorKind.FORUM: "Organization",
    ActorKind.EXERCISE: "Event",
}
FLAGS = ("denial", "question", "demand")


def article(row: sqlite3.Row) -> Node:
    """Return a document as a NewsArticle."""
    return _known(
        {
            "@id": iri("document", row["doc"]),
            "@type": "NewsArticle",
            "identifier": row["doc"],
            "headline": row["title"],
            "url": row["url"],
            "datePublished": row["published"],
            "inLanguage": row["language"],
            "publisher": _publisher(row["outlet"]),
            "dragoman:sha256": row["sha256"],
        }
    )


def speaker(row: sqlite3.Row) -> Node:
    """Return an actor who speaks, of the type that suits its kind."""
    return _known(
        {
            "@id": iri("actor", row["actor"]),
            "@type": TYPES.get(row["kind"], "Thing"),
            "identifier": row["actor"],
            "name": row["name"],
            "alternateName": json.loads(row["aliases"]),
        }
    )


def statement(listed: Listed) -> Node:
    """Return a statement: a Quotation if all of it is verbatim, else a Claim.

    A denial is a Claim whose text holds the words that deny; what is denied stands in its `about`
    as a Claim of nobody's.
    """
    told = listed.told
    in_article = {"@id": iri("document", listed.document.doc)}
    verbatim = told.kind is StatementKind.DIRECT and not told.denial
    place = {"isPartOf": in_article} if verbatim else _appearances(listed, in_article)
    node = {
        "@id": iri("statement", listed.statement),
        "@type": "Quotation" if verbatim else "Claim",
        "identifier": listed.statement,
        "text": _denial(told) if told.denial else joined(told.content),
        "about": _denied(told),
        "author": {"@id": iri("actor", told.speaker)} if told.speaker else None,
        "creditText": joined(told.source),
        **place,
        "dateCreated": told.made_on,
        "audience": _named("Audience", told.addressee),
        "locationCreated": _named("Place", told.venue),
    }
    return _known({**node, **_beyond_schema_org(listed)})


def _appearances(listed: Listed, in_article: Node) -> Node:
    """Return where a claim stands, who put it into words there, and where it stood first."""
    first = listed.first_doc
    return {
        "appearance": in_article,
        "firstAppearance": {"@id": iri("document", first)} if first else None,
        "claimInterpreter": _publisher(listed.document.outlet),
    }


def _beyond_schema_org(listed: Listed) -> Node:
    told = listed.told
    flags = {f"dragoman:{flag}": True if getattr(told, flag) else None for flag in FLAGS}
    return {
        "dragoman:receipt": listed.receipt,
        "dragoman:kind": told.kind,
        "dragoman:act": told.act,
        **flags,
        "dragoman:medium": told.medium and told.medium.text,
        "dragoman:when": told.when and told.when.text,
        "dragoman:score": told.score,
        "dragoman:speakerScore": told.speaker_score,
        "dragoman:utterance": listed.utterance,
    }


def _denial(told: ToldStatement) -> str:
    """Return the words that deny and what they deny, as they follow each other in the text."""
    if not told.cue:
        return f"Denied: {joined(told.content)}"
    return joined(sorted((*told.cue, *told.content), key=lambda words: words.start))


def _denied(told: ToldStatement) -> Node | None:
    return {"@type": "Claim", "text": joined(told.content)} if told.denial else None


def _publisher(outlet: str | None) -> Node | None:
    return {"@type": "Organization", "name": outlet} if outlet else None


def _named(kind: str, words: Words | None) -> Node | None:
    return {"@type": kind, "name": words.text} if words else None


def _known(node: Node) -> Node:
    """Leave out what is not known."""
    return {key: value for key, value in node.items() if value not in (None, "", [])}
