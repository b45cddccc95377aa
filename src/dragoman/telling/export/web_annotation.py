"""Receipts as W3C Web Annotations, one JSON-LD object a line.

Web Annotation Data Model, W3C Recommendation of 23 February 2017. Positions are code points over
the stored text, whose SHA-256 is given; UTF-16 offsets stand beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.telling.export.annotations import ANNOTATORS, annotation
from dragoman.telling.export.exporter import chosen_tables
from dragoman.telling.export.json_lines import json_line
from dragoman.telling.export.target import iri, load

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import TextIO

    from dragoman.archive.archive import Archive
    from dragoman.telling.export.exporter import Options
    from dragoman.telling.export.folder import Folder

FILE = "annotations"


class WebAnnotation:
    """One file for all receipts: statements, mentions, times, headlines, aligned passages."""

    name = "webannotation"
    suffix = "jsonl"

    def write(self, archive: Archive, folder: Folder, options: Options) -> list[Path]:
        """Write the receipts of the tables asked for."""
        name = f"{FILE}.{self.suffix}"
        chosen = chosen_tables(options, list(ANNOTATORS))
        with folder.text(name) as stream:
            _put(archive, chosen, stream)
        return [folder.place(name)]

    def print(self, archive: Archive, stream: TextIO, options: Options) -> None:
        """Write the receipts of the table asked for to a stream."""
        _put(archive, chosen_tables(options, list(ANNOTATORS)), stream)


def receipt_as_annotation(archive: Archive, receipt: str) -> dict[str, Any]:
    """Return `doc#start-end` as a Web Annotation without a body.

    Raises:
        ReceiptError: it is malformed, names no document, or lies outside its text.
    """
    cut = archive.receipt(receipt)
    name = iri("receipt", cut.doc, cut.span.start, cut.span.end)
    return annotation(name, "highlighting", None, load(archive, cut.doc).target(cut.span))


def _put(archive: Archive, tables: Sequence[str], stream: TextIO) -> None:
    stream.writelines(map(json_line, _annotations(archive, tables)))


def _annotations(archive: Archive, tables: Sequence[str]) -> Iterator[dict[str, Any]]:
    docs = archive.connection.execute("select doc from documents order by doc").fetchall()
    for (doc,) in docs:
        source = load(archive, doc)
        for table in tables:
            yield from ANNOTATORS[table](archive, source)
