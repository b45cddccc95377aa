"""The family tree of the documents, drawn on an axis of time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.telling.dossier.axis import Axis, Tick, axis
from dragoman.telling.dossier.branches import branches
from dragoman.telling.dossier.hidden import Hidden

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dragoman.telling.dossier.branches import Branch
    from dragoman.telling.dossier.lineage import Edge
    from dragoman.telling.dossier.papers import Paper, Pile

# Columns in pixels: names with dates, the axis, what is undated, how each goes back to its parents.
WIDTH, NAMES, UNDATED, HOW = 960, 188, 96, 190
ROW, GAP, TOP = 36, 12, 34
LONGEST_LABEL = 23
LEAST_SPAN = 6.0
# Marks further apart than so many pixels are joined across, not by an arc.
FAR, MOST_BEND = 60, 52
# As many dates as stand beside each other on the axis.
MOST_TICKS = 4
# A hidden text stands so many pixels before the first document that has it.
BEFORE = 34


@dataclass(frozen=True, slots=True)
class Node:
    """A document or a hidden text: its row, and where its mark begins and ends on the axis.

    how: the edges to its parents, in words beside it.
    """

    of: Paper | Hidden
    label: str
    y: float
    x: float
    x_end: float
    how: tuple[Edge, ...]

    @property
    def hidden(self) -> bool:
        """Say whether it is a text outside the pile."""
        return isinstance(self.of, Hidden)


@dataclass(frozen=True, slots=True)
class Curve:
    """An edge between two marks, as an SVG path."""

    edge: Edge
    path: str


@dataclass(frozen=True, slots=True)
class More:
    """A row that says how many members of the family above are not drawn."""

    y: float
    count: int


@dataclass(frozen=True, slots=True)
class Tree:
    """The drawing: nodes, curves, ticks, its size, and how many documents it leaves out."""

    nodes: tuple[Node, ...]
    curves: tuple[Curve, ...]
    more: tuple[More, ...]
    ticks: tuple[Tick, ...]
    undated_x: float | None
    width: int
    height: int
    left_out: int
    names: int = NAMES
    how: int = HOW


def tree(pile: Pile, edges: Sequence[Edge]) -> Tree:
    """Draw the families, an edge for every parent."""
    drawn = branches(pile, edges)
    papers = [row for branch in drawn for row in branch.rows if not isinstance(row, Hidden)]
    undated = any(not paper.published for paper in papers)
    right = WIDTH - HOW - (UNDATED if undated else 0) - 36
    dates = [paper.published for paper in papers if paper.published]
    scale = axis(dates, NAMES + MOST_BEND + 20, right)
    undated_x = WIDTH - HOW - UNDATED / 2 if undated else None
    parents: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        if edge.parent:
            parents[edge.derived.anchor].append(edge)
    nodes, more, height = _rows(drawn, scale, undated_x, parents)
    return Tree(
        nodes=tuple(nodes.values()),
        curves=tuple(_curves(nodes)),
        more=more,
        ticks=scale.ticks(MOST_TICKS) if scale else (),
        undated_x=undated_x,
        width=WIDTH,
        height=height,
        left_out=len(pile.papers) - len(papers),
    )


def _rows(
    drawn: Iterable[Branch],
    scale: Axis | None,
    undated_x: float | None,
    parents: dict[str, list[Edge]],
) -> tuple[dict[str, Node], tuple[More, ...], int]:
    nodes: dict[str, Node] = {}
    more: list[More] = []
    y = TOP + 12.0
    for branch in drawn:
        for row in branch.rows:
            x, x_end = _place(row, scale, undated_x)
            how = tuple(parents.get(row.anchor, ()))
            nodes[row.anchor] = Node(row, _short(row.label), y, x, x_end, how)
            y += ROW
        if branch.left_out:
            more.append(More(y, branch.left_out))
            y += ROW
        y += GAP if len(branch.rows) > 1 else 0
    return nodes, tuple(more), round(y)


def _short(label: str) -> str:
    if len(label) <= LONGEST_LABEL:
        return label
    return label[: LONGEST_LABEL - 1].rstrip() + "…"


def _place(row: Paper | Hidden, scale: Axis | None, undated_x: float | None) -> tuple[float, float]:
    if isinstance(row, Hidden):
        dated = [child.published for child in row.children if child.published]
        if not (dated and scale):
            return undated_x or 0.0, undated_x or 0.0
        x = scale.at(min(dated).first) - BEFORE
        return x, x
    if not (row.published and scale):
        return undated_x or 0.0, undated_x or 0.0
    x, x_end = scale.at(row.published.first), scale.at(row.published.last)
    return x, x_end if x_end - x > LEAST_SPAN else x


def _curves(nodes: dict[str, Node]) -> Iterable[Curve]:
    for node in nodes.values():
        for edge in node.how:
            parent = edge.hidden or edge.origin
            if parent and parent.anchor in nodes:
                yield Curve(edge, _path(nodes[parent.anchor], node))


def _path(start: Node, end: Node) -> str:
    """Join two marks: by an arc on the left if they are near in time, else straight across."""
    y1, y2 = start.y, end.y
    if abs(end.x - start.x) < FAR:
        bend = min(MOST_BEND, 12 + abs(y2 - y1) / 4)
        x1, x2 = start.x - 8, end.x - 10
        left = min(x1, x2) - bend
        return f"M{x1:g} {y1:g}C{left:g} {y1:g} {left:g} {y2:g} {x2:g} {y2:g}"
    bend = FAR if end.x > start.x else -FAR
    x1, x2 = (start.x_end + 8, end.x - 10) if bend > 0 else (start.x - 8, end.x_end + 10)
    return f"M{x1:g} {y1:g}C{x1 + bend:g} {y1:g} {x2 - bend:g} {y2:g} {x2:g} {y2:g}"
