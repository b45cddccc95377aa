"""One family, drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.collation.stemma.arrangement import arrangement
from dragoman.collation.stemma.hidden import hidden_children, hidden_source
from dragoman.collation.stemma.links import Links
from dragoman.collation.stemma.rows import from_hidden, settled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dragoman.collation.lineage import Text
    from dragoman.model import Derivation, HiddenSource


@dataclass(frozen=True, slots=True)
class Stemma:
    """A family's derivations, ordered by derived and origin document, and its hidden sources.

    Directions agree with each other (no cycle); those of the tree are marked `parent`; each
    document that has its text from a hidden source has a derivation of its own from it.
    """

    derivations: tuple[Derivation, ...]
    sources: tuple[HiddenSource, ...] = ()


def stemma(texts: Iterable[Text], derivations: Sequence[Derivation]) -> Stemma:
    """Draw the family tree of one family.

    Of all trees the one is taken that explains most text by what was there before, against the
    fewest signs of direction. A document has a second parent only if that explains text which the
    first does not. Where siblings are likelier than parent and child, a source outside the pile
    stands above both.

    texts: the documents of the family. derivations: all found between them, as `compare` has them.
    """
    links = Links.among(derivations)
    if not links.docs:
        return Stemma(())
    known = {text.doc: text for text in texts}
    found = arrangement(links)
    tree, sources = dict(found.tree), []
    for root in [doc for doc, origins in sorted(tree.items()) if not origins]:
        children = hidden_children(root, links, tree)
        if children:
            sources.append(hidden_source((root, *children), known, links))
            tree |= dict.fromkeys(children, ())
    rows = [settled(link, tree, found, sources) for link in links.of.values()]
    rows += [row for source in sources for row in from_hidden(source, links)]
    ordered = sorted(rows, key=lambda row: (row.derived, row.origin or "", row.hidden_source or ""))
    return Stemma(tuple(ordered), tuple(sources))
