"""From the trained state to the model that the package carries.

    python training/statements/export.py STATE.pt --minilm FOLDER --examples A.npz -o FOLDER

calibrate.py must follow.

Weights of matrices and embeddings become bytes, per channel, in seven bits: eight can saturate on
processors without VNNI, which then give other answers than those with it. The exported graph is
compared with the network on real windows before anything is written.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import onnxruntime
import torch
from examples import INPUTS, batch, load
from network import LABELS, Network, Sizes
from onnxruntime.quantization import QuantType, quantize_dynamic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from examples import Batch
    from numpy.typing import NDArray

# What two exact computations may differ by; the transformers library's own graph was off by 1.8.
EXACT = 1e-3
# Signs of a score, in reading/statements/scores.py.
SIGNS = 13
# Windows on which the graphs are compared.
COMPARED = 64


def written(network: Network, target: Path) -> None:
    """Write the graph in full precision. It takes one window at a time, so nothing is padded.

    The bytes' scale is found anew for each run over all that is run together: windows run side by
    side would change each other's answers.
    """
    taken = INPUTS[:-1]
    sample = tuple(torch.ones((1, 9), dtype=torch.long) for _ in taken)
    axes = {name: {1: "pieces"} for name in (*taken, "seen")}
    torch.onnx.export(
        network,
        sample,
        str(target),
        input_names=list(taken),
        output_names=["seen"],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def seen(path: Path, windows: Sequence[Batch]) -> Iterator[NDArray[np.float32]]:
    """Run a graph on windows, one by one, on one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    for window in windows:
        inputs = zip(INPUTS[:-1], window.inputs[:-1], strict=True)
        yield session.run(None, {name: x.numpy() for name, x in inputs})[0]


def main() -> int:
    """Write the model's folder."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("state", type=Path)
    asked.add_argument("--minilm", type=Path, required=True)
    asked.add_argument("--examples", type=Path, required=True)
    asked.add_argument("-o", "--output", type=Path, required=True)
    options = asked.parse_args()
    examples, names = load(options.examples)
    network = Network(Sizes(len(names["tags"]), len(names["deps"])))
    network.load_state_dict(torch.load(options.state, weights_only=True)["network"])
    network.eval()
    windows = [batch([example], None) for example in examples[:COMPARED]]
    with torch.no_grad():
        wanted = [network(*window.inputs[:-1]).numpy() for window in windows]
    options.output.mkdir(parents=True, exist_ok=True)
    model = options.output / "encoder.onnx"
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder, "full.onnx")
        written(network, full)
        off = _difference(seen(full, windows), wanted)
        if off > EXACT:
            print(f"The exported graph is off by {off}; nothing is written.", file=sys.stderr)
            return 1
        quantize_dynamic(
            full, model, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
        )
    small = _difference(seen(model, windows), wanted)
    shutil.copy(options.minilm / "tokenizer.json", options.output / "tokenizer.json")
    _tell(network, names, options.output)
    print(f"off by {off:.2g} in full, {small:.2g} in bytes; {model.stat().st_size} bytes")
    return 0


def _difference(
    found: Iterable[NDArray[np.float32]], wanted: Iterable[NDArray[np.float32]]
) -> float:
    """Return the largest difference between the logits of labels."""
    pairs = zip(found, wanted, strict=True)
    return max(float(np.abs(a - b)[..., :LABELS].max()) for a, b in pairs)


def _tell(network: Network, names: dict[str, list[str]], folder: Path) -> None:
    """Write what the reader must know of the model beside it."""
    transitions, begins = (x.detach().numpy().round(5).tolist() for x in network.allowed())
    files = ("encoder.onnx", "tokenizer.json")
    told = {
        "sha256": {name: sha256((folder / name).read_bytes()).hexdigest() for name in files},
        **names,
        "transitions": transitions,
        "begins": begins,
        # No statement is scored before calibrate.py has been run.
        "calibration": [0.0] * SIGNS,
    }
    text = json.dumps(told, indent=1) + "\n"
    (folder / "encoder.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
