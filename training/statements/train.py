"""Train the encoder, from where it was stopped.

    python training/statements/train.py --minilm FOLDER --examples A.npz --own B.npz -o STATE.pt

The first epochs read PolNeAR alone at a constant rate; the last ones both, PolNeAR once and our own
labelled coverage `--repeat` times, while the rate falls to nothing. On two cores an epoch takes
about a quarter of an hour.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from examples import Batch, Example, batches, epoch, load
from network import ARC, LABELS, Network, Sizes, likelihood
from torch.nn import functional

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor

SAVED_EVERY = 200
WARM_UP = 200
RATE, RATE_OF_HEADS, RATE_OF_TRANSITIONS = 2e-4, 1e-3, 1e-2
# The labels are what is wanted; linking and acts were tried at half and at twice this.
WEIGHT_OF_ARCS, WEIGHT_OF_ACTS = 0.1, 0.02
# The arc that leads to no word of the window.
NOWHERE = -1
FROZEN = ("words", "places", "kinds")


def loss(network: Network, batch: Batch) -> Tensor:
    """Return the loss of a batch: labels by CRF, arcs and acts by cross entropy."""
    states = network.states(*batch.inputs)
    first = batch.places[:, :, None].expand(-1, -1, states.shape[-1])
    words = torch.cat([states[:, :1], torch.gather(states, 1, first)], 1)
    labels, leaving, reached = network.heads(words).split([LABELS, ARC, ARC], -1)
    labels, leaving = labels[:, 1:], leaving[:, 1:]
    found = likelihood(labels, batch.labels, batch.words, *network.allowed()) / batch.words.sum()
    hidden = torch.cat([torch.ones_like(batch.words[:, :1]), batch.words], 1)
    scores = (leaving @ reached.transpose(1, 2) / ARC**0.5).masked_fill(~hidden[:, None], -1e4)
    leads = batch.arcs >= NOWHERE
    if leads.any():
        arcs = functional.cross_entropy(scores[leads], batch.arcs[leads] - NOWHERE)
        found = found + WEIGHT_OF_ARCS * arcs
    told = batch.acts >= 0
    if told.any():
        acts = network.acts(words[:, 1:][told])
        found = found + WEIGHT_OF_ACTS * functional.cross_entropy(acts, batch.acts[told])
    return found


def optimizer(network: Network) -> torch.optim.Optimizer:
    """Return AdamW with a rate for the layers, one for the heads, one for the transitions."""
    body, heads, chain = [], [], []
    for name, weights in network.named_parameters():
        if name.split(".")[0] in FROZEN:
            weights.requires_grad = False
        elif name in {"transitions", "begins"}:
            chain.append(weights)
        else:
            (body if name.startswith(("layers", "norm")) else heads).append(weights)
    groups = zip((body, heads, chain), (RATE, RATE_OF_HEADS, RATE_OF_TRANSITIONS), strict=True)
    return torch.optim.AdamW(
        [{"params": found, "lr": rate, "rate": rate} for found, rate in groups], weight_decay=0.01
    )


def share(step: int, falls: int, ends: int) -> float:
    """Return which share of its rate a step is given."""
    if step < WARM_UP:
        return (step + 1) / WARM_UP
    return 1.0 if step < falls else max(0.0, (ends - step) / (ends - falls))


def main() -> int:
    """Train, or go on training."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--minilm", type=Path, required=True)
    asked.add_argument("--examples", type=Path, required=True)
    asked.add_argument("--own", type=Path)
    asked.add_argument("--repeat", type=int, default=2)
    asked.add_argument("--epochs", type=int, nargs=2, default=(3, 2))
    asked.add_argument("--seed", type=int, default=0)
    asked.add_argument("-o", "--output", type=Path, required=True)
    options = asked.parse_args()
    torch.manual_seed(options.seed)
    examples, names = load(options.examples)
    both = examples + options.repeat * (load(options.own)[0] if options.own else [])
    epochs = [examples] * options.epochs[0] + [both] * options.epochs[1]
    network = Network(Sizes(len(names["tags"]), len(names["deps"])))
    network.load(options.minilm / "model.safetensors")
    run(network, epochs, options)
    return 0


def run(network: Network, epochs: Sequence[Sequence[Example]], options: argparse.Namespace) -> None:
    """Go through the epochs, saving now and then."""
    counts = [len(batches(read, options.seed + at)) for at, read in enumerate(epochs)]
    falls, ends = sum(counts[: options.epochs[0]]), sum(counts)
    steps = optimizer(network)
    done = 0
    if options.output.exists():
        state = torch.load(options.output, weights_only=True)
        network.load_state_dict(state["network"])
        steps.load_state_dict(state["steps"])
        done = state["done"]
    network.train()
    step, mean, since = 0, 0.0, time.monotonic()
    for number, read in enumerate(epochs):
        if step + counts[number] <= done:
            step += counts[number]
            continue
        for batch in epoch(read, options.seed + number):
            if step >= done:
                for group in steps.param_groups:
                    group["lr"] = group["rate"] * share(step, falls, ends)
                torch.manual_seed(options.seed * 1_000_003 + step)
                found = loss(network, batch)
                found.backward()
                torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
                steps.step()
                steps.zero_grad()
                mean += (found.item() - mean) / min(step + 1, 200)
            step += 1
            if step > done and (step % SAVED_EVERY == 0 or step == ends):
                save(options.output, network, steps, step)
                print(f"{step}/{ends} {mean:.4f} {time.monotonic() - since:.0f} s", flush=True)


def save(path: Path, network: Network, steps: torch.optim.Optimizer, done: int) -> None:
    """Write the state whole or not at all."""
    state = {"network": network.state_dict(), "steps": steps.state_dict(), "done": done}
    new = path.with_suffix(".new")
    torch.save(state, new)
    new.replace(path)


if __name__ == "__main__":
    sys.exit(main())
