"""What an archive says of its documents, in the rows that the scorer reads."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from dragoman.collation.lineage import passages
from dragoman.collation.lineage.edits import steps
from dragoman.collation.lineage.words import words
from dragoman.model import LEAST_STATED, Alignment, AlignmentKind, DerivationKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dragoman.archive.archive import Archive
    from dragoman.collation.lineage.words import Word

KINDS = {
    DerivationKind.COPY: "copy",
    DerivationKind.EXCERPT: "excerpt",
    DerivationKind.EDITED: "light_edit",
    DerivationKind.SPUN: "heavy_rewrite",
    DerivationKind.REWRITE: "heavy_rewrite",
    DerivationKind.TRANSLATED: "heavy_rewrite",
    DerivationKind.SHARED_SOURCE: "shared_source",
}

Row = dict[str, Any]


def claims(archive: Archive) -> Iterator[Row]:
    """Yield derivations, hidden sources and pairs that share quotations, documents by slug."""
    texts = dict(archive.connection.execute("select doc, text from documents").fetchall())
    aligned = alignments(archive)
    hidden = defaultdict[str, list[str]](list)
    for row in archive.lineage:
        if row["origin"] is None:
            hidden[row["hidden_source"]].append(row["derived"])
        else:
            yield _claim(row, aligned[row["derived"], row["origin"]], texts)
    for _, docs in sorted(hidden.items()):
        yield {"hidden_source": sorted(docs)}
    for row in archive.shared_quotations:
        yield {"derived": row["first"], "origin": row["second"], "kind": "shared_quotes"}


def alignments(archive: Archive) -> Mapping[tuple[str, str], list[Alignment]]:
    """Return the aligned sentences of each pair, derived document first."""
    found = defaultdict[tuple[str, str], list[Alignment]](list)
    for row in archive.alignments:
        derived = Span(row["derived_start"], row["derived_end"])
        origin = Span(row["origin_start"], row["origin_end"])
        alignment = Alignment(derived, origin, AlignmentKind(row["kind"]))
        found[row["derived"], row["origin"]].append(alignment)
    return found


def directed(row: Mapping[str, Any]) -> bool:
    """Say whether an archive's reader is told who had it from whom."""
    return row["direction_score"] >= LEAST_STATED and row["kind"] != DerivationKind.SHARED_SOURCE


def _claim(row: Mapping[str, Any], aligned: Sequence[Alignment], texts: Mapping[str, str]) -> Row:
    joined = passages(aligned)
    told: Row = {
        "derived": row["derived"],
        "origin": row["origin"],
        "kind": KINDS[DerivationKind(row["kind"])],
        "score": row["score"],
        "alignments": [[*_ends(one.derived), *_ends(one.origin)] for one in joined],
        "edits": list(_edits(aligned, texts[row["derived"]], texts[row["origin"]])),
    }
    told |= {"parent": True} if row["parent"] else {}
    return told | ({} if directed(row) else {"direction": "unknown"})


def _edits(aligned: Sequence[Alignment], derived: str, origin: str) -> Iterator[list[int]]:
    for one in aligned:
        after = tuple(words(derived, one.derived.start, one.derived.end))
        before = tuple(words(origin, one.origin.start, one.origin.end))
        for step in steps(before, after):
            come = _stretch(after, step.c, step.d, one.derived)
            yield [*come, *_stretch(before, step.a, step.b, one.origin)]


def _stretch(told: Sequence[Word], first: int, last: int, within: Span) -> tuple[int, int]:
    """Return where words stand; where none do, the empty stretch before the next one."""
    if first < last:
        return told[first].start, told[last - 1].end
    at = told[first].start if first < len(told) else within.end
    return at, at


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
