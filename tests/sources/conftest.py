"""What the tests of sources share: one sandbox, and a way to read bytes as a file."""

import pytest

from dragoman.settings import Settings
from dragoman.sources.read import arrival
from dragoman.sources.sandbox import Sandbox


@pytest.fixture(scope="session")
def sandbox():
    with Sandbox(Settings()) as box:
        yield box


@pytest.fixture
def read(tmp_path, sandbox):
    """Return a function: name and bytes of a file to the list of its drafts and refusals."""

    def read_bytes(name, data):
        path = tmp_path / name
        path.write_bytes(data)
        return list(arrival(str(path), Settings(), sandbox).records())

    return read_bytes


@pytest.fixture
def draft(read):
    """Return a function: name and bytes of a file to its only draft."""

    def only_draft(name, data):
        (record,) = read(name, data)
        assert hasattr(record, "text"), record
        return record

    return only_draft


@pytest.fixture
def refusal(read):
    """Return a function: name and bytes of a file to its only refusal."""

    def only_refusal(name, data):
        (record,) = read(name, data)
        assert hasattr(record, "reason"), record
        return record

    return only_refusal
