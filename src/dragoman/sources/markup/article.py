"""The article of a page."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from trafilatura import bare_extraction

from dragoman.model import Code, Draft, Refusal
from dragoman.sources.encoding import decode
from dragoman.sources.markup.scan import scan
from dragoman.sources.markup.stated import stated_by
from dragoman.sources.markup.tree import text_of, tree_of, words_in
from dragoman.sources.plain import with_loss
from dragoman.sources.wording import stored

if TYPE_CHECKING:
    from lxml import html

    from dragoman.sources.markup.scan import Scanned

DECLARED_WITHIN = 2_048
# Entities and white space make the two counts differ by a few words on sound pages.
LOST_SHARE = 0.02
LOST_WORDS = 10


def article_of(page: bytes, charset: str | None = None) -> Draft | Refusal:
    """Return the article of an HTML page with what the page states of it.

    `charset`: declared outside the page, as in an HTTP header.

    Raises:
        InputError: ENCODING.
    """
    decoded = decode(page, charset or declared_charset(page))
    words, replaced = stored(decoded.text)
    if not words.strip():
        return Refusal(Code.EMPTY, "the page is empty")
    scanned = scan(words)
    tree = tree_of(scanned.markup)
    stated = stated_by(tree, scanned.linked_data)
    lost = _lost(scanned, tree)
    text = "" if tree is None else _extracted(tree)
    if not text:
        return _nothing(scanned)
    draft = Draft(text, stated=stated, encoding=decoded.encoding)
    return _with_lost_words(with_loss(draft, decoded.lost + replaced), scanned.beyond, lost)


def declared_charset(page: bytes) -> str | None:
    """Return the charset that a page's head names, None if it names none."""
    head = page[:DECLARED_WITHIN].decode("ascii", "replace").lower()
    for word in ("charset=", "encoding="):
        _, found, rest = head.partition(word)
        if found:
            return "".join(takewhile(_of_label, rest.lstrip(" \"'")))
    return None


def _of_label(character: str) -> bool:
    return character.isalnum() or character in "-_"


def _extracted(tree: html.HtmlElement) -> str:
    body = tree.find("body")
    whole = "" if body is None else text_of(body)
    found = getattr(bare_extraction(tree, include_comments=False), "body", None)
    text = "" if found is None else text_of(found)
    # From a page too short to choose from, trafilatura takes all, as one paragraph.
    taken_whole = text and len(text.split()) >= len(whole.split())
    return stored(whole if taken_whole else text)[0]


def _lost(scanned: Scanned, tree: html.HtmlElement | None) -> int:
    """Return how many words the parser lost, 0 if no more than counting explains."""
    lost = scanned.words - (0 if tree is None else words_in(tree))
    return lost if lost > LOST_WORDS + LOST_SHARE * scanned.words else 0


def _nothing(scanned: Scanned) -> Refusal:
    reason = f"of the page's {scanned.words + scanned.beyond:,} words, none belongs to an article"
    return Refusal(Code.EMPTY_AFTER_EXTRACTION, reason)


def _with_lost_words(draft: Draft, beyond: int, lost: int) -> Draft:
    if beyond:
        note = f"the page has too many blocks; {beyond:,} words after them were not read"
        return replace(draft, code=Code.BLOCKS, note=note, lost=beyond)
    if lost:
        note = f"the page is nested too deep; {lost:,} words were lost by its parser"
        return replace(draft, code=Code.DEPTH, note=note, lost=lost)
    return draft
