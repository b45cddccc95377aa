"""The figures as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attributing.scoring import BY_KIND, EXACT, WHOLE, calibration_error

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from attributing.ours import Seconds
    from attributing.scoring import Bin

COLUMNS = (*EXACT, *WHOLE, *BY_KIND)
GROUPS = ("exact spans", "attributions", "direct", "mixed", "indirect")
HEADS = (
    ("source", "cue", "content"),
    ("content", "+head", "+cue", "exact"),
    *[("content", "+head")] * 3,
)
NAME, WIDTH = 28, 8


def figures(rows: Mapping[str, Mapping[str, float]]) -> str:
    """Return one line for each system, F1 in percent."""
    groups = "".join(
        f"{name:>{WIDTH * len(heads)}}" for name, heads in zip(GROUPS, HEADS, strict=True)
    )
    heads = "".join(f"{head:>{WIDTH}}" for group in HEADS for head in group)
    lines = [f"{name:{NAME}}" + "".join(map(_cell, _values(row))) for name, row in rows.items()]
    return "\n".join([f"{'F1, %':{NAME}}{groups}", f"{'':{NAME}}{heads}", *lines])


def _values(row: Mapping[str, float]) -> Iterator[float | None]:
    return (row.get(column) for column in COLUMNS)


def _cell(value: float | None) -> str:
    return f"{'-':>{WIDTH}}" if value is None else f"{value:{WIDTH}.1f}"


def reliability(bins: Sequence[Bin]) -> str:
    """Return the bins that are not empty, and the error over all."""
    lines = [f"{'score':12}{'statements':>12}{'mean, %':>10}{'right, %':>10}"]
    for number, b in enumerate(bins):
        if b.count:
            share = f"{100 * b.score:10.1f}{100 * b.right / b.count:10.1f}"
            lines.append(f"{number / 10:.1f} to {(number + 1) / 10:.1f}  {b.count:12,}{share}")
    return "\n".join([*lines, f"expected calibration error: {calibration_error(bins)} points"])


def cost(spent: Seconds, words: int) -> str:
    """Return the CPU time of spaCy, of all our reading and of the statements in it."""
    told = {
        "spaCy, all components": spent.spacy,
        "all of our reading": spent.reading,
        "  the statements in it": spent.statements,
    }
    lines = [f"{'':{NAME}}{'CPU s':>8}{'over spaCy':>12}{'words/s':>10}"]
    for name, seconds in told.items():
        ratio = f"{seconds / spent.spacy:12.2f}"
        lines.append(f"{name:{NAME}}{seconds:8.1f}{ratio}{words / seconds:10,.0f}")
    return "\n".join(lines)
