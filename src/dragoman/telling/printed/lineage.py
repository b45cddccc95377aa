"""The families of an archive, and one document's, in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.telling.printed.edge import edge_in_words
from dragoman.telling.printed.pen import one_line
from dragoman.telling.printed.shared import shared_lines
from dragoman.telling.printed.tree import tree_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.archive.archive import Archive
    from dragoman.archive.stemma import Tree
    from dragoman.model import Derivation

ALIGNED = (
    "select kind, derived_start, derived_end, origin_start, origin_end from alignments"
    " where derived = ? and origin = ? order by 2, 3, 4, 5"
)
LONGEST_WORDS = 80


def families_lines(archive: Archive, *, reasons: bool, every: bool) -> Iterator[str]:
    """Yield the trees of all families, then who shares quotations only."""
    none = True
    for tree in archive.lineage.trees():
        yield from _headed(tree, reasons=reasons, every=every)
        yield ""
        none = False
    if none:
        yield "No document is known to go back to another."
    yield from shared_lines(archive)


def document_lines(archive: Archive, doc: str, *, reasons: bool, every: bool) -> Iterator[str]:
    """Yield the tree of a document, the passages it has from others, and whom it shares with.

    Raises:
        ReceiptError: the archive holds no document of that name, or no longer.
    """
    tree = archive.lineage.tree(doc)
    yield from _headed(tree, reasons=reasons, every=every)
    for edge in tree.edges:
        if edge.derived == doc and edge.origin:
            yield ""
            yield one_line(f"{doc} {edge_in_words(edge)}")
            yield from _aligned(archive, edge)
    shared = list(shared_lines(archive, doc))
    yield from ["", *shared] if shared else []


def _headed(tree: Tree, *, reasons: bool, every: bool) -> Iterator[str]:
    documents, sources = len(tree.documents), len(tree.sources)
    told = "1 document" if documents == 1 else f"{documents} documents"
    hidden = f" and {sources} outside the pile" if sources else ""
    yield one_line(f"Family {tree.family}: {told}{hidden}")
    yield from tree_lines(tree, reasons=reasons, every=every)


def _aligned(archive: Archive, edge: Derivation) -> Iterator[str]:
    pair = edge.derived, edge.origin
    for kind, start, end, first, last in archive.connection.execute(ALIGNED, pair):
        here, there = f"{edge.derived}#{start}-{end}", f"{edge.origin}#{first}-{last}"
        words = archive.receipt(here).words
        shown = words if len(words) <= LONGEST_WORDS else f"{words[:LONGEST_WORDS].rstrip()} …"
        yield f"  {kind:9} " + one_line(f"{there} -> {here}")
        yield "    " + one_line(shown)
