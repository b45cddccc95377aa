"""Documents that share quotations and nothing else, in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.telling.printed.pen import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.archive.archive import Archive

# Pairs of one press conference grow with the square of its reports; data give them all.
MOST_SHOWN = 60
COLUMNS = "select first, second, utterances from shared_quotations"
# Two queries, since each of them starts from the document, and one with "or" from all pairs.
OF_ONE = f"select * from ({COLUMNS} where first = ? union all {COLUMNS} where second = ?)"
ORDER = "order by utterances desc, first, second limit ?"


def shared_quotations(archive: Archive, doc: str | None, most: int = -1) -> list[dict[str, Any]]:
    """Return pairs of documents that share only quotations, those that share most first.

    doc: only the pairs of this document. most: how many at most; negative for all.
    """
    query, values = (COLUMNS, []) if doc is None else (OF_ONE, [doc, doc])
    rows = archive.connection.execute(f"{query} {ORDER}", (*values, most))
    return [dict(row) for row in rows]


def shared_lines(archive: Archive, doc: str | None = None) -> Iterator[str]:
    """Yield a line for each pair that shares only quotations, at most `MOST_SHOWN`."""
    pairs = shared_quotations(archive, doc, MOST_SHOWN + 1)
    if not pairs:
        return
    yield "They share quotations, not how they tell them:"
    for pair in pairs[:MOST_SHOWN]:
        count = pair["utterances"]
        utterances = "1 utterance" if count == 1 else f"{count} utterances"
        yield "  " + one_line(f"{pair['first']} and {pair['second']}: {utterances}")
    if len(pairs) > MOST_SHOWN:
        yield "  ... and more in the table shared_quotations."
