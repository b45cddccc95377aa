"""The entries of RSS and Atom feeds.

RSS 2.0: https://www.rssboard.org/rss-specification; Atom: RFC 4287. No entity is expanded and
nothing is fetched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from dragoman.errors import InputError
from dragoman.model import Code, Refusal
from dragoman.sources.encoding import decode
from dragoman.sources.fields import web_link
from dragoman.sources.markup.article import declared_charset
from dragoman.sources.markup.entry import Entry, draft_of_entry
from dragoman.sources.markup.references import with_sound_references
from dragoman.sources.naming import Members
from dragoman.sources.wording import stored

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.model import Draft

CONTENT = ("encoded", "content", "description", "summary")
DATES = ("pubdate", "published", "date", "issued", "updated")
AUTHORS = ("creator", "author")
# Within the last bytes of a whole feed its root element is closed.
TAIL_CHARS = 2_000
PROLOG_CHARS = 4_096


def entries_of_xml(data: bytes) -> Iterator[Draft | Refusal]:
    """Yield a draft, or why there is none, for each entry, then what of the feed was lost.

    Raises:
        InputError: the bytes hold no feed.
    """
    decoded = decode(data, declared_charset(data))
    words = stored(decoded.text)[0]
    parser = _parser()
    root = etree.fromstring(with_sound_references(_without_prolog(words)).encode(), parser)
    if root is None:
        raise InputError.malformed("The XML file holds no element")
    entries = list(root.iter("{*}item", "{*}entry"))
    members, channel = Members(), root.find("{*}channel")
    for element in entries:
        entry = _entry(element, root if channel is None else channel)
        yield draft_of_entry(entry, members.name(entry.key), decoded.encoding)
    yield from _loss(root, words, parser, entries)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
        huge_tree=False, recover=True, remove_comments=True, remove_pis=True,
    )  # fmt: skip


def _without_prolog(words: str) -> str:
    """Return the XML without its declaration: the words are decoded already."""
    words = words.lstrip()
    if not words.startswith("<?xml"):
        return words
    end = words.find("?>", 0, PROLOG_CHARS)
    return words[end + 2 :].lstrip() if end > 0 else words


def _loss(
    root: etree._Element, words: str, parser: etree.XMLParser, entries: list[etree._Element]
) -> Iterator[Refusal]:
    if any("depth" in error.message.lower() for error in parser.error_log):
        yield Refusal(Code.DEPTH, "the feed is nested too deep; what is below was lost", "rest")
    elif f"</{root.prefix + ':' if root.prefix else ''}{_tag(root)}" not in words[-TAIL_CHARS:]:
        yield Refusal(Code.TRUNCATED, "the feed ends too early", "rest")
    elif not entries:
        yield Refusal(Code.NO_TEXT, "the feed has no entries", "rest")


def _tag(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _entry(element: etree._Element, channel: etree._Element) -> Entry:
    children: dict[str, etree._Element] = {}
    for child in element:
        children.setdefault(_tag(child).lower(), child)
    link = _link(element)
    source = children.get("source")
    stated = {
        "title": _words(children.get("title")),
        "url": link,
        "published": _first(children, DATES),
        "byline": _first(children, AUTHORS),
        "outlet": _words(channel.find("{*}title")),
        "republished_from": _source(source),
        "language": _language(channel),
    }
    return Entry(_first(children, CONTENT), link or _first(children, ("guid", "id")), stated)


def _first(children: dict[str, etree._Element], names: tuple[str, ...]) -> str:
    found = (_words(children.get(name)) for name in names)
    return next((words for words in found if words), "")


def _words(element: etree._Element | None) -> str:
    """Return an element's words; XHTML inside keeps its tags, an Atom person gives the name."""
    if element is None:
        return ""
    name = element.find("{*}name")
    if name is not None:
        element = name
    if element.get("type") == "xhtml":
        return etree.tostring(element, encoding="unicode", with_tail=False)
    words = "".join(str(piece) for piece in element.itertext(with_tail=True)).strip()
    plain = element.get("type") == "text"
    return words.replace("&", "&amp;").replace("<", "&lt;") if plain else words


def _source(source: etree._Element | None) -> str:
    """Return the feed an entry is taken from: RSS names it in the element, Atom inside."""
    if source is None:
        return ""
    title = source.find("{*}title")
    return _words(source if title is None else title)


def _link(element: etree._Element) -> str:
    """Return the entry's address: RSS gives it as text, Atom as the alternate link."""
    for link in element.iterfind("{*}link"):
        if link.get("rel", "alternate") == "alternate":
            address = web_link(link.get("href") or link.text or "")
            if address:
                return address
    return ""


def _language(channel: etree._Element) -> str:
    told = channel.get("{http://www.w3.org/XML/1998/namespace}lang")
    return told or _words(channel.find("{*}language"))
