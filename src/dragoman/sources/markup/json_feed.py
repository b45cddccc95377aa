"""The entries of a JSON Feed: https://www.jsonfeed.org/version/1.1/."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.errors import InputError
from dragoman.model import Code, Refusal
from dragoman.sources.encoding import decode
from dragoman.sources.markup.entry import Entry, draft_of_entry
from dragoman.sources.naming import Members
from dragoman.sources.rows import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dragoman.model import Draft


def entries_of_json(data: bytes) -> Iterator[Draft | Refusal]:
    """Yield a draft, or why there is none, for each item.

    Raises:
        InputError: the bytes hold no JSON Feed.
    """
    decoded = decode(data)
    feed = parsed(decoded.text)
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(feed, dict) or not isinstance(items, list):
        raise InputError.malformed("The JSON Feed has no list of items")
    members = Members()
    for item in items:
        if isinstance(item, dict):
            entry = _entry(feed, item)
            yield draft_of_entry(entry, members.name(entry.key), decoded.encoding)
        else:
            yield Refusal(Code.MALFORMED, "the item is no object", members.name(""))


def _entry(feed: Mapping[str, object], item: Mapping[str, object]) -> Entry:
    stated = {
        "title": _text(item.get("title")),
        "url": _text(item.get("url")),
        "published": _text(item.get("date_published")),
        "byline": _names(item) or _names(feed),
        "outlet": _text(feed.get("title")),
        "language": _text(item.get("language")) or _text(feed.get("language")),
    }
    content = _text(item.get("content_html")) or _escaped(_text(item.get("content_text")))
    summary = _escaped(_text(item.get("summary")))
    return Entry(content or summary, stated["url"] or _text(item.get("id")), stated)


def _names(holder: Mapping[str, object]) -> str:
    authors = holder.get("authors") or [holder.get("author")]
    named = authors if isinstance(authors, list) else []
    names = [_text(author.get("name")) for author in named if isinstance(author, dict)]
    return ", ".join(filter(None, names))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")
