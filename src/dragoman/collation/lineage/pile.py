"""A whole pile compared: only what could matter, once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dragoman.collation.lineage.candidates import keys, pairs
from dragoman.collation.lineage.compare import compare
from dragoman.collation.lineage.stock import stock
from dragoman.collation.lineage.text import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dragoman.collation.lineage.text import Text
    from dragoman.model import Derivation


def derivations(texts: Iterable[Text]) -> tuple[Derivation, ...]:
    """Return the derivations of a pile, ordered by derived and origin document."""
    pile = {text.doc: text for text in texts}
    furniture = stock({doc: skeletons(text) for doc, text in pile.items()})
    found = (compare(pile[a], pile[b], furniture) for a, b in pairs(_index(pile)))
    return tuple(sorted((d for d in found if d is not None), key=_order))


def skeletons(text: Text) -> frozenset[int]:
    """Return the skeletons of a document's sentences, for `stock`."""
    found = (sentence.skeleton for sentence in sentences(text))
    return frozenset(skeleton for skeleton in found if skeleton is not None)


def _index(pile: Mapping[str, Text]) -> dict[int, list[str]]:
    index: defaultdict[int, list[str]] = defaultdict(list)
    for doc, text in sorted(pile.items()):
        for key in keys([span.cut(text.text) for span in text.sentences]):
            index[key].append(doc)
    return dict(index)


def _order(derivation: Derivation) -> tuple[str, str]:
    return derivation.derived, derivation.origin or ""
