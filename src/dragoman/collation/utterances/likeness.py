"""Whether two statements report the same words said once.

Two statements of one speaker on one topic share names and turns of phrase; one statement in two
wordings shares most of its words in their order. Passages that are known to be aligned, because
one document goes back to the other, need less.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel, LCSseq

from dragoman.collation.lineage.words import rarity
from dragoman.collation.utterances.saying import wording
from dragoman.collation.utterances.translated import translated
from dragoman.model import StatementKind

if TYPE_CHECKING:
    from dragoman.collation.utterances.saying import Saying

# Words below which a fragment says too little to be known by its wording.
LEAST_WORDS = 4
# Share of words in common order (both sides) that makes one utterance: where speakers agree or
# one is unknown, where they differ, and where the passages are aligned.
SAME_SPEAKER, OTHER_SPEAKER, ALIGNED = 0.6, 0.8, 0.45
# Share of the shorter wording that stands in the longer, and its least summed rarity, for a
# shortened quotation.
CONTAINED, LEAST_MASS = 0.85, 2500
# Share of content that reported words must have in common: in unaligned documents, and aligned.
REPORTED, REPORTED_ALIGNED = 0.75, 0.3
# Share of words in common order, and of content, of two translations of one quotation.
TRANSLATED = 0.45

# Share of letters in common order that makes two fragments of aligned passages one.
SPELLED = 0.75


class Likeness(NamedTuple):
    """Two wordings set side by side, 0 to 1.

    order: share of words in common order. held: share of the shorter that stands in the longer.
    content: rarity-weighted share of all content words in common.
    """

    order: float
    held: float
    content: float

    @property
    def best(self) -> float:
        """The strongest of the three."""
        return max(self)


def likeness(a: Saying, b: Saying) -> Likeness:
    """Measure how alike two statements are worded."""
    first, second = wording(a), wording(b)
    forms_a, forms_b = [w.stem for w in first.words], [w.stem for w in second.words]
    if not forms_a or not forms_b:
        return Likeness(0.0, 0.0, 0.0)
    common = LCSseq.similarity(forms_a, forms_b)
    order = 2 * common / (len(forms_a) + len(forms_b))
    held = common / min(len(forms_a), len(forms_b))
    total = sum(map(rarity, first.stems)) + sum(map(rarity, second.stems))
    content = 2 * sum(map(rarity, first.stems & second.stems)) / total
    return Likeness(order, held, content)


def same(
    a: Saying, b: Saying, found: Likeness, *, aligned: bool = False, between: bool = False
) -> bool:
    """Say whether two statements report one utterance.

    aligned: whether they stand in aligned passages of two documents; between: or between such.
    """
    other = a.speaker is not None and b.speaker is not None and a.speaker != b.speaker
    short = min(len(wording(a).words), len(wording(b).words)) < LEAST_WORDS
    if StatementKind.INDIRECT in {a.kind, b.kind}:
        return not other and found.content >= (REPORTED_ALIGNED if aligned else REPORTED)
    if short:
        return _same_fragment(a, b, found, aligned=aligned) and (not other or found.held == 1.0)
    telling = between or _telling(a, b)
    if other:
        least = SAME_SPEAKER if aligned else OTHER_SPEAKER
        return found.order >= least and (aligned or telling)
    if aligned and max(found.order, found.content) >= ALIGNED:
        return True
    if telling and (found.order >= SAME_SPEAKER or found.held >= CONTAINED):
        return True
    known = a.speaker is not None and a.speaker == b.speaker
    return telling and known and min(found.order, found.content) >= TRANSLATED and translated(a, b)


def _same_fragment(a: Saying, b: Saying, found: Likeness, *, aligned: bool) -> bool:
    """Judge a word or three in marks ("reckless") by the words around them as well."""
    known = a.speaker is not None and a.speaker == b.speaker
    near = found.content >= REPORTED_ALIGNED
    if found.held < 1.0:
        return aligned and (near or _spelled(a, b) >= SPELLED)
    return aligned or (known and near)


def _spelled(a: Saying, b: Saying) -> float:
    """Return how alike two fragments are spelled ("interconnected", "interconnectedness")."""
    forms = (" ".join(word.form for word in wording(saying).words) for saying in (a, b))
    return Indel.normalized_similarity(*forms)


def _telling(a: Saying, b: Saying) -> bool:
    return min(wording(a).mass, wording(b).mass) >= LEAST_MASS
