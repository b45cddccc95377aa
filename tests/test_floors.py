"""The quality floors hold, where the corpora are at hand."""

import subprocess
import sys

import pytest

from places import ROOT, SHARED


@pytest.mark.parametrize("benchmark", ["seeds", "statements", "lineage"])
def test_no_figure_fell(benchmark):
    if not SHARED.is_dir():
        pytest.skip("the shared corpora are not here (set DRAGOMAN_SHARED)")
    gate = [sys.executable, str(ROOT / "bench" / "gate.py"), benchmark]
    told = subprocess.run(gate, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
