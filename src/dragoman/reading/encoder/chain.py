"""A linear chain of labels: the best sequence, and how likely each label is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Follows:
    """How likely labels are.

    likely: of each word, (words, labels). steps: after each label of the word before, for all
    words but the first, (words - 1, labels, labels).
    """

    likely: Numbers
    steps: Numbers


@dataclass(frozen=True, slots=True)
class Chain:
    """The weights of a linear-chain CRF (Lafferty, McCallum and Pereira, ICML 2001).

    transitions: from label (row) to label (column). begins: of the first label. Several sequences
    are gone through side by side, word by word; none changes another's numbers.
    """

    transitions: Numbers
    begins: Numbers

    def best(self, sequences: Sequence[Numbers]) -> Iterator[list[int]]:
        """Yield the likeliest labels of each sequence (Viterbi).

        sequences: logits of shape (words, labels).
        """
        logits, inside = _side_by_side(sequences)
        score = self.begins + logits[0]
        back = []
        for row, within in zip(logits[1:], inside[1:], strict=True):
            ways = score[:, :, None] + self.transitions
            back.append(ways.argmax(1).tolist())
            score = np.where(within[:, None], ways.max(1) + row, score)
        last = score.argmax(1).tolist()
        for number, sequence in enumerate(sequences):
            labels = [last[number]]
            for came in reversed(back[: len(sequence) - 1]):
                labels.append(came[number][labels[-1]])
            yield labels[::-1]

    def follows(self, sequences: Sequence[Numbers]) -> Iterator[Follows]:
        """Yield how likely the labels of each sequence are (forward, backward)."""
        logits, inside = _side_by_side(sequences)
        odds = np.exp(logits - logits.max(-1, keepdims=True))
        chain = np.exp(self.transitions)
        after = np.ones_like(odds)
        for at in range(len(odds) - 2, -1, -1):
            came = (chain * (odds[at + 1] * after[at + 1])[:, None]).sum(-1)
            came /= came.sum(-1, keepdims=True)
            after[at] = np.where(inside[at + 1][:, None], came, 1.0)
        first = np.exp(self.begins) * odds[0] * after[0]
        likely = [first / first.sum(-1, keepdims=True)]
        steps = []
        for at in range(1, len(odds)):
            step = chain * (odds[at] * after[at])[:, None]
            step /= step.sum(-1, keepdims=True)
            steps.append(step)
            likely.append((likely[-1][:, :, None] * step).sum(1))
        for number, sequence in enumerate(sequences):
            count = len(sequence)
            yield Follows(
                np.array([row[number] for row in likely[:count]]),
                np.array([step[number] for step in steps[: count - 1]]).reshape(-1, *chain.shape),
            )


def _side_by_side(sequences: Sequence[Numbers]) -> tuple[Numbers, NDArray[np.bool_]]:
    """Return logits as (words, sequences, labels), and which words each sequence has."""
    longest = max(len(sequence) for sequence in sequences)
    logits = np.zeros((longest, len(sequences), sequences[0].shape[1]))
    inside = np.zeros((longest, len(sequences)), dtype=bool)
    for number, sequence in enumerate(sequences):
        logits[: len(sequence), number] = sequence
        inside[: len(sequence), number] = True
    return logits, inside
