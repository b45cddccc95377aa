"""One family, drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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

    texts: the documents of the family. derivations: all found between them.
    """
    return Stemma(tuple(derivations))
