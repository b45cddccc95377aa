"""A tree in extended Newick: one line of text that programs for family trees read.

Cardona, Rosselló and Valiente, "Extended Newick", BMC Bioinformatics 9:532, 2008: a node with
several parents is written under each of them as `label#H1`, its children only once.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dragoman.archive.stemma.order import children, starts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Newick reads an underscore outside quotes as a blank, and gives marks a meaning.
PLAIN_MARKS = frozenset(".-")


def newick(names: Sequence[str], parents: Mapping[str, Sequence[str]]) -> str:
    """Return nodes and their parents as one line that ends in `;`, without branch lengths.

    Several roots are joined by a root without a name.
    """
    below = children(names, parents)
    roots = starts(names, parents)
    places = Counter(roots)
    places.update({name: len(parents.get(name, ())) for name in names})
    merged = [name for name in names if places[name] > 1]
    labels = {name: quoted(name) for name in names}
    labels |= {name: f"{labels[name]}#H{number}" for number, name in enumerate(merged, 1)}
    written = "".join(_pieces(roots, below, labels))
    return f"{written};" if len(roots) == 1 else f"({written});"


def _pieces(
    roots: Sequence[str], below: Mapping[str, list[str]], labels: Mapping[str, str]
) -> list[str]:
    """Write nodes with their children before them. By a stack: chains may be long."""
    found: list[str] = []
    expanded: set[str] = set()
    stack: list[tuple[str, bool]] = _listed(roots)
    while stack:
        text, is_node = stack.pop()
        if not is_node:
            found.append(text)
            continue
        stack.append((labels[text], False))
        if below.get(text) and text not in expanded:
            stack.append((")", False))
            stack += _listed(below[text])
            stack.append(("(", False))
        expanded.add(text)
    return found


def _listed(names: Sequence[str]) -> list[tuple[str, bool]]:
    """Return nodes with commas between them, the last first."""
    found: list[tuple[str, bool]] = []
    for name in reversed(names):
        found += [(name, True), (",", False)]
    return found[:-1]


def quoted(label: str) -> str:
    """Return a label as Newick writes it: in quotes unless it is plain, quotes doubled.

    What cannot be printed becomes a blank, so that a tree stays one line.
    """
    if label and all((c.isascii() and c.isalnum()) or c in PLAIN_MARKS for c in label):
        return label
    shown = "".join(c if c.isprintable() else " " for c in label)
    return "'" + shown.replace("'", "''") + "'"
