"""Rows with receipts as Web Annotations: what each table's row says about which words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from dragoman.model import PassageKind, Span
from dragoman.telling.export.target import Source, iri, load

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from dragoman.archive.archive import Archive

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"dragoman": "urn:dragoman:term:"}]
PARTS = ("content", "source", "cue")
FLAGS = ("denial", "question", "demand")
CIRCUMSTANCES = ("addressee", "venue", "medium")


def annotation(
    name: str,
    motivation: str,
    body: object,
    target: object,
    **extra: object,
) -> dict[str, Any]:
    """Return a Web Annotation; a body of None is left out, and so are extras of None."""
    optional = {"body": body, **{f"dragoman:{key}": value for key, value in extra.items()}}
    return {
        "@context": CONTEXT,
        "id": name,
        "type": "Annotation",
        "motivation": motivation,
        **{key: value for key, value in optional.items() if value is not None},
        "target": target,
    }


def _headlines(archive: Archive, source: Source) -> Iterator[dict[str, Any]]:
    for row in _rows(archive, "passages", source.doc):
        if row["kind"] == PassageKind.HEADLINE:
            span = Span(row["start"], row["end"])
            name = iri("passage", source.doc, span.start, span.end)
            body = _tag(row["kind"], "classifying")
            yield annotation(name, "classifying", body, source.target(span))


def _statements(archive: Archive, source: Source) -> Iterator[dict[str, Any]]:
    for row in _rows(archive, "statements", source.doc):
        targets = [
            source.target(Span(start, end), **{"dragoman:part": part})
            for part in PARTS
            for start, end in json.loads(row[part])
        ]
        targets += [
            source.target(Span(start, end), **{"dragoman:part": part})
            for part, (start, end) in sorted(json.loads(row["circumstances"]).items())
        ]
        body = [_tag(row["kind"], "classifying")]
        if row["speaker"]:
            body.append(_named("actor", row["speaker"], "identifying"))
        yield annotation(
            iri("statement", row["statement"]),
            "identifying",
            body,
            targets,
            act=row["act"],
            **{flag: bool(row[flag]) for flag in FLAGS},
            **{name: row[name] for name in CIRCUMSTANCES},
            madeOn=row["made_on"],
            utterance=row["utterance"],
            score=row["score"],
            speakerScore=row["speaker_score"],
        )


def _mentions(archive: Archive, source: Source) -> Iterator[dict[str, Any]]:
    for row in _rows(archive, "mentions", source.doc):
        span = Span(row["start"], row["end"])
        name = iri("mention", source.doc, span.start, span.end, row["figure"])
        actor = row["actor"]
        body = _named("actor", actor, "identifying") if actor else _tag(row["figure"], "tagging")
        yield annotation(
            name,
            "identifying" if actor else "tagging",
            body,
            source.target(span),
            form=row["form"],
            score=row["score"],
        )


def _times(archive: Archive, source: Source) -> Iterator[dict[str, Any]]:
    for row in _rows(archive, "times", source.doc):
        span = Span(row["start"], row["end"])
        name = iri("time", source.doc, span.start, span.end)
        body = _tag(row["value"], "tagging")
        yield annotation(name, "tagging", body, source.target(span), timex=row["type"])


def _alignments(archive: Archive, source: Source) -> Iterator[dict[str, Any]]:
    origins: dict[str, Source] = {}
    for row in _rows(archive, "alignments", source.doc, owner="derived"):
        if row["origin"] not in origins:
            origins[row["origin"]] = load(archive, row["origin"])
        here = Span(row["derived_start"], row["derived_end"])
        there = Span(row["origin_start"], row["origin_end"])
        yield annotation(
            iri("alignment", *(row[key] for key in row.keys()[:6])),
            "linking",
            origins[row["origin"]].target(there, purpose="linking"),
            source.target(here),
            alignment=row["kind"],
        )


# By the table whose rows they annotate.
ANNOTATORS: dict[str, Callable[[Archive, Source], Iterator[dict[str, Any]]]] = {
    "passages": _headlines,
    "statements": _statements,
    "mentions": _mentions,
    "times": _times,
    "alignments": _alignments,
}


def _rows(archive: Archive, table: str, doc: str, owner: str = "doc") -> list[sqlite3.Row]:
    order = ", ".join(f'"{name}"' for name in archive.tables[table].columns)
    query = f'select * from {table} where "{owner}" = ? order by {order}'
    return archive.connection.execute(query, (doc,)).fetchall()


def _tag(value: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _named(kind: str, name: str, purpose: str) -> dict[str, Any]:
    return {"type": "SpecificResource", "source": iri(kind, name), "purpose": purpose}
