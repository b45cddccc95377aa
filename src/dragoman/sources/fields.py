"""What columns, front matter and markup state of a document, under our names."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dragoman.knowledge import listed, table
from dragoman.sources.limits import STATED_CHARS
from dragoman.sources.wording import on_one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

WEB_SCHEMES = ("http", "https")


@cache
def names() -> Mapping[str, tuple[str, ...]]:
    """Return the names under which each field may stand, the best first."""
    return {row["field"]: listed(row["names"]) for row in table("source_fields")}


def told_apart(columns: Mapping[str, object]) -> tuple[dict[str, str], dict[str, object]]:
    """Split columns into what they state of the document and the others.

    The column of the text is in neither. A value that is no text, number or list of texts
    stays among the others.
    """
    by_name = {name.strip().casefold(): name for name in reversed(list(columns))}
    stated, used = dict[str, str](), set[str]()
    for field, known in names().items():
        for name in known:
            column = by_name.get(name)
            value = "" if column is None else _as_text(columns[column])
            if column is not None and value:
                stated[field] = value
                used.add(column)
                break
    extra = {name: value for name, value in columns.items() if name not in used}
    stated.pop("text", None)
    return tidy(stated), extra


def text_column(columns: Mapping[str, object]) -> str | None:
    """Return the name of the column that holds the text, None if there is none."""
    by_name = {name.strip().casefold(): name for name in reversed(list(columns))}
    present = [by_name[name] for name in names()["text"] if name in by_name]
    filled = [name for name in present if columns[name] not in (None, "")]
    return next(iter(filled or present), None)


def tidy(stated: Mapping[str, str]) -> dict[str, str]:
    """Return stated values on one line each, the empty ones and links to no web page left out."""
    lines = {field: on_one_line(value, STATED_CHARS) for field, value in stated.items()}
    if "url" in lines:
        lines["url"] = web_link(lines["url"])
    return {field: value for field, value in lines.items() if value}


def web_link(link: str) -> str:
    """Return `link` if it leads to a web page (http, https), else ""."""
    try:
        parts = urlsplit(link.strip())
    except ValueError:
        return ""
    return link.strip() if parts.scheme in WEB_SCHEMES and parts.netloc else ""


def _as_text(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return ", ".join(value)
    return ""
