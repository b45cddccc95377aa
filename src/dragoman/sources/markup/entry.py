"""An entry of a feed becomes a draft."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.model import Code, Draft, Refusal
from dragoman.sources.fields import tidy
from dragoman.sources.markup.scan import scan
from dragoman.sources.markup.tree import text_of, tree_of
from dragoman.sources.wording import stored

if TYPE_CHECKING:
    from collections.abc import Mapping

# An entry's words are a summary or one article.
ENTRY_CHARS = 2_000_000


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of one entry. content: text or HTML. key: its address or id."""

    content: str
    key: str
    stated: Mapping[str, str] = field(default_factory=dict)


def draft_of_entry(entry: Entry, member: str, encoding: str) -> Draft | Refusal:
    """Return the entry's draft; one without content or too large is refused."""
    if len(entry.content) > ENTRY_CHARS:
        return Refusal(Code.TOO_LARGE, f"the entry is larger than {ENTRY_CHARS:,}", member)
    text = stored(plain_text(entry.content))[0]
    if not text:
        return Refusal(Code.NO_TEXT, "the entry has no content", member)
    return Draft(text, member, tidy({**entry.stated, "title": title_of(entry)}), encoding=encoding)


def title_of(entry: Entry) -> str:
    """Return the title as text: feeds may give it as HTML."""
    return " ".join(plain_text(entry.stated.get("title", "")).split())


def plain_text(words: str) -> str:
    """Return what a piece of HTML says; a text without markup stays as it is, trimmed."""
    if "<" not in words and "&" not in words:
        return words.strip()
    tree = tree_of(scan(words).markup)
    return "" if tree is None else text_of(tree)
