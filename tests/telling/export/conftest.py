import pytest

from dragoman.archive.archive import Archive
from readings import two_documents


@pytest.fixture
def archive(tmp_path):
    with Archive(two_documents(tmp_path / "two.dragoman")) as opened:
        yield opened
