"""The trained weights that come with the package."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from dragoman.errors import WeightsError
from dragoman.reading.encoder.chain import Chain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

FOLDER = "dragoman.models"


@dataclass(frozen=True, slots=True)
class Weights:
    """A loaded model: its graph, its word pieces, its chain, and the numbers of its features.

    calibration: weights of the regression that turns what it sees into a score.
    """

    session: InferenceSession
    tokenizer: Tokenizer
    chain: Chain
    tags: Mapping[str, int]
    deps: Mapping[str, int]
    calibration: tuple[float, ...]


@cache
def weights() -> Weights:
    """Return the model, loaded once; it runs on one thread.

    Raises:
        WeightsError: a file of the model is not the one that was built with the package.
    """
    from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415 - only readers pay it
    from tokenizers import Tokenizer  # noqa: PLC0415 - likewise

    told = json.loads(_read("encoder.json"))
    graph, pieces = (_checked(name, told["sha256"]) for name in ("encoder.onnx", "tokenizer.json"))
    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # Threads that spin while they wait slow the others down more than tenfold on a busy machine.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return Weights(
        session=InferenceSession(graph, options, providers=["CPUExecutionProvider"]),
        tokenizer=Tokenizer.from_buffer(pieces),
        chain=Chain(
            np.array(told["transitions"], dtype=np.float64),
            np.array(told["begins"], dtype=np.float64),
        ),
        tags=_numbered(told["tags"]),
        deps=_numbered(told["deps"]),
        calibration=tuple(told["calibration"]),
    )


def digest() -> str:
    """Return the SHA-256 of the model's graph, which names it in what is made with it."""
    return str(json.loads(_read("encoder.json"))["sha256"]["encoder.onnx"])


def _numbered(names: list[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names, 1)}


def _checked(name: str, digests: Mapping[str, str]) -> bytes:
    found = _read(name)
    if sha256(found).hexdigest() != digests[name]:
        raise WeightsError.changed(name)
    return found


def _read(name: str) -> bytes:
    return files(FOLDER).joinpath(name).read_bytes()
