"""What the recogniser names and no table knows: organisations and places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.model import ActorKind, Figure, PassageKind
from dragoman.reading.actors.capitalised import capitalised
from dragoman.reading.actors.institutions import departments, nouns
from dragoman.reading.actors.page import Find
from dragoman.reading.actors.slug import slug

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span as Tokens

    from dragoman.reading.actors.page import Page

KINDS = {
    "ORG": ActorKind.ORGANISATION,
    "GPE": ActorKind.PLACE,
    "LOC": ActorKind.PLACE,
}
PREFIXES = {ActorKind.ORGANISATION: "org", ActorKind.PLACE: "place"}
SCORE = 0.6
SHORTEST_ACRONYM, LONGEST_ACRONYM, LONGEST_NAME = 3, 8, 8


def find_others(pages: Sequence[Page]) -> None:
    """Add organisations and places by the recogniser's word, where they look like names.

    Not in headlines and datelines: their capitals lead it astray ("DHAKA" is no organisation).
    """
    for page in pages:
        if page.headline or page.paragraph.kind is PassageKind.DATELINE:
            continue
        for entity in page.paragraph.parsed.ents:
            if entity.label_ in KINDS:
                _add(page, entity)


def _add(page: Page, entity: Tokens) -> None:
    start, end = page.word_at(entity.start), page.word_at(entity.end)
    texts = page.words.texts
    while start < end and not capitalised(texts[start]):
        start += 1
    while end > start and not (capitalised(texts[end - 1]) or texts[end - 1].isdigit()):
        end -= 1
    if end - start > 1 and texts[end - 1] == "s":
        end -= 2
    kind = KINDS[entity.label_]
    if end > start and page.free(start, end) and _looks_like(page, start, end, kind):
        name = page.text(start, end)
        page.add(Find(start, end, Figure(f"{PREFIXES[kind]}:{slug(name)}", name, kind), SCORE))


def _looks_like(page: Page, start: int, end: int, kind: ActorKind) -> bool:
    """Say whether words look like a name of that kind: a place, an acronym, or several words."""
    texts = page.words.texts[start:end]
    capitals = [t for t in texts if capitalised(t)]
    if len(texts) > LONGEST_NAME or not slug(" ".join(texts)):
        return False
    if all(text in nouns() or text in departments() for text in capitals):
        return False
    if kind is ActorKind.PLACE:
        return len(capitals) == len(texts) and page.token(start).tag_.startswith("NNP")
    if len(texts) == 1:
        return texts[0].isupper() and SHORTEST_ACRONYM <= len(texts[0]) <= LONGEST_ACRONYM
    return sum(len(text) > 1 for text in capitals) > 1


def find_acronyms(pages: Sequence[Page]) -> None:
    """Join an acronym to the name it stands behind in brackets, wherever else it is used."""
    meant: dict[str, Figure] = {}
    for page in pages:
        texts = page.words.texts
        for find in list(page.finds):
            if _bracketed(texts, find.end) and find.figure and find.entry is None:
                meant.setdefault(texts[find.end + 1], find.figure)
    for page in pages if meant else ():
        for index, text in enumerate(page.words.texts):
            held = page.taken[index]
            if text in meant and (
                held is None or (held.entry is None and held.end - held.start == 1)
            ):
                if held:
                    page.drop(held)
                page.add(Find(index, index + 1, meant[text], SCORE + 0.3))


def _bracketed(texts: list[str], at: int) -> bool:
    return (
        at + 2 < len(texts)
        and texts[at] == "("
        and texts[at + 2] == ")"
        and _acronym(texts[at + 1])
    )


def _acronym(text: str) -> bool:
    return text.isupper() and 1 < len(text) <= LONGEST_ACRONYM
