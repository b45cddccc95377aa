"""T23: killed at any moment, reading resumes, and the end is that of an undisturbed run."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from dragoman import open as open_archive
from dragoman import read
from piles import pile

DOCUMENTS = 60
KILLS = 10
READ = (
    "import sys, dragoman; "
    "dragoman.read(sys.argv[1], sys.argv[2], dragoman.Settings(batch_documents=4))"
)


def start(folder, archive):
    return subprocess.Popen([sys.executable, "-c", READ, str(folder), str(archive)])


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    folder = pile(tmp_path_factory.mktemp("pile") / "coverage", DOCUMENTS)
    begun = time.monotonic()
    assert start(folder, folder.parent / "whole.dragoman").wait() == 0
    return folder, time.monotonic() - begun


def test_ten_kills_change_nothing(undisturbed, tmp_path):
    folder, seconds = undisturbed
    archive = tmp_path / "killed.dragoman"
    chance = random.Random(23)
    for _ in range(KILLS):
        process = start(folder, archive)
        time.sleep(seconds * chance.uniform(0.3, 1.0))
        process.kill()
        process.wait()
        if archive.exists():
            with open_archive(archive) as half:
                assert half.check().holds
    with (
        read(folder, archive) as resumed,
        open_archive(folder.parent / "whole.dragoman") as whole,
    ):
        assert resumed.check().holds
        assert resumed.fingerprint() == whole.fingerprint()


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_soon_and_it_resumes(undisturbed, tmp_path, sign):
    folder, seconds = undisturbed
    archive = tmp_path / "stopped.dragoman"
    command = [sys.executable, "-m", "dragoman.cli", "read", str(folder), "-o", str(archive)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, env={**os.environ, "COLUMNS": "80"})
    time.sleep(seconds * 0.6)
    process.send_signal(sign)
    try:
        code = process.wait(timeout=20)
    finally:
        process.stderr.close()
    assert code in (0, 128 + sign)
    with read(folder, archive) as resumed:
        assert resumed.check().holds
        assert len(resumed.documents) == DOCUMENTS
