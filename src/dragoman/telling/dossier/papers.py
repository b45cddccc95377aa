"""The documents of an archive as the page speaks of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from dragoman.telling.dossier.dates import Days, days
from dragoman.telling.dossier.links import Link, link
from dragoman.telling.dossier.receipts import Receipts

if TYPE_CHECKING:
    import sqlite3

OPENING_WORDS_CHARS = 72


@dataclass(frozen=True, slots=True)
class Paper:
    """A document: its number on the page, what is known of it, its text.

    name: title, or its opening words where it has none (`titled` tells). label: who published it,
    as far as it says. file: the last part of the path it was read from.
    """

    number: int
    doc: str
    name: str
    titled: bool
    label: str
    outlet: str | None
    agency: str | None
    republished_from: str | None
    byline: str | None
    published: Days | None
    link: Link | None
    language: str | None
    file: str
    family: str
    verdict: str
    text: str = field(repr=False)

    @property
    def anchor(self) -> str:
        """The page's anchor of the document."""
        return f"d{self.number}"

    @property
    def when(self) -> str:
        """When it was published, in words."""
        return self.published.words if self.published else "undated"

    @property
    def chars(self) -> int:
        """Length of the text in code points."""
        return len(self.text)


@dataclass(frozen=True, slots=True)
class Pile:
    """All documents by name, in reading order: families together, the earliest first."""

    papers: dict[str, Paper]
    families: dict[str, tuple[Paper, ...]]
    receipts: Receipts
    connection: sqlite3.Connection

    def family(self, doc: str) -> str:
        """Return the family of a document."""
        return self.papers[doc].family


def pile(connection: sqlite3.Connection) -> Pile:
    """Load the documents of an archive."""
    rows = connection.execute(
        "select d.*, coalesce(f.family, d.doc) as family, coalesce((select i.verdict from inputs i"
        " where i.doc = d.doc and i.verdict in ('accepted', 'partly')"
        " order by i.path, i.member, i.sha256 limit 1), 'accepted') as verdict,"
        " exists (select 1 from lineage l where l.derived = d.doc and l.origin is not null)"
        " as derived"
        " from documents d left join families f on f.doc = d.doc"
    ).fetchall()
    families: defaultdict[str, list[sqlite3.Row]] = defaultdict(list)
    for row in rows:
        families[row["family"]].append(row)
    ordered = sorted(
        (sorted(members, key=_place) for members in families.values()), key=lambda m: _place(m[0])
    )
    numbered = enumerate((row for members in ordered for row in members), 1)
    papers = {row["doc"]: _paper(number, row) for number, row in numbered}
    grouped = {
        members[0]["family"]: tuple(papers[row["doc"]] for row in members) for members in ordered
    }
    receipts = Receipts({doc: paper.number for doc, paper in papers.items()})
    return Pile(papers, grouped, receipts, connection)


def _place(row: sqlite3.Row) -> tuple[bool, str, bool, str]:
    known = days(row["published"])
    first = known.first.isoformat() if known else ""
    return known is None, first, bool(row["derived"]), row["doc"]


def _paper(number: int, row: sqlite3.Row) -> Paper:
    title, text = row["title"], row["text"]
    return Paper(
        number=number,
        doc=row["doc"],
        name=title or _opening_words(text),
        titled=bool(title),
        label=row["outlet"] or row["republished_from"] or row["doc"],
        outlet=row["outlet"],
        agency=row["agency"],
        republished_from=row["republished_from"],
        byline=row["byline"],
        published=days(row["published"]),
        link=link(row["url"]),
        language=_language(row["language"]),
        file=PurePosixPath(row["path"].replace("\\", "/")).name,
        family=row["family"],
        verdict=row["verdict"],
        text=text,
    )


def _opening_words(text: str) -> str:
    start = " ".join(text[: OPENING_WORDS_CHARS * 2].split())
    if len(start) <= OPENING_WORDS_CHARS:
        return start
    return start[:OPENING_WORDS_CHARS].rpartition(" ")[0] + " …"


def _language(language: str | None) -> str | None:
    fits = language and language.isascii() and language.isalpha() and len(language) in {2, 3}
    return language if fits else None
