"""What kind of derivation a pair is, told from the edits and never from the score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.model import AlignmentKind, DerivationKind

if TYPE_CHECKING:
    from dragoman.collation.lineage.edits import Tally
    from dragoman.model import Derivation

# Share of words kept. Furniture and typing account for the missing 3 % of a copy.
COPIED, EDITED = 0.97, 0.75
# Below this share of the derived text, the rest of it comes from elsewhere.
EXCERPTED = 0.35
# A spinner exchanges words where they stand: at least one in twelve of those kept, and more words
# exchanged than cut or added.
SPUN = 1 / 12


def of_passage(tally: Tally) -> AlignmentKind:
    """Return how near a passage stands to its origin."""
    if not (tally.swapped or tally.cut or tally.added):
        return AlignmentKind.VERBATIM
    return AlignmentKind.EDITED if tally.likeness >= EDITED else AlignmentKind.REWRITTEN


def of_document(tally: Tally, coverage: float) -> DerivationKind:
    """Return how a document came from another.

    tally: of all aligned passages. coverage: share of the derived document that they make up.
    """
    if coverage < EXCERPTED:
        return DerivationKind.EXCERPT
    if tally.likeness >= COPIED:
        return DerivationKind.COPY
    if tally.swapped > max(SPUN * tally.kept, (tally.cut + tally.added) / 2):
        return DerivationKind.SPUN
    return DerivationKind.EDITED if tally.likeness >= EDITED else DerivationKind.REWRITE


def turned(link: Derivation) -> DerivationKind:
    """Return the kind that a derivation has the other way round."""
    if link.origin_coverage < EXCERPTED:
        return DerivationKind.EXCERPT
    if link.kind is not DerivationKind.EXCERPT:
        return link.kind
    kinds = [alignment.kind for alignment in link.alignments]
    if all(kind is AlignmentKind.VERBATIM for kind in kinds):
        return DerivationKind.COPY
    rewritten = 2 * kinds.count(AlignmentKind.REWRITTEN) > len(kinds)
    return DerivationKind.REWRITE if rewritten else DerivationKind.EDITED
