"""Ours and the peers' figures side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copying.scoring import flagged

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copying.peers import Answer
    from copying.scoring import Scorer

HEAD = (
    f"{'':12}{'P':>7}{'R':>7}{'F1':>7}{'AP':>7}{'shared':>9}{'flags':>7}{'plagdet':>9}{'CPU s':>8}"
)

# Kinds of the gold whose pairs have nothing in common but what someone said.
SHARED = "shared_quotes"


def table(scoring: Scorer, answers: Sequence[Answer]) -> str:
    """Return one line for each system.

    shared: pairs that share only quotations, flagged. flags: all pairs flagged that are none.
    """
    return "\n".join([HEAD, *_lines(scoring, answers)])


def _lines(scoring: Scorer, answers: Sequence[Answer]) -> Iterator[str]:
    for answer in answers:
        if answer.rows is None:
            yield f"{answer.peer + ':':12}not installed"
            continue
        told = scoring.score(answer.rows)
        pairs, related = told["pairs"], told["pairs"]["related"]
        negative = pairs["false_by_negative"].items()
        quoting = [row for kind, row in negative if kind.startswith(SHARED)]
        passages = any(row.get("alignments") for row in answer.rows)
        shown = f"{told['passages']['all']['plagdet']:.3f}" if passages else "-"
        quoted = "/".join(str(sum(row[side] for row in quoting)) for side in ("flagged", "of"))
        yield (
            f"{answer.peer:12}{related['p']:7.3f}{related['r']:7.3f}{related['f1']:7.3f}"
            f"{pairs['average_precision']:7.3f}{quoted:>9}{flagged(told):7}{shown:>9}"
            f"{answer.seconds:8.1f}"
        )
