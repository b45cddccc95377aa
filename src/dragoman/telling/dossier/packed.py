"""Rows of a side-by-side view as offsets, for the page's script to cut from the documents."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dragoman.telling.dossier.wording import differences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dragoman.telling.dossier.rows import Row, Span


def packed(derived: str, origin: str, rows: Iterable[Row]) -> str:
    """Return rows as JSON: [kind, moved, origin, derived] each.

    A side is [start, end, start of a marked stretch, its end, ...] in code points of its text, or
    null where its text has nothing.
    """
    listed = []
    for row in rows:
        gone, come = differences(origin, row.origin, derived, row.derived, row.kind)
        listed.append([row.kind, row.moved, _side(row.origin, gone), _side(row.derived, come)])
    return json.dumps(listed, separators=(",", ":"))


def _side(span: Span | None, marks: Sequence[Span]) -> list[int] | None:
    return span and [*span, *(at for mark in marks for at in mark)]
