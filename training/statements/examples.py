"""The prepared examples, and the batches of an epoch."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

# What the network takes, in its order.
INPUTS = ("pieces", "tags", "deps", "quoted", "rules", "mask")
# Pieces in a batch, padding counted; batches of about 1,000 were the fastest on two cores.
BATCH = 1_024
# How often a window is given without what the rules, or the parse, say of it: neither may be leant
# on alone, and what each is worth can be measured on one network.
WITHOUT = 0.15


@dataclass(frozen=True, slots=True)
class Example:
    """One window: per piece its number and its word (-1 for a mark); the rest per word.

    places: the first piece of each word. labels: BIO. arcs: the word that a part leads to, -1 for
    none in the window, -2 where no part opens. acts: 0 to 3, -1 where no cue opens.
    """

    pieces: NDArray[np.int32]
    owners: NDArray[np.int32]
    places: NDArray[np.int32]
    tags: NDArray[np.int32]
    deps: NDArray[np.int32]
    quoted: NDArray[np.int32]
    rules: NDArray[np.int32]
    labels: NDArray[np.int32]
    arcs: NDArray[np.int32]
    acts: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side, padded. `inputs` are what the network takes, in its order."""

    inputs: tuple[Tensor, ...]
    places: Tensor
    words: Tensor
    labels: Tensor
    arcs: Tensor
    acts: Tensor


def load(path: Path) -> tuple[list[Example], dict[str, list[str]]]:
    """Return a file's examples and the names of the tags and dependency labels."""
    with np.load(path) as found:
        columns = {
            name: np.split(found[name], np.cumsum(found[f"{name}_lengths"])[:-1])
            for name in Example.__slots__
        }
        names = json.loads(str(found["vocabularies"]))
    rows = zip(*(columns[name] for name in Example.__slots__), strict=True)
    return [_begun(Example(*row)) for row in rows], names


def _begun(example: Example) -> Example:
    """Let every run of inner labels that nothing opens, as at a window's edge, open itself."""
    labels = example.labels
    for at, label in enumerate(labels):
        inner = label > 0 and label % 2 == 0
        if inner and (at == 0 or labels[at - 1] not in {label, label - 1}):
            labels[at] = label - 1
    return example


def batches(examples: Sequence[Example], seed: int) -> list[list[int]]:
    """Return the examples' numbers in batches of like length, shuffled."""
    shuffled = np.random.default_rng(seed)
    lengths = np.array([len(example.pieces) for example in examples])
    blurred = lengths + shuffled.integers(0, 8, len(examples))
    order = np.lexsort((shuffled.random(len(examples)), blurred))
    made: list[list[int]] = []
    held: list[int] = []
    for number in order.tolist():
        if held and (len(held) + 1) * int(lengths[[*held, number]].max()) > BATCH:
            made.append(held)
            held = []
        held.append(number)
    made.append(held)
    return [made[at] for at in shuffled.permutation(len(made))]


def batch(examples: Sequence[Example], seed: int | None) -> Batch:
    """Put windows side by side; with a seed, some are given without rules or parse."""
    chance = np.random.default_rng(seed)
    long = max(len(example.pieces) for example in examples)
    wide = max(len(example.places) for example in examples)
    inputs = np.zeros((len(INPUTS), len(examples), long), dtype=np.int64)
    words = np.zeros((4, len(examples), wide), dtype=np.int64)
    words[2] = -2
    words[3] = -1
    for row, example in enumerate(examples):
        size = len(example.pieces)
        inputs[0, row, :size] = example.pieces
        inputs[-1, row, :size] = 1
        parse, rules = chance.random(2) < (WITHOUT if seed is not None else 0.0)
        told = (example.tags, example.deps, example.quoted, example.rules)
        for column, (known, left_out) in enumerate(
            zip(told, (parse, parse, False, rules), strict=True), 1
        ):
            if not left_out:
                inputs[column, row, :size] = np.append(known, 0)[example.owners]
        count = len(example.places)
        wanted = (example.places, example.labels, example.arcs, example.acts)
        for column, known in enumerate(wanted):
            words[column, row, :count] = known
    lengths = torch.tensor([len(example.places) for example in examples])
    return Batch(
        inputs=tuple(torch.from_numpy(column) for column in inputs),
        places=torch.from_numpy(words[0]),
        words=torch.arange(wide)[None] < lengths[:, None],
        labels=torch.from_numpy(words[1]),
        arcs=torch.from_numpy(words[2]),
        acts=torch.from_numpy(words[3]),
    )


def epoch(examples: Sequence[Example], seed: int) -> Iterator[Batch]:
    """Yield an epoch's batches."""
    for number, chosen in enumerate(batches(examples, seed)):
        yield batch([examples[at] for at in chosen], seed * 1_000_003 + number)
