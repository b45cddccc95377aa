"""Whether matching sentences mean that one text goes back to the other.

Only narrative speaks: words outside quotation marks. Two reports of one press conference share
the quotations; they do not share how the reporters told them. Evidence is summed along the best
run of parallel sentences, so that two paragraphs lifted into a long article weigh as much as they
would alone; or over the whole, where much of the shorter telling is in the other, in whatever
order. A text that stands whole in both documents needs no such evidence.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.collation.lineage.matching import Match
    from dragoman.collation.lineage.text import Sentence

# Narrative words that a pair of sentences must share, in summed rarity, and their likeness:
# below, it is the same news told twice.
LEAST_TOLD, LEAST_LIKENESS = 1200, 0.25
# One sentence alone, however long, is a set phrase or a borrowed line, not a derivation.
MOST_EVIDENCE = 3500
# A run may skip this many sentences on either side, and pays for each.
WIDEST_GAP, GAP_COST = 4, 300
# Evidence at which copying is as likely as not, and its spread (in rarity). On the development
# half of the planted families, unrelated and same-event pairs end at 3,900, derived ones begin
# at 3,200 and nine in ten lie above 10,000.
EVEN, SPREAD = 4000.0, 1000.0
# Evidence spread over a document counts where both tell so much of the shorter one's narrative
# alike; then this much is even. Real pairs that share quotations reach 4,200; of seven answers that
# were heavily revised by hand, one is found by this alone.
LEAST_SPREAD, EVEN_SPREAD = 0.25, 6000.0
LEAST_SCORE = 0.5
# Share of the words of both documents, in sentences this much alike, that makes one a copy of the
# other whatever it consists of: a two-line flash, a statement printed in full.
WHOLE, ALIKE = 0.8, 0.9


def score(matches: Sequence[Match], a: Sequence[Sentence], b: Sequence[Sentence]) -> float:
    """Return how sure it is that one of two documents goes back to the other, 0 to 1.

    matches: the matching ones of their sentences, ordered by the first document.
    """
    spoken = [(match, _evidence(match)) for match in matches if _speaks(match)]
    if spoken:
        told = _sure(_best_run(spoken), EVEN)
        if _alike(matches, a, b) >= LEAST_SPREAD:
            told = max(told, _sure(sum(weight for _, weight in spoken), EVEN_SPREAD))
    else:
        told = 0.0
    copied = _copied(matches, a, b)
    return max(told, copied if copied >= WHOLE else 0.0)


def _sure(evidence: int, even: float) -> float:
    return 1 / (1 + exp((even - evidence) / SPREAD))


def _alike(matches: Sequence[Match], a: Sequence[Sentence], b: Sequence[Sentence]) -> float:
    """Return the share of the shorter narrative, by rarity, that both tell in the same words."""
    shorter = min(sum(sentence.mass for sentence in side) for side in (a, b))
    return sum(match.shared for match in matches) / shorter if shorter else 0.0


def _copied(matches: Sequence[Match], a: Sequence[Sentence], b: Sequence[Sentence]) -> float:
    """Return the share of the less covered document that stands almost word for word in both."""
    alike = [match for match in matches if match.similarity >= ALIKE]
    found_a = sum(len(a[match.a].words) for match in alike)
    found_b = sum(len(b[match.b].words) for match in alike)
    return min(found_a / max(1, _length(a)), found_b / max(1, _length(b)))


def _length(sentences: Sequence[Sentence]) -> int:
    return sum(len(sentence.words) for sentence in sentences)


def _speaks(match: Match) -> bool:
    return match.shared >= LEAST_TOLD and match.told > LEAST_LIKENESS


def _evidence(match: Match) -> int:
    return min(MOST_EVIDENCE, round(match.shared * (match.told - LEAST_LIKENESS)))


def _best_run(told: Sequence[tuple[Match, int]]) -> int:
    """Return the weight of the heaviest run; each sentence looks back over the widest gap."""
    ended: list[tuple[Match, int]] = []
    for match, weight in told:
        best = weight
        for before, run in reversed(ended[-WIDEST_GAP:]):
            gap_a, gap_b = match.a - before.a, match.b - before.b
            if 0 < gap_a <= WIDEST_GAP and 0 < gap_b <= WIDEST_GAP:
                best = max(best, weight + run - GAP_COST * (gap_a + gap_b - 2))
        ended.append((match, best))
    return max((run for _, run in ended), default=0)
