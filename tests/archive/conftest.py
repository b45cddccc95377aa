from pathlib import Path

import pytest

from dragoman.archive.archive import Archive
from readings import two_documents


@pytest.fixture
def stored(tmp_path) -> Path:
    """Return an archive of two invented documents, collated by hand."""
    return two_documents(tmp_path / "two.dragoman")


@pytest.fixture
def archive(stored):
    with Archive(stored) as opened:
        yield opened
