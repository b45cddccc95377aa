"""What tests share: where the shared data stand, and how to pick the tests of one issue."""

from pathlib import Path

import pytest

from places import SHARED


def pytest_addoption(parser):
    parser.addoption("--issue", type=int, help="run only the regression tests of this issue")


def pytest_collection_modifyitems(config, items):
    asked = config.getoption("--issue")
    if asked is not None:
        items[:] = [i for i in items if any(asked in m.args for m in i.iter_markers("issue"))]


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Return the folder of the seed articles, which are not part of the repository."""
    folder = SHARED / "seeds"
    if not folder.is_dir():
        pytest.skip("the seed articles are not here (set DRAGOMAN_SHARED)")
    return folder


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of shared corpora and scorers."""
    if not SHARED.is_dir():
        pytest.skip("the shared corpora are not here (set DRAGOMAN_SHARED)")
    return SHARED
