"""Sources that are not in the pile, known by what several documents have from them."""

from __future__ import annotations

from itertools import combinations
from math import log
from typing import TYPE_CHECKING

from dragoman.model import HiddenSource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dragoman.collation.lineage import Text
    from dragoman.collation.stemma.links import Links
    from dragoman.model import Span

PREFIX = "lost:"
LEAST_ODDS = 0.005


def hidden_children(
    root: str, links: Links, tree: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Return the documents that, with a root of the tree, go back to a text outside the pile.

    All its children, if together they speak for that; else those that do so each by itself.
    """
    children = sorted(doc for doc, origins in tree.items() if origins and origins[0] == root)
    children = [doc for doc in children if len(tree[doc]) == 1]
    odds = {doc: _odds(root, doc, links) for doc in children}
    if children and sum(odds.values()) > 0:
        return tuple(children)
    return tuple(doc for doc in children if odds[doc] > 0)


def _odds(root: str, doc: str, links: Links) -> float:
    """Return the log odds that two documents are siblings and not parent and child."""
    link = links.of[frozenset((root, doc))]
    ahead = link.direction_score if link.derived == doc else 1 - link.direction_score
    apart = min(1 - LEAST_ODDS, max(LEAST_ODDS, link.apart))
    return log(apart / max(LEAST_ODDS, (1 - apart) * ahead))


def hidden_source(docs: Sequence[str], texts: Mapping[str, Text], links: Links) -> HiddenSource:
    """Say what can be known of the source that documents have in common.

    Its text is told by the one of them that shares most with the others.
    """
    ranked = sorted(docs, key=lambda doc: (-_shared(doc, docs, links), doc))
    dates = [texts[doc].published for doc in docs]
    known = sorted(date for date in dates if date)
    agencies = {texts[doc].agency for doc in docs}
    agency = agencies.pop() if len(agencies) == 1 else None
    before = known[0] if known else None
    return HiddenSource(
        hidden_source=f"{PREFIX}{min(docs)}",
        docs=tuple(sorted(docs)),
        note=_note(docs, before, agency, _why(docs, links)),
        before=before,
        agency=agency,
        passages=tuple((ranked[0], span) for span in _places(ranked[0], ranked[1:], links)),
    )


def _shared(doc: str, docs: Sequence[str], links: Links) -> int:
    found = (links.between(doc, other) for other in docs if other != doc)
    return sum(link.kept for link in found if link is not None)


def _places(doc: str, others: Sequence[str], links: Links) -> list[Span]:
    """Return the passages of a document that any other has too, each once."""
    return sorted(
        {
            place
            for other in others
            if links.between(doc, other) is not None
            for place in links.places(other, doc)
        }
    )


def _why(docs: Sequence[str], links: Links) -> str:
    """Return what speaks for it, in the words of the pair that speaks most."""
    found = [links.between(one, other) for one, other in combinations(sorted(docs), 2)]
    best = max((link for link in found if link is not None), key=lambda link: link.apart)
    return best.source_note


def _note(docs: Sequence[str], before: str | None, agency: str | None, why: str) -> str:
    told = f"a text outside the pile, from which {_listed(sorted(docs))} have what they share"
    told += f"; all of them credit {agency}" if agency else ""
    told += f"; not younger than {before}" if before else ""
    return f"{told} ({why})"


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"
