"""A linear chain of labels: the best sequence, and how likely each label is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Chain:
    """The weights of a linear-chain CRF (Lafferty, McCallum and Pereira, ICML 2001).

    transitions: from label (row) to label (column). begins: of the first label.
    """

    transitions: NDArray[np.float32]
    begins: NDArray[np.float32]

    def best(self, logits: NDArray[np.float32]) -> list[int]:
        """Return the likeliest labels of a sequence (Viterbi), logits of shape (words, labels)."""
        score = self.begins + logits[0]
        back = []
        for row in logits[1:]:
            ways = score[:, None] + self.transitions
            came = ways.argmax(0)
            back.append(came)
            score = ways[came, np.arange(len(came))] + row
        label = int(score.argmax())
        labels = [label]
        for came in reversed(back):
            label = int(came[label])
            labels.append(label)
        return labels[::-1]

    def follows(self, logits: NDArray[np.float32]) -> Follows:
        """Return how likely each label is, and each label after each (forward, backward)."""
        shifted = np.exp(logits - logits.max(-1, keepdims=True)).astype(np.float64)
        chain = np.exp(self.transitions).astype(np.float64)
        count = len(logits)
        after = np.ones((count, logits.shape[1]))
        for at in range(count - 2, -1, -1):
            after[at] = chain @ (shifted[at + 1] * after[at + 1])
            after[at] /= after[at].sum()
        first = np.exp(self.begins) * shifted[0] * after[0]
        likely = np.empty_like(after)
        likely[0] = first / first.sum()
        steps = np.empty((max(0, count - 1), *chain.shape))
        for at in range(1, count):
            step = chain * (shifted[at] * after[at])[None]
            steps[at - 1] = step / step.sum(-1, keepdims=True)
            likely[at] = likely[at - 1] @ steps[at - 1]
        return Follows(likely, steps)


@dataclass(frozen=True, slots=True)
class Follows:
    """How likely labels are: of each word, and of each word after each label of the one before."""

    likely: NDArray[np.float64]
    steps: NDArray[np.float64]
