"""The family tree of the documents, drawn on an axis of time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.telling.dossier.axis import Axis, Tick, axis
from dragoman.telling.dossier.lineage import Edge, main_edges

if TYPE_CHECKING:
    from dragoman.telling.dossier.papers import Paper, Pile

WIDTH, LABELS, UNDATED, ROW, GAP, TOP = 920, 236, 110, 30, 12, 34
MOST_ROWS = 60
LONGEST_LABEL = 30
LEAST_SPAN = 6.0
# Marks further apart than so many pixels are joined across, not by an arc.
FAR, NAME_WIDTH = 60, 120


@dataclass(frozen=True, slots=True)
class Node:
    """A document: its row, and where its mark begins and ends on the axis."""

    paper: Paper
    label: str
    y: float
    x: float
    x_end: float


@dataclass(frozen=True, slots=True)
class Curve:
    """An edge between two marks, as an SVG path and the place of its name."""

    edge: Edge
    path: str
    x: float
    y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Tree:
    """The drawing: nodes, curves, ticks, its size, and how many documents it leaves out."""

    nodes: tuple[Node, ...]
    curves: tuple[Curve, ...]
    ticks: tuple[Tick, ...]
    undated_x: float | None
    width: int
    height: int
    left_out: int


def tree(pile: Pile, edges: tuple[Edge, ...]) -> Tree:
    """Draw the families: all documents, or in a large pile those of the larger families."""
    shown = _shown(pile)
    undated = any(not paper.published for paper in shown)
    right = WIDTH - (UNDATED if undated else 0) - 24
    dates = [paper.published for paper in shown if paper.published]
    scale = axis(dates, LABELS + 20, right)
    undated_x = WIDTH - UNDATED / 2 if undated else None
    nodes: dict[str, Node] = {}
    y, family = TOP + 16.0, ""
    for paper in shown:
        y += GAP if family and paper.family != family else 0
        nodes[paper.doc] = _node(paper, y, scale, undated_x)
        y, family = y + ROW, paper.family
    return Tree(
        nodes=tuple(nodes.values()),
        curves=tuple(_curve(e, nodes) for e in main_edges(edges) if _drawn(e, nodes)),
        ticks=scale.ticks() if scale else (),
        undated_x=undated_x,
        width=WIDTH,
        height=round(y + 4),
        left_out=len(pile.papers) - len(nodes),
    )


def _shown(pile: Pile) -> list[Paper]:
    families = list(pile.families.values())
    if len(pile.papers) > MOST_ROWS:
        families = sorted((f for f in families if len(f) > 1), key=lambda f: -len(f))
    return [paper for members in families for paper in members][:MOST_ROWS]


def _node(paper: Paper, y: float, scale: Axis | None, undated_x: float | None) -> Node:
    label = paper.label
    if len(label) > LONGEST_LABEL:
        label = label[: LONGEST_LABEL - 1].rstrip() + "…"
    if paper.published and scale:
        x, x_end = scale.at(paper.published.first), scale.at(paper.published.last)
    else:
        x = x_end = undated_x or 0.0
    return Node(paper, label, y, x, x_end if x_end - x > LEAST_SPAN else x)


def _drawn(edge: Edge, nodes: dict[str, Node]) -> bool:
    return bool(edge.origin and edge.origin.doc in nodes and edge.derived.doc in nodes)


def _curve(edge: Edge, nodes: dict[str, Node]) -> Curve:
    """Draw an edge: an arc on the left between near marks, else from the one across to the other.

    Its name stands beside the derived document, where no other edge's name can stand.
    """
    start, end = nodes[edge.origin.doc if edge.origin else ""], nodes[edge.derived.doc]
    y1, y2 = start.y, end.y
    if abs(end.x - start.x) < FAR:
        bend = 16 + abs(y2 - y1) / 4
        x1, x2 = start.x - 8, end.x - 10
        path = f"M{x1:g} {y1:g}C{x1 - bend:g} {y1:g} {x2 - bend:g} {y2:g} {x2:g} {y2:g}"
    else:
        bend = FAR if end.x > start.x else -FAR
        x1, x2 = (start.x_end + 8, end.x - 10) if bend > 0 else (start.x - 8, end.x_end + 10)
        path = f"M{x1:g} {y1:g}C{x1 + bend:g} {y1:g} {x2 - bend:g} {y2:g} {x2:g} {y2:g}"
    left = end.x_end > WIDTH - UNDATED - NAME_WIDTH
    x = end.x - 70 if left else end.x_end + 14
    return Curve(edge, path, round(x, 1), end.y, "end" if left else "start")
