"""The trained weights: those that the package was built with, on one thread, or none."""

import json
import threading
from pathlib import Path

import pytest

from dragoman.errors import WeightsError
from dragoman.reading.encoder import weights as module
from dragoman.reading.encoder.weights import weights


@pytest.fixture
def unloaded():
    """Let the weights be loaded anew, and once more after the test."""
    weights.cache_clear()
    yield
    weights.cache_clear()


@pytest.mark.parametrize("changed", ["encoder.onnx", "tokenizer.json"])
def test_a_changed_file_is_refused(unloaded, monkeypatch, changed):
    true = module._read
    monkeypatch.setattr(
        module, "_read", lambda name: true(name) + b" " if name == changed else true(name)
    )
    with pytest.raises(WeightsError, match=changed):
        weights()


def test_the_graph_runs_on_one_thread_that_does_not_spin(unloaded):
    before = _threads()
    options = weights().session.get_session_options()
    assert (options.intra_op_num_threads, options.inter_op_num_threads) == (1, 1)
    assert options.get_session_config_entry("session.intra_op.allow_spinning") == "0"
    assert _threads() == before


def _threads():
    """Return how many threads the process has, those of libraries too where that can be told."""
    task = Path("/proc/self/task")
    return len(list(task.iterdir())) if task.is_dir() else threading.active_count()


def test_they_are_loaded_once():
    assert weights() is weights()


def test_every_number_of_a_feature_has_a_name_of_its_own():
    told = json.loads(module._read("encoder.json"))
    loaded = weights()
    assert sorted(loaded.tags.values()) == list(range(1, len(told["tags"]) + 1))
    assert sorted(loaded.deps.values()) == list(range(1, len(told["deps"]) + 1))
    labels = len(loaded.chain.begins)
    assert loaded.chain.transitions.shape == (labels, labels)
