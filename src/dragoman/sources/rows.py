"""One row of JSON, JSON lines or a table becomes one draft."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING

from dragoman.errors import InputError
from dragoman.model import Code, Draft, Refusal
from dragoman.sources.fields import text_column, told_apart
from dragoman.sources.limits import JSON_DEPTH, JSON_NODES
from dragoman.sources.plain import with_loss
from dragoman.sources.wording import stored

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def parsed(words: str) -> object:
    """Return what a JSON text holds. NaN, infinities and numbers beyond floats stay as written.

    Raises:
        InputError: MALFORMED (also on a key that stands twice in one object) or DEPTH.
    """
    if words.count("[") + words.count("{") > JSON_NODES:
        raise InputError.malformed("The JSON text holds too many lists and objects")
    try:
        value = json.loads(
            words, parse_constant=str, parse_float=_number, object_pairs_hook=_distinct
        )
    except RecursionError as error:
        raise InputError.too_deep("The JSON text") from error
    except ValueError as error:
        raise InputError.malformed(f"No JSON: {error}") from error
    _check_depth(value)
    return value


def _check_depth(value: object) -> None:
    level = [value]
    for _ in range(JSON_DEPTH):
        level = [part for whole in level for part in _parts(whole)]
        if not level:
            return
    raise InputError.too_deep("The JSON text")


def _parts(whole: object) -> Iterable[object]:
    if isinstance(whole, dict):
        return whole.values()
    return whole if isinstance(whole, list) else ()


def draft_of_row(row: object, member: str, encoding: str) -> Draft | Refusal:
    """Return the draft of one row, or why it is none."""
    if not isinstance(row, dict):
        return Refusal(Code.MALFORMED, "the row is no object with named fields", member)
    column = text_column(row)
    if column is None:
        return Refusal(Code.NO_TEXT, "the row has no field 'text'", member)
    if not isinstance(row[column], str):
        return Refusal(Code.MALFORMED, f"the field {column!r} is no text", member)
    return _draft(row, column, member, encoding)


def _draft(row: Mapping[str, object], column: str, member: str, encoding: str) -> Draft:
    text, lost = stored(str(row[column]))
    stated, extra = told_apart(row)
    kept = {stored(name)[0]: _storable(extra[name]) for name in extra if name != column}
    return with_loss(Draft(text, member, stated, kept, encoding=encoding), lost)


def _storable(value: object) -> object:
    """Return a value as it is, half surrogate pairs in its strings replaced."""
    clean, lost = stored(json.dumps(value, ensure_ascii=False))
    return json.loads(clean) if lost else value


def _number(digits: str) -> float | str:
    value = float(digits)
    return value if math.isfinite(value) else digits


def _distinct(pairs: list[tuple[str, object]]) -> dict[str, object]:
    row = dict(pairs)
    if len(row) < len(pairs):
        raise InputError.malformed("A key stands twice in one JSON object")
    return row
