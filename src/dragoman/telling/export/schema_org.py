"""Statements as schema.org's Quotation and Claim, in one JSON-LD document.

Its context stands inside, so that a JSON-LD processor fetches nothing. Nodes are named as in the
Web Annotations; `dragoman:` marks what schema.org has no word for.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from dragoman.telling.export.citations import article, speaker, statement
from dragoman.telling.export.json_lines import json_line
from dragoman.telling.export.one_file import OneFile
from dragoman.telling.statements import listed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from dragoman.archive.archive import Archive

CONTEXT = {"@vocab": "https://schema.org/", "dragoman": "urn:dragoman:term:"}
# Such documents are put into a page's script element, which "</script>" would end.
SAFE_IN_SCRIPT = str.maketrans({"<": "\\u003c"})
SPEAKERS = "select * from actors where actor in (select speaker from statements) order by actor"
ARTICLES = "select * from documents where doc in (select doc from statements) order by doc"


class SchemaOrg(OneFile):
    """One file: articles, speakers and statements as nodes of one graph."""

    name = "schemaorg"
    suffix = "jsonld"
    table = "statements"

    def put(self, archive: Archive, stream: TextIO) -> None:
        """Write the graph."""
        stream.write(f'{{"@context": {_line(CONTEXT)}, "@graph": [')
        lines = map(_line, _nodes(archive))
        stream.writelines(f"\n{first}" for first in islice(lines, 1))
        stream.writelines(f",\n{line}" for line in lines)
        stream.write("\n]}\n")


def _line(node: dict[str, Any]) -> str:
    return json_line(node).rstrip("\n").translate(SAFE_IN_SCRIPT)


def _nodes(archive: Archive) -> Iterator[dict[str, Any]]:
    for row in archive.connection.execute(ARTICLES):
        yield article(row)
    for row in archive.connection.execute(SPEAKERS):
        yield speaker(row)
    for each in listed(archive):
        yield statement(each)
