"""Utterances that several documents carry, each wording against the reference."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.archive.stemma import Member
from dragoman.errors import UsageError
from dragoman.model import Change, Edit

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from dragoman.archive.archive import Archive

# The worst first. Those that change words inside quotation marks put them into a mouth.
WORST_FIRST = (
    Change.MEANING_CHANGED, Change.ATTRIBUTION_CHANGED, Change.WORD_CHANGED, Change.MARKS_ADDED,
    Change.TRANSLATED, Change.MARKS_DROPPED, Change.TRUNCATED, Change.PUNCTUATION, Change.SAME,
)  # fmt: skip
ALTERING = WORST_FIRST[:4]
_CASES = " ".join(f"when '{change}' then {rank}" for rank, change in enumerate(WORST_FIRST))
RANK = f"case v.change {_CASES} end"
# Changes outside quotation marks come after all those inside.
LISTED = (
    "select u.utterance, u.speaker, a.name, u.documents, u.families,"
    f" min({RANK} + (1 - v.in_quotation_marks) * {len(WORST_FIRST)}) as worst"
    " from utterances u join variants v on v.utterance = u.utterance"
    " left join actors a on a.actor = u.speaker"
    " where u.documents > 1 and (? is null or exists (select 1 from statements s"
    " where s.utterance = u.utterance and s.speaker = ?))"
    " group by u.utterance having worst < ? order by worst, u.documents desc, u.utterance"
)
WORDINGS = (
    "select v.*, s.doc, s.content, s.kind, s.speaker, d.title, d.outlet, d.published,"
    " p.doc as parent_doc from variants v join statements s on s.statement = v.statement"
    " join documents d on d.doc = s.doc left join statements p on p.statement = v.parent_statement"
    " where v.utterance = ?"
    f" order by v.statement <> v.reference_statement, {RANK}, d.published is null, d.published,"
    " v.statement"
)
KNOWN = "select 1 from actors where actor = ?"
PARENTS = (
    "select coalesce(origin, hidden_source) from lineage where derived = ? and parent"
    " and coalesce(origin, hidden_source) is not null order by 1"
)


@dataclass(frozen=True, slots=True)
class Wording:
    """An utterance as one statement words it.

    passages: where its words stand, in code points into the document's text, and the words.
    change, edits: how it differs from the reference; `before` and `reference_span` are the
    reference's. in_marks: whether changed words stand inside quotation marks. appeared: whether
    these words first stand here. taken_from: the document whose wording it has, as the family
    tree tells. parents: of its document in the tree.
    """

    statement: str
    document: Member
    passages: tuple[tuple[int, str], ...]
    speaker: str | None
    change: Change
    edits: tuple[Edit, ...]
    in_marks: bool
    is_reference: bool
    appeared: bool
    taken_from: str | None
    parents: tuple[str, ...]

    @property
    def receipt(self) -> str:
        """Receipt of what was said, from its first to its last passage."""
        ends = [start + len(words) for start, words in self.passages]
        return f"{self.document.doc}#{self.passages[0][0]}-{max(ends)}"

    @property
    def altered(self) -> bool:
        """Say whether words were changed inside quotation marks."""
        return self.in_marks and self.change in ALTERING


@dataclass(frozen=True, slots=True)
class Utterance:
    """The same thing said once in the world: its wordings, the reference first, then the worst.

    speaker: an actor, or None; name: the actor's.
    """

    utterance: str
    speaker: str | None
    name: str | None
    documents: int
    families: int
    wordings: tuple[Wording, ...]


def utterances(
    archive: Archive, *, altered: bool = False, speaker: str | None = None
) -> Iterator[Utterance]:
    """Yield the utterances that two documents or more carry, those altered worst first.

    altered: only those whose words were changed inside quotation marks. speaker: only those that
    some document gives to this actor.

    Raises:
        UsageError: the archive holds no such actor.
    """
    with archive.snapshot():
        if speaker is not None and not archive.connection.execute(KNOWN, (speaker,)).fetchone():
            raise UsageError.unknown_actor(speaker)
        most = len(ALTERING) if altered else 2 * len(WORST_FIRST)
        for row in archive.connection.execute(LISTED, (speaker, speaker, most)):
            told = archive.connection.execute(WORDINGS, (row["utterance"],)).fetchall()
            wordings = tuple(_wording(archive, found) for found in told)
            yield Utterance(
                row["utterance"], row["speaker"], row["name"], row["documents"], row["families"],
                tuple(wording for wording in wordings if wording.passages),
            )  # fmt: skip


def _wording(archive: Archive, row: sqlite3.Row) -> Wording:
    doc, connection = row["doc"], archive.connection
    return Wording(
        statement=row["statement"],
        document=Member(doc, row["title"], row["outlet"], row["published"]),
        passages=tuple(_passage(connection, doc, *span) for span in json.loads(row["content"])),
        speaker=row["speaker"],
        change=Change(row["change"]),
        edits=tuple(
            Edit(e["from"], e["to"], tuple(e["span"]), tuple(e["reference_span"]))
            for e in json.loads(row["edits"])
        ),
        in_marks=bool(row["in_quotation_marks"]),
        is_reference=row["statement"] == row["reference_statement"],
        appeared=bool(row["appeared"]),
        taken_from=row["parent_doc"],
        parents=tuple(name for (name,) in connection.execute(PARENTS, (doc,))),
    )


def _passage(connection: sqlite3.Connection, doc: str, start: int, end: int) -> tuple[int, str]:
    # SQLite counts code points, as we do, but from 1.
    query = "select substr(text, ?, ?) from documents where doc = ?"
    (words,) = connection.execute(query, (start + 1, end - start, doc)).fetchone()
    return start, words
