"""What could not be read, and how the archive was made; no path but the file's own name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.archive.archive import Archive

VERDICTS = ("accepted", "partly", "refused", "duplicate")


@dataclass(frozen=True, slots=True, order=True)
class Unread:
    """An input that was refused or read only in part."""

    name: str
    verdict: str
    reason: str


@dataclass(frozen=True, slots=True)
class Making:
    """How the inputs ended, and with what they were read."""

    inputs: tuple[tuple[str, int], ...]
    unread: tuple[Unread, ...]
    made_by: str
    runs: tuple[dict[str, Any], ...]
    deleted: int


def making(archive: Archive) -> Making:
    """Return how an archive came to be."""
    inputs = archive.connection.execute("select verdict, path, member, code, reason from inputs")
    rows = inputs.fetchall()
    counts = Counter(row["verdict"] for row in rows)
    about = archive.about()
    unread = sorted(
        Unread(_name(r["path"], r["member"]), r["verdict"], _reason(r["reason"], r["path"]))
        for r in rows
        if r["verdict"] in {"partly", "refused"}
    )
    return Making(
        inputs=tuple((verdict, counts[verdict]) for verdict in VERDICTS),
        unread=tuple(unread),
        made_by=str(about.get("made_by", "")),
        runs=tuple(_run(run) for run in about["runs"]),
        deleted=len(archive.tombstones),
    )


def _run(run: dict[str, Any]) -> dict[str, Any]:
    return {
        "run": run["run"],
        "version": run["version"],
        "started": run["started"],
        "finished": run["finished"],
        "settings": _plain(run["settings"]),
        "models": _plain(run["models"]),
    }


def _plain(values: dict[str, Any] | None) -> tuple[tuple[str, str], ...]:
    listed = sorted((values or {}).items())
    return tuple((_file(str(name)), _file(str(value))) for name, value in listed)


def _name(path: str, member: str) -> str:
    name = _file(path)
    return f"{name}, {member}" if member else name


def _file(path: str) -> str:
    return PurePosixPath(path.replace("\\", "/")).name or path


def _reason(reason: str, path: str) -> str:
    folder = path.replace("\\", "/").rpartition("/")[0]
    told = reason.replace(path, _file(path))
    return told.replace(f"{folder}/", "") if folder else told
