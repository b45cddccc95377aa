"""Statements in lines: who said what, to whom, where and when."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from dragoman.model.told import joined
from dragoman.telling.printed.pen import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dragoman.archive.stemma import Member
    from dragoman.model.told import ToldStatement
    from dragoman.telling.statements import Listed

UNKNOWN = "Nobody named"


def by_document(statements: Iterable[Listed]) -> Iterator[str]:
    """Yield the lines of statements that come document by document."""
    for document, told in groupby(statements, key=lambda each: each.document):
        yield one_line(_about(document))
        for each in told:
            yield "  " + one_line(f"{_speaker(each)}{_circumstances(each.told)}:")
            yield from _said(each)
        yield ""


def by_speaker(statements: Iterable[Listed]) -> Iterator[str]:
    """Yield the lines of statements that come speaker by speaker."""
    for _, told in groupby(statements, key=lambda each: each.speaker_key):
        first = True
        for each in told:
            if first:
                yield one_line(_named(each.told))
            first = False
            yield "  " + one_line(f"{each.document.doc}{_circumstances(each.told)}:")
            yield from _said(each)
        yield ""


def _about(document: Member) -> str:
    known = (document.doc, document.outlet, document.published, document.title)
    return " · ".join(text for text in known if text)


def _named(told: ToldStatement) -> str:
    """Return who speaks; where only the source's words are known, as they stand."""
    ident = f" ({told.speaker})" if told.speaker else ""
    return f"{told.who or UNKNOWN}{ident}"


def _speaker(each: Listed) -> str:
    return _named(each.told) + (" [speaker doubtful]" if each.speaker_doubtful else "")


def _circumstances(told: ToldStatement) -> str:
    known = (
        ("", joined(told.cue)),
        ("to ", told.addressee),
        ("venue: ", told.venue),
        ("in ", told.medium),
        ("on ", told.made_on),
        ("", None if told.made_on else told.when),
    )
    return "".join(f" · {before}{words}" for before, words in known if words)


def _said(each: Listed) -> Iterator[str]:
    told = each.told
    yield "    " + one_line(joined(told.content))
    about = [f"{told.kind} {told.act}", *told.flags, f"{told.score:.2f}"]
    yield "    " + one_line(" · ".join([each.receipt, *about, *["doubtful"] * each.doubtful]))
