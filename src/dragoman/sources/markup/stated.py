"""What a page's markup states of itself: JSON-LD, OpenGraph, meta elements, title, language.

schema.org names: https://schema.org/NewsArticle; OpenGraph: https://ogp.me.
"""

from __future__ import annotations

import json
from html import unescape
from typing import TYPE_CHECKING

from dragoman.knowledge import listed, table
from dragoman.sources.fields import tidy, web_link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml import etree

# One page's linked data; longer texts are product catalogues.
LINKED_DATA_CHARS = 500_000
NODES = 2_000


def stated_by(tree: etree._Element | None, linked_data: Iterable[str]) -> dict[str, str]:
    """Return what a page states, by field; where sources differ, linked data goes first."""
    stated = {} if tree is None else {**_elements(tree), **_metas(tree)}
    for article in _articles(linked_data):
        stated.update(tidy(_of_article(article)))
        break
    return tidy(stated)


def _elements(tree: etree._Element) -> dict[str, str]:
    title = next(tree.iter("title"), None)
    stated = {
        "title": "" if title is None else "".join(str(words) for words in title.itertext()),
        "language": tree.get("lang") or tree.get("xml:lang") or "",
    }
    for link in tree.iter("link"):
        if (link.get("rel") or "").strip().lower() == "canonical":
            stated["url"] = web_link(link.get("href") or "")
    return tidy(stated)


def _metas(tree: etree._Element) -> dict[str, str]:
    contents: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        contents.setdefault(name.strip().lower(), []).append(meta.get("content") or "")
    stated: dict[str, str] = {}
    for row in table("page_metas"):
        values = [contents[name] for name in listed(row["names"]) if any(contents.get(name, ()))]
        if values:
            stated[row["field"]] = ", ".join(dict.fromkeys(filter(None, values[0])))
    return tidy(stated)


def _articles(linked_data: Iterable[str]) -> Iterator[Mapping[str, object]]:
    kinds = {row["type"] for row in table("article_types")}
    for words in linked_data:
        for node in _nodes(words):
            named = node.get("@type")
            if kinds & set(map(str, named if isinstance(named, list) else [named])):
                yield node


def _nodes(words: str) -> Iterator[Mapping[str, object]]:
    """Yield the objects of a JSON-LD text, the outer before the inner, at most `NODES`."""
    if len(words) > LINKED_DATA_CHARS:
        return
    try:
        waiting: list[object] = [json.loads(words, strict=False)]
    except (ValueError, RecursionError):
        return
    for node in waiting:
        if len(waiting) < NODES:
            waiting.extend(_within(node))
        if isinstance(node, dict):
            yield node


def _within(node: object) -> list[object]:
    if isinstance(node, dict):
        node = list(node.values())
    return (
        [part for part in node if isinstance(part, dict | list)] if isinstance(node, list) else []
    )


def _of_article(article: Mapping[str, object]) -> dict[str, str]:
    origin = _first(article.get("isBasedOn"))
    publisher = origin.get("publisher") if isinstance(origin, dict) else None
    return {
        "title": _named(article.get("headline")) or _named(article.get("name")),
        "published": _named(article.get("datePublished")),
        "byline": _named(article.get("author")),
        "outlet": _named(article.get("publisher")),
        "agency": _named(article.get("sourceOrganization")),
        "language": _named(article.get("inLanguage")),
        "republished_from": _named(publisher) or _title(origin),
        "url": _address(article),
    }


def _title(origin: object) -> str:
    """Return the name of a work; an address alone names no publisher."""
    name = _named(origin)
    return "" if web_link(name) else name


def _address(article: Mapping[str, object]) -> str:
    page = _first(article.get("mainEntityOfPage"))
    page = page.get("@id") if isinstance(page, dict) else page
    return web_link(_named(article.get("url")) or _named(page))


def _first(value: object) -> object:
    return value[0] if isinstance(value, list) and value else value


def _named(value: object) -> str:
    """Return a name: of a text, of an object with a name, of a list of these."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_one_name, value)))
    return _one_name(value)


def _one_name(value: object) -> str:
    name = (value.get("name") or value.get("alternateName")) if isinstance(value, dict) else value
    return unescape(name) if isinstance(name, str) else ""
