"""The documents' texts, cut where statements, mentions and receipts begin and end."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.telling.dossier.wording import quotations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dragoman.telling.dossier.actors import ActorCard
    from dragoman.telling.dossier.papers import Paper, Pile
    from dragoman.telling.dossier.sayings import Saying


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words between two cuts: anchors that begin and end here, CSS classes, actor to link to."""

    begin: tuple[str, ...]
    words: str
    classes: str
    actor: str
    end: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, caption or piece of page furniture, and its first code point."""

    kind: str
    start: int
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class FullText:
    """A document's whole text."""

    paper: Paper
    blocks: tuple[Block, ...]


Marks = list[tuple[int, int, str]]
# CSS classes; short, since they stand thousands of times on the page.
SOURCE, CUE, REPORTED, QUOTED = "s", "c", "r", "q"
# Set on the first stretch alone of what is denied.
DENIED = "n"


def full_texts(
    pile: Pile, said: Iterable[Saying], cards: Mapping[str, ActorCard]
) -> tuple[FullText, ...]:
    """Cut all texts. Call it last: it sets an anchor for every receipt given out before."""
    marks: defaultdict[str, Marks] = defaultdict(list)
    for saying in said:
        marks[saying.paper.doc] += _marks(saying)
    for doc, start, end, actor in pile.connection.execute(
        'select doc, start, "end", actor from mentions where actor is not null order by 1, 2, 3, 4'
    ):
        if actor in cards and cards[actor].anchor:
            marks[doc].append((start, end, "#" + cards[actor].anchor))
    blocks: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for doc, start, kind in pile.connection.execute(
        "select doc, start, kind from passages order by 1, 2"
    ):
        blocks[doc].append((start, kind))
    return tuple(
        FullText(p, _blocks(p, blocks[p.doc], marks[p.doc], pile.receipts.places(p.doc)))
        for p in pile.papers.values()
    )


def _marks(saying: Saying) -> Iterator[tuple[int, int, str]]:
    """Yield a statement's spans by CSS class: source, cue, denied, reported and quoted words."""
    if saying.denial:
        start = saying.content[0][0]
        yield start, start, DENIED
    for start, end in saying.source:
        yield start, end, SOURCE
    for start, end in saying.cue:
        yield start, end, CUE
    for start, end in saying.content:
        yield start, end, QUOTED if saying.kind == "direct" else REPORTED
        if saying.kind == "mixed":
            for a, b in quotations(saying.paper.text[start:end]):
                yield start + a, start + b, QUOTED


def _blocks(
    paper: Paper, starts: list[tuple[int, str]], marks: Marks, places: list[tuple[int, int]]
) -> tuple[Block, ...]:
    """Cut a text into blocks that leave nothing out; white space between them ends the first."""
    kinds = dict(starts) or {0: "body"}
    first = min(kinds)
    if first:
        kinds[0] = kinds.pop(first) if not paper.text[:first].strip() else "body"
    found: list[Block] = []
    for start, stretches in _cut(paper, kinds, marks, places):
        found.append(Block(kinds[start], start, tuple(stretches)))
    return tuple(block for block in found if block.stretches)


def _cut(
    paper: Paper, kinds: Mapping[int, str], marks: Marks, places: list[tuple[int, int]]
) -> list[tuple[int, list[Stretch]]]:
    text, anchor = paper.text, paper.anchor
    opening, closing = _edges(marks)
    begin: defaultdict[int, list[str]] = defaultdict(list)
    end: defaultdict[int, list[str]] = defaultdict(list)
    for a, b in places:
        begin[a].append(f"{anchor}-{a}-{b}")
        if f"{anchor}-e{b}" not in end[b]:
            end[b].append(f"{anchor}-e{b}")
    cuts = sorted({*opening, *closing, *begin, *end, *kinds, len(text)} & set(range(len(text) + 1)))
    active: Counter[str] = Counter()
    found: list[tuple[int, list[Stretch]]] = []
    for at, following in pairwise(cuts):
        active.subtract(closing[at])
        active.update(opening[at])
        if at in kinds:
            found.append((at, []))
        words = text[at:following]
        if following in kinds or following == len(text):
            words = words.rstrip()
        stretch = _stretch(words, active, tuple(begin[at]), tuple(end[following]))
        del active[DENIED]
        if stretch.words or stretch.begin or stretch.end:
            found[-1][1].append(stretch)
    return found


def _edges(marks: Marks) -> tuple[defaultdict[int, list[str]], defaultdict[int, list[str]]]:
    opening: defaultdict[int, list[str]] = defaultdict(list)
    closing: defaultdict[int, list[str]] = defaultdict(list)
    for start, end, name in marks:
        opening[start].append(name)
        if end > start:
            closing[end].append(name)
    return opening, closing


def _stretch(
    words: str, active: Counter[str], begin: tuple[str, ...], end: tuple[str, ...]
) -> Stretch:
    names = sorted(name for name, count in active.items() if count > 0)
    actor = next((name for name in names if name.startswith("#")), "")
    classes = [name for name in names if not name.startswith("#")]
    if QUOTED in classes and REPORTED in classes:
        classes.remove(REPORTED)
    return Stretch(begin, words, " ".join(classes), actor, end)
