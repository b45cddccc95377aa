"""Altered quotations of an archive, one row for each edge on which words or speaker changed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rapidfuzz.distance import Levenshtein

from dragoman.collation.lineage.words import words
from dragoman.collation.texts import Texts
from dragoman.model import Change, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dragoman.archive.archive import Archive

# Quotations of one statement that are less alike are two parts of it, not one part altered.
LEAST_LIKENESS = 0.5
# The benchmark follows no shorter ones: "fat guys" for "fat cats" counts neither way.
LEAST_WORDS = 3
MARKS = "“”„‟«»‹›\"'‘’`"


@dataclass(frozen=True, slots=True)
class Quoted:
    """What a wording of an utterance has in quotation marks, and how the archive classes it."""

    statement: str
    doc: str
    change: Change
    parent: str | None
    speaker: str | None
    quotations: tuple[tuple[Span, tuple[str, ...]], ...]


def quotation_changes(archive: Archive) -> Iterator[dict[str, dict[str, Any]]]:
    """Yield quotations whose words or speakers differ between the two ends of a derivation.

    One quotation may stand in two statements; it is told of once.
    """
    carried = _carried(archive)
    for row in archive.lineage:
        derived, origin = carried[row["derived"]], carried[row["origin"]]
        found = {
            change["d_span"][0]: change
            for utterance in sorted(derived.keys() & origin.keys())
            for later in derived[utterance]
            for change in _changes(later, _taken_from(later, origin[utterance]))
        }
        yield from ({"quote_change": change} for _, change in sorted(found.items()))


def _carried(archive: Archive) -> Mapping[str | None, Mapping[str, list[Quoted]]]:
    """Return by document and utterance the wordings that stand in quotation marks."""
    pile = Texts(archive.connection)
    found = defaultdict[str | None, dict[str, list[Quoted]]](dict)
    statements = {row["statement"]: row for row in archive.statements}
    for row in archive.variants:
        statement = statements[row["statement"]]
        text = pile[statement["doc"]]
        contents = [Span(start, end) for start, end in statement["content"]]
        quoted = Quoted(
            row["statement"],
            statement["doc"],
            Change(row["change"]),
            row["parent_statement"],
            statement["speaker"],
            tuple(
                (inner, tuple(word.form for word in words(text.text, inner.start, inner.end)))
                for quotation in text.quotations
                if any(quotation.overlaps(content) for content in contents)
                for inner in [inside(text.text, quotation)]
            ),
        )
        found[quoted.doc].setdefault(row["utterance"], []).append(quoted)
    return found


def inside(text: str, quotation: Span) -> Span:
    """Return what stands between the marks of a quotation."""
    start, end = quotation.start, quotation.end
    while start < end - 1 and text[start] in MARKS:
        start += 1
    while end > start + 1 and text[end - 1] in MARKS:
        end -= 1
    return Span(start, end)


def _taken_from(later: Quoted, earlier: Sequence[Quoted]) -> Quoted:
    """Return the wording that the archive names as the parent, else the most alike."""
    for one in earlier:
        if one.statement == later.parent:
            return one
    return max(earlier, key=lambda one: _likeness(_spoken(later), _spoken(one)))


def _changes(later: Quoted, earlier: Quoted) -> Iterator[dict[str, Any]]:
    for span, spoken in later.quotations if earlier.quotations else ():
        before, meant = max(earlier.quotations, key=lambda one: _likeness(spoken, one[1]))
        if _likeness(spoken, meant) < LEAST_LIKENESS or len(spoken) < LEAST_WORDS:
            continue
        altered = _altered(meant, spoken)
        if altered or _moved(later, earlier):
            yield {
                "derived": later.doc,
                "origin": earlier.doc,
                "d_span": [span.start, span.end],
                "o_span": [before.start, before.end],
                "change": "wording" if altered else "speaker",
            }


def _altered(before: Sequence[str], after: Sequence[str]) -> bool:
    """Say whether words were changed, and not only run together or cut off at an end."""
    long, short = sorted(("".join(before), "".join(after)), key=len, reverse=True)
    return not (long.startswith(short) or long.endswith(short))


def _moved(later: Quoted, earlier: Quoted) -> bool:
    """Say whether the archive gives the words to another in one of the two alone."""
    moved = [one.change is Change.ATTRIBUTION_CHANGED for one in (later, earlier)]
    return moved[0] != moved[1]


def _spoken(quoted: Quoted) -> tuple[str, ...]:
    return tuple(word for _, spoken in quoted.quotations for word in spoken)


def _likeness(one: Sequence[str], other: Sequence[str]) -> float:
    return Levenshtein.normalized_similarity(one, other)
