"""T33: any order of files, any number of workers, any hash seed: one answer."""

import os
import random
import subprocess
import sys

import pytest

from dragoman import open as open_archive
from piles import pile

READ = (
    "import sys, dragoman; "
    "dragoman.read(sys.argv[3:], sys.argv[1], dragoman.Settings(workers=int(sys.argv[2])))"
)


def fingerprint(files, archive, workers, seed):
    command = [sys.executable, "-c", READ, str(archive), str(workers), *map(str, files)]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": str(seed)})
    with open_archive(archive) as read:
        assert read.check().holds
        return read.fingerprint()


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    return sorted(pile(tmp_path_factory.mktemp("pile"), 24).iterdir())


def test_one_fingerprint(files, tmp_path):
    chance = random.Random(33)
    found = set()
    for number, (workers, seed) in enumerate([(1, 0), (1, 7), (2, 1), (3, 9)]):
        shuffled = chance.sample(files, len(files))
        found.add(fingerprint(shuffled, tmp_path / f"{number}.dragoman", workers, seed))
    assert len(found) == 1
