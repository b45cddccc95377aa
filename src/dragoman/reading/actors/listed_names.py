"""Names that a table knows, found in a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.reading.actors.capitals import acts
from dragoman.reading.actors.gazetteer import Sort, gazetteer, states
from dragoman.reading.actors.page import Find

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.reading.actors.gazetteer import Entry
    from dragoman.reading.actors.page import Page

# Languages stand after these ("translated from Chinese into English") and before no noun.
BEFORE_LANGUAGES = frozenset({"in", "into", "from", "speak", "speaks", "spoke", "speaking"})
NOMINAL_TAGS = ("NN", "JJ", "CD", "VBG", "HYPH")
SURE, ADJECTIVE, CITY, SHARED = 0.98, 0.95, 0.85, 0.7


def find_listed(page: Page) -> None:
    """Add the longest names of the tables, left to right, to a page."""
    texts = page.words.texts
    headline = page.paragraph.text.isupper()
    trie = gazetteer().capitals if headline else gazetteer().names
    index = 0
    while index < len(texts):
        match = trie.longest(texts, index)
        if match is None:
            index += 1
            continue
        end, entry = match
        if not (entry.sort is Sort.ADJECTIVE and _language(page, index, end)):
            page.add(_find(page, index, end, entry))
        index = end


def _find(page: Page, start: int, end: int, entry: Entry) -> Find:
    if entry.sort in {Sort.CAPITAL, Sort.SEAT}:
        seat = entry.sort is Sort.SEAT
        figure = entry.figure if acts(page.token(end - 1), seat=seat) else entry.place
        return Find(start, end, figure, CITY, entry)
    score = {Sort.ADJECTIVE: ADJECTIVE, Sort.SHARED: SHARED}.get(entry.sort, SURE)
    return Find(start, end, entry.figure, score, entry)


def _language(page: Page, start: int, end: int) -> bool:
    if not start or page.words.texts[start - 1] not in BEFORE_LANGUAGES or end - start > 1:
        return False
    return end >= len(page.words.texts) or not page.token(end).tag_.startswith(NOMINAL_TAGS)


def resolve_shared(pages: Sequence[Page]) -> None:
    """Give each shared name to the one candidate that the document names, or to nobody."""
    named = {
        find.figure.local
        for page in pages
        for find in page.finds
        if find.figure and not (find.entry and find.entry.sort is Sort.SHARED)
    }
    words = {text for page in pages for text in page.words.texts}
    for page in pages:
        for find in [f for f in page.finds if f.entry and f.entry.sort is Sort.SHARED]:
            _resolve(find, named, words)


def _resolve(find: Find, named: set[str], words: set[str]) -> None:
    entry = find.entry
    bearers = [local for local in entry.candidates if local in named] if entry else []
    if entry and entry.against & words:
        find.figure = None
    elif len(bearers) == 1:
        find.figure = states()[bearers[0].removeprefix("state:")]
