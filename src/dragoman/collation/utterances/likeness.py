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
# Share of content that reported words of one speaker must have in common: in unaligned documents,
# and aligned; share of words in common order where no speaker agrees.
REPORTED, REPORTED_ALIGNED, REPORTED_BY_ANYONE = 0.75, 0.3, 0.9
# Share of content in common that makes one statement of a few words that one speaker uses often.
AROUND_FRAGMENT = 0.5
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
    other = _differ(a, b)
    if StatementKind.INDIRECT in {a.kind, b.kind}:
        return not other and _same_report(a, b, found, aligned=aligned)
    if min(len(wording(a).words), len(wording(b).words)) < LEAST_WORDS:
        return _same_fragment(a, b, found, aligned=aligned) and (not other or found.held == 1.0)
    telling = between or _telling(a, b)
    if other:
        least = SAME_SPEAKER if aligned else OTHER_SPEAKER
        return found.order >= least and (aligned or telling)
    if aligned and max(found.order, found.content) >= ALIGNED:
        return True
    return telling and (
        found.order >= SAME_SPEAKER or found.held >= CONTAINED or _same_abroad(a, b, found)
    )


def _differ(a: Saying, b: Saying) -> bool:
    return a.speaker is not None and b.speaker is not None and a.speaker != b.speaker


def _agree(a: Saying, b: Saying) -> bool:
    return a.speaker is not None and a.speaker == b.speaker


def _same_report(a: Saying, b: Saying, found: Likeness, *, aligned: bool) -> bool:
    """Judge reported words; where no speaker agrees, only nearly the same words are the same."""
    if aligned:
        return found.content >= REPORTED_ALIGNED
    alike = found.content >= REPORTED if _agree(a, b) else found.order >= REPORTED_BY_ANYONE
    return alike and _telling(a, b)


def _same_fragment(a: Saying, b: Saying, found: Likeness, *, aligned: bool) -> bool:
    """Judge a word or three in marks ("reckless") by the words around them as well."""
    if found.held < 1.0:
        near = found.content >= REPORTED_ALIGNED
        return aligned and (near or _spelled(a, b) >= SPELLED)
    return aligned or (_agree(a, b) and found.content >= AROUND_FRAGMENT)


def _same_abroad(a: Saying, b: Saying, found: Likeness) -> bool:
    """Say whether two quotations of one speaker are translations of the same words."""
    return _agree(a, b) and min(found.order, found.content) >= TRANSLATED and translated(a, b)


def _spelled(a: Saying, b: Saying) -> float:
    """Return how alike two fragments are spelled ("interconnected", "interconnectedness")."""
    forms = (" ".join(word.form for word in wording(saying).words) for saying in (a, b))
    return Indel.normalized_similarity(*forms)


def _telling(a: Saying, b: Saying) -> bool:
    return min(wording(a).mass, wording(b).mass) >= LEAST_MASS
