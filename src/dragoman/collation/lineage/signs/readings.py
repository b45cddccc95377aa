"""Where the wordings differ, the one that belongs there is the older.

Whoever exchanges words for others of like meaning, by hand or by machine, puts some where nobody
would: "move up on the question" for "step up on the issue". Textual criticism calls it internal
evidence. Each exchange is judged by how strongly its words go with their neighbours
(`knowledge.collocations`); on exchanges made by careful people the two sides come out even, and
nothing is claimed. Where both documents have odd words, neither is the source of the other.
"""

from __future__ import annotations

from heapq import nlargest
from itertools import pairwise
from math import exp, lgamma, log
from typing import TYPE_CHECKING

from dragoman.collation.lineage.signs.sign import Sign
from dragoman.knowledge.collocations import association

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dragoman.collation.lineage.signs.pair import Pair, Side
    from dragoman.collation.lineage.words import Word

LONGEST_EXCHANGE = 3
# Mean difference in association, in nats, from which an exchange speaks. Below, the original is
# the better in 55 %; above, in 80 % of machine-made exchanges (planted families; the rejected
# paraphrases of Webis-CPC-11) and in 56 % of those by people (the accepted ones).
LEAST_DIFFERENCE = 1.0
# How often the original has the better word, as Beta distributions (successes, failures), each
# with its share: of careless and careful rewriting, taken to be as common as each other, so that
# one place alone decides little; and of two texts that go back to a third.
DERIVED = ((0.5, 16, 4), (0.5, 22, 18))
APART = ((0.5, 8, 8), (0.25, 16, 4), (0.25, 4, 16))
EXAMPLES = 3

Exchange = tuple[float, "Sequence[Word]", "Sequence[Word]"]


def by_readings(pair: Pair) -> Iterator[Sign]:
    """Weigh the exchanged words of all aligned sentences."""
    found = tuple(_judged(pair))
    better = [(gap, a, b) for gap, a, b in found if gap >= LEAST_DIFFERENCE]
    worse = [(-gap, b, a) for gap, a, b in found if gap <= -LEAST_DIFFERENCE]
    if not better and not worse:
        return
    second, first = _likelihood(better, worse, DERIVED), _likelihood(worse, better, DERIVED)
    yield Sign(second, first, _likelihood(better, worse, APART), _reason(pair, better, worse))


def _judged(pair: Pair) -> Iterator[Exchange]:
    """Yield the exchanges with how much firmer the first document's words stand, each once.

    Names stand beside any word, and say nothing.
    """
    seen = set()
    for a, b, changes in pair.aligned:
        for step in changes:
            gone, come = a[step.a : step.b], b[step.c : step.d]
            words = _words(gone), _words(come)
            if not (0 < len(gone) <= LONGEST_EXCHANGE and 0 < len(come) <= LONGEST_EXCHANGE):
                continue
            if words not in seen and _plain(pair.first, gone) and _plain(pair.second, come):
                seen.add(words)
                yield _firmness(a, step.a, step.b) - _firmness(b, step.c, step.d), gone, come


def _plain(side: Side, words: Iterable[Word]) -> bool:
    return all(side.text.text[word.start].islower() for word in words)


def exchanges(pair: Pair) -> int:
    """Return how many words or groups of words were exchanged between two documents."""
    return sum(
        step.a < step.b and step.c < step.d for _, _, changes in pair.aligned for step in changes
    )


def _firmness(words: Sequence[Word], first: int, last: int) -> float:
    """Return how strongly `words[first:last]` go with each other and with their neighbours."""
    around = words[max(0, first - 1) : last + 1]
    forms = [word.form.replace("'", "") for word in around]
    ties = [association(one, two) for one, two in pairwise(forms)]
    return sum(ties) / len(ties) if ties else 0.0


def _likelihood(
    better: Sequence[object], worse: Sequence[object], shares: Iterable[tuple[float, int, int]]
) -> float:
    """Return the log likelihood of the counts under a mixture of beta-binomials."""
    terms = (
        share * exp(_log_beta(len(better) + a, len(worse) + b) - _log_beta(a, b))
        for share, a, b in shares
    )
    return log(max(sum(terms), 1e-300))


def _log_beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)


def _reason(pair: Pair, better: Sequence[Exchange], worse: Sequence[Exchange]) -> str:
    """Say which document has the odder words, with the plainest examples."""
    a, b = pair.first.text.doc, pair.second.text.doc
    odd, other = (b, better) if len(better) >= len(worse) else (a, worse)
    plainest = nlargest(EXAMPLES, other, key=lambda exchange: exchange[0])
    listed = ", ".join(f"“{_words(come)}” for “{_words(gone)}”" for _, gone, come in plainest)
    of = len(better) + len(worse)
    return f"{odd} has the odder words in {len(other)} of {of} places ({listed})"


def _words(words: Iterable[Word]) -> str:
    return " ".join(word.form for word in words)
