"""One linear pass over a page before a parser sees it.

libxml2 loses what is nested too deep without a word and takes a minute over a tag of a hundred
thousand attributes. So tags beyond a depth are left out (their text stays), overlong tags lose
their attributes, and the words are counted, to be compared with those the parser finds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dragoman.sources.limits import ATTRIBUTES_PER_TAG, BLOCKS, MARKUP_DEPTH, STATED_CHARS

# A tag with a longer stretch of attributes holds data, not statements.
TAG_CHARS = 20_000
LONGEST_NAME = 40
LONGEST_SPACE = 40
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
# Left out with all they hold; `title` and `textarea` are kept, their `<` being no markup.
UNSEEN = frozenset({"script", "style", "template", "svg", "math", "iframe", "object", "noframes"})
RAW = frozenset({"title", "textarea"})
VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
     "source", "track", "wbr"}
)  # fmt: skip
# They close themselves and stand only inside one that is counted.
UNCOUNTED = frozenset({"p", "li", "td", "th", "option"})
CLOSE_THEIR_LIKE = frozenset({"tr", "dd", "dt"})
BLOCK = frozenset(
    {"p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "dd", "dt", "pre",
     "section", "article", "figure", "br"}
)  # fmt: skip
LINKED_DATA = "application/ld+json"

_STOP = re.compile("[\"'>]")
_NAME_END = re.compile(r"[\s/>]")
_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}


@dataclass(slots=True)
class Scanned:
    """Markup fit for a parser.

    words: words outside tags in `markup`. beyond: words left out after too many blocks.
    linked_data: the page's JSON-LD texts.
    """

    markup: str = ""
    words: int = 0
    beyond: int = 0
    linked_data: list[str] = field(default_factory=list)


def scan(page: str) -> Scanned:
    """Return `page` fit for a parser, in time linear in its length."""
    return _Scanner(page).run()


class _Scanner:
    def __init__(self, page: str) -> None:
        self._page = page
        self._low = page.translate(_LOWER)
        self._kept: list[str] = []
        self._open: list[str] = []
        self._dropped: dict[str, int] = {}
        self._blocks = 0
        self._found = Scanned()
        self._no_more: set[str] = set()

    def run(self) -> Scanned:
        place = 0
        while place < len(self._page):
            start = self._find("<", place)
            self._text(place, start)
            place = self._markup(start) if start < len(self._page) else start
        self._found.markup = "".join(self._kept)
        return self._found

    def _find(self, words: str, start: int) -> int:
        """Return where `words` stand next, or the page's end. What was missed once stays missed."""
        if words in self._no_more:
            return len(self._page)
        place = self._low.find(words, start)
        if place < 0:
            self._no_more.add(words)
            return len(self._page)
        return place

    def _text(self, start: int, end: int) -> None:
        words = self._page[start:end]
        count = len(words.split())
        if self._blocks > BLOCKS:
            self._found.beyond += count
        elif words:
            self._found.words += count
            self._kept.append(words)

    def _markup(self, start: int) -> int:
        after = self._page[start + 1 : start + 3]
        if after[:1] in LETTERS:
            return self._start_tag(start)
        if after[:1] == "/" and after[1:] in LETTERS:
            return self._end_tag(start)
        if self._page.startswith("<!--", start):
            return min(self._find("-->", start + 2) + 3, len(self._page))
        if after[:1] in ("!", "?", "/"):
            return min(self._find(">", start) + 1, len(self._page))
        self._keep("&lt;")
        return start + 1

    def _keep(self, words: str) -> None:
        if self._blocks <= BLOCKS:
            self._kept.append(words)

    def _name(self, start: int) -> str:
        window = self._low[start : start + LONGEST_NAME]
        end = _NAME_END.search(window)
        return window[: end.start()] if end else window

    def _start_tag(self, start: int) -> int:
        name = self._name(start + 1)
        end, attributes = self._attributes(start + 1 + len(name))
        if name in UNSEEN:
            return self._unseen(name, start, end)
        tag = self._page[start:end]
        if attributes > ATTRIBUTES_PER_TAG or len(tag) > TAG_CHARS:
            tag = f"<{name}>"
        if self._may_open(name):
            self._blocks += name in BLOCK
            self._keep(tag)
        return self._raw(name, end) if name in RAW else end

    def _may_open(self, name: str) -> bool:
        if name in VOID or name in UNCOUNTED or name in RAW:
            return True
        if name in CLOSE_THEIR_LIKE and self._open and self._open[-1] == name:
            return True
        if len(self._open) >= MARKUP_DEPTH:
            self._dropped[name] = self._dropped.get(name, 0) + 1
            return False
        self._open.append(name)
        return True

    def _end_tag(self, start: int) -> int:
        name = self._name(start + 2)
        end = min(self._find(">", start) + 1, len(self._page))
        if name in UNCOUNTED:
            self._keep(f"</{name}>")
        elif self._dropped.get(name):
            self._dropped[name] -= 1
        elif name in self._open:
            while self._open.pop() != name:
                pass
            self._dropped.clear()
            self._keep(f"</{name}>")
        return end

    def _unseen(self, name: str, start: int, end: int) -> int:
        """Pass over an element that shows no text, and keep it if it holds linked data."""
        closing = self._find(f"</{name}", end)
        if LINKED_DATA in self._low[start : min(end, start + STATED_CHARS)]:
            self._found.linked_data.append(self._page[end:closing])
        return min(self._find(">", closing) + 1, len(self._page))

    def _raw(self, name: str, start: int) -> int:
        closing = self._find(f"</{name}", start)
        words = self._page[start:closing].replace("<", "&lt;")
        self._found.words += 0 if self._blocks > BLOCKS else len(words.split())
        self._keep(f"{words}</{name}>")
        return min(self._find(">", closing) + 1, len(self._page))

    def _attributes(self, start: int) -> tuple[int, int]:
        """Return where a tag ends and how many attributes it has."""
        place, count = start, 0
        while stop := _STOP.search(self._page, place):
            count += len(self._page[place : stop.start()].split())
            if stop.group() == ">":
                return stop.end(), count
            place = stop.end()
            if self._follows_equals(stop.start()):
                closing = self._find(stop.group(), place)
                place = closing + 1 if closing < len(self._page) else place
        return len(self._page), count

    def _follows_equals(self, place: int) -> bool:
        return self._page[max(place - LONGEST_SPACE, 0) : place].rstrip().endswith("=")
