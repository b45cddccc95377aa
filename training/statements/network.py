"""The encoder and its heads, in torch, over the weights of all-MiniLM-L6-v2.

A forward pass of our own: exported to ONNX it gives the logits that it gives here, which that of
the transformers library did not (logits off by up to 1.8, no error).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
LABELS, ACTS, ARC = 7, 4, 64
# States of quotation, and labels by rule; 0 stands for "not told".
STATES, RULES = 4, 8
FORBIDDEN = -1e4


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many Penn tags and dependency labels there are; one more stands for the others."""

    tags: int
    deps: int


def together(linear: Sequence[nn.Linear], states: Tensor) -> Tensor:
    """Return what several linear layers make of the same states, side by side.

    One multiplication for all: in bytes, each would have to find the states' scale again.
    """
    weights = torch.cat([layer.weight for layer in linear])
    return functional.linear(states, weights, torch.cat([layer.bias for layer in linear]))


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.mixed = nn.Linear(WIDTH, WIDTH)
        self.mixed_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, hidden: Tensor | None) -> Tensor:
        """Return the states of the next layer."""
        many, length, _ = states.shape

        def split(found: Tensor) -> Tensor:
            return found.reshape(many, length, HEADS, WIDTH // HEADS).permute(0, 2, 1, 3)

        seen = together((self.query, self.key, self.value), states)
        query, key, value = (split(part) for part in seen.split(WIDTH, -1))
        scores = query @ key.transpose(-1, -2) / math.sqrt(WIDTH // HEADS)
        weights = torch.softmax(scores if hidden is None else scores + hidden, -1)
        seen = (self.dropout(weights) @ value).permute(0, 2, 1, 3).reshape(many, length, WIDTH)
        states = self.mixed_norm(self.dropout(self.mixed(seen)) + states)
        inner = functional.gelu(self.inner(states))
        return self.outer_norm(self.dropout(self.outer(inner)) + states)


class Network(nn.Module):
    """Word pieces and what the parse knows of them, to what the heads see of each piece.

    Acts are learned along and not exported: 80 % are right in our own held-back coverage, where
    the rules of reading/circumstances are right on 84 %.
    """

    def __init__(self, sizes: Sizes, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.kinds = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.tags = nn.Embedding(sizes.tags + 1, WIDTH)
        self.deps = nn.Embedding(sizes.deps + 1, WIDTH)
        self.quoted = nn.Embedding(STATES, WIDTH)
        self.rules = nn.Embedding(RULES, WIDTH)
        for told in (self.tags, self.deps, self.quoted, self.rules):
            nn.init.normal_(told.weight, std=0.005)
        self.dropout = nn.Dropout(dropout)
        self.labels = nn.Linear(WIDTH, LABELS)
        self.acts = nn.Linear(WIDTH, ACTS)
        self.leaving = nn.Linear(WIDTH, ARC)
        self.reached = nn.Linear(WIDTH, ARC)
        self.transitions = nn.Parameter(torch.zeros(LABELS, LABELS))
        self.begins = nn.Parameter(torch.zeros(LABELS))

    def load(self, path: Path) -> None:
        """Take the weights of BERT's layers from a safetensors file."""
        found = load_file(path)
        self.load_state_dict(
            {ours: found[theirs].float() for ours, theirs in _names().items()}, strict=False
        )

    def states(  # noqa: PLR0917 - the inputs of the exported graph
        self,
        pieces: Tensor,
        tags: Tensor,
        deps: Tensor,
        quoted: Tensor,
        rules: Tensor,
        mask: Tensor | None = None,
    ) -> Tensor:
        """Return the last states of each piece, of shape (windows, pieces, width).

        mask: 1 for pieces, 0 for padding; None where nothing is padded.
        """
        places = torch.arange(pieces.shape[1], device=pieces.device)
        told = self.tags(tags) + self.deps(deps) + self.quoted(quoted) + self.rules(rules)
        states = self.words(pieces) + self.places(places)[None] + self.kinds.weight[0] + told
        states = self.dropout(self.norm(states))
        hidden = None
        if mask is not None:
            hidden = (1.0 - mask[:, None, None, :].to(states.dtype)) * FORBIDDEN
        for layer in self.layers:
            states = layer(states, hidden)
        out: Tensor = self.dropout(states)
        return out

    def heads(self, states: Tensor) -> Tensor:
        """Return the labels' logits and the two ends of an arc, side by side."""
        return together((self.labels, self.leaving, self.reached), states)

    def forward(self, *inputs: Tensor) -> Tensor:
        """Return what the heads see of each piece; this is the exported graph."""
        return self.heads(self.states(*inputs))

    def allowed(self) -> tuple[Tensor, Tensor]:
        """Return the transitions and beginnings with what BIO labels forbid."""
        inside = torch.tensor([label in {2, 4, 6} for label in range(LABELS)])
        before = torch.arange(LABELS)[:, None]
        after = torch.arange(LABELS)[None]
        bad = inside[None] & (before != after) & (before != after - 1)
        return (
            self.transitions.masked_fill(bad, FORBIDDEN),
            self.begins.masked_fill(inside, FORBIDDEN),
        )


def _names() -> dict[str, str]:
    names = {
        "words.weight": "embeddings.word_embeddings.weight",
        "places.weight": "embeddings.position_embeddings.weight",
        "kinds.weight": "embeddings.token_type_embeddings.weight",
        "norm.weight": "embeddings.LayerNorm.weight",
        "norm.bias": "embeddings.LayerNorm.bias",
    }
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "mixed": "attention.output.dense",
        "mixed_norm": "attention.output.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "outer_norm": "output.LayerNorm",
    }
    for layer in range(LAYERS):
        for ours, theirs in parts.items():
            for kind in ("weight", "bias"):
                names[f"layers.{layer}.{ours}.{kind}"] = f"encoder.layer.{layer}.{theirs}.{kind}"
    return names


def likelihood(
    logits: Tensor, labels: Tensor, mask: Tensor, transitions: Tensor, begins: Tensor
) -> Tensor:
    """Return the negative log likelihood of label sequences under a linear-chain CRF, summed.

    logits: (windows, words, labels). labels: (windows, words). mask: true for words, which come
    first. Lafferty, McCallum and Pereira, ICML 2001.
    """
    many, length, _ = logits.shape
    rows = torch.arange(many)
    forward = begins + logits[:, 0]
    told = begins[labels[:, 0]] + logits[rows, 0, labels[:, 0]]
    for at in range(1, length):
        step = torch.logsumexp(forward[:, :, None] + transitions, 1) + logits[:, at]
        forward = torch.where(mask[:, at, None], step, forward)
        gain = transitions[labels[:, at - 1], labels[:, at]] + logits[rows, at, labels[:, at]]
        told = told + torch.where(mask[:, at], gain, torch.zeros_like(gain))
    return (torch.logsumexp(forward, 1) - told).sum()
