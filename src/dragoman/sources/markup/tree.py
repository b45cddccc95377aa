"""A page as a tree, and a tree's text with its paragraphs set apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree, html

if TYPE_CHECKING:
    from collections.abc import Iterator

PARAGRAPHS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt", "figcaption",
     "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main",
     "nav", "ol", "p", "pre", "section", "table", "tr", "ul",
     # Those of trafilatura's own tree.
     "head", "item", "list", "quote", "row", "ab", "fw"}
)  # fmt: skip
CELLS = frozenset({"td", "th", "cell"})
LINE_BREAKS = frozenset({"br", "lb"})
# Stands for a line break while white space is collapsed; no parsed text can hold it.
BREAK = "\0"
SILENT = frozenset({"script", "style", "title", "meta", "link", "template"})


def tree_of(markup: str) -> html.HtmlElement | None:
    """Parse scanned markup; None if nothing in it makes an element."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    try:
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return None


def words_in(tree: etree._Element) -> int:
    """Return how many words stand in the tree, counted stretch by stretch."""
    return sum(len(str(words).split()) for words in tree.itertext())


def text_of(tree: etree._Element) -> str:
    """Return the tree's text, white space collapsed, a blank line between paragraphs."""
    return "\n\n".join(_paragraphs(tree))


def _paragraphs(tree: etree._Element) -> Iterator[str]:
    words: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = str(element.tag)
        if tag in PARAGRAPHS:
            yield from _paragraph(words)
            words.clear()
        elif tag in CELLS and event == "end":
            words.append(" ")
        elif tag in LINE_BREAKS and event == "end":
            words.append(BREAK)
        words.append(_said(element, tag, event))
    yield from _paragraph(words)


def _said(element: etree._Element, tag: str, event: str) -> str:
    """Return the words that follow an element's start or its end."""
    if event == "end":
        return element.tail or ""
    return "" if tag in SILENT else element.text or ""


def _paragraph(pieces: list[str]) -> Iterator[str]:
    lines = (" ".join(line.split()) for line in "".join(pieces).split(BREAK))
    words = "\n".join(line for line in lines if line)
    if words:
        yield words
