"""Trees, pairs and utterances as data, with the names of the contract's columns."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from dragoman.telling.printed.edge import directed
from dragoman.telling.printed.shared import shared_quotations

if TYPE_CHECKING:
    from dragoman.archive.archive import Archive
    from dragoman.archive.stemma import Tree
    from dragoman.model import Derivation, Edit
    from dragoman.telling.comparison import Comparison, Side
    from dragoman.telling.utterances import Utterance, Wording

Data = dict[str, Any]
ALIGNED = (
    "select * from alignments where derived = ?"
    " order by origin, derived_start, derived_end, origin_start, origin_end"
)


def lineage_data(archive: Archive) -> Data:
    """Return all families of two documents or more, and who shares quotations only."""
    trees = [tree_data(tree) for tree in archive.lineage.trees()]
    return {"families": trees, "shared_quotations": shared_quotations(archive, None)}


def document_data(archive: Archive, doc: str) -> Data:
    """Return the tree of a document, its aligned passages, and whom it shares quotations with.

    Raises:
        ReceiptError: the archive holds no document of that name, or no longer.
    """
    tree = tree_data(archive.lineage.tree(doc))
    alignments = [dict(row) for row in archive.connection.execute(ALIGNED, (doc,))]
    shared = shared_quotations(archive, doc)
    return {"doc": doc, **tree, "alignments": alignments, "shared_quotations": shared}


def tree_data(tree: Tree) -> Data:
    """Return a tree: documents, hidden sources, derivations, and the whole as Newick."""
    sources = [
        {
            "hidden_source": source.hidden_source,
            "source_note": source.note,
            "before": source.before,
            "agency": source.agency,
            "docs": source.docs,
            "passages": [f"{doc}#{span.start}-{span.end}" for doc, span in source.passages],
        }
        for source in tree.sources
    ]
    return {
        "family": tree.family,
        "documents": [asdict(member) for member in tree.documents],
        "hidden_sources": sources,
        "lineage": [_derivation(edge) for edge in tree.edges],
        "roots": tree.roots,
        "newick": tree.newick(),
    }


def _derivation(edge: Derivation) -> Data:
    told = asdict(edge)
    del told["alignments"]
    return {**told, "directed": directed(edge)}


def comparison_data(compared: Comparison) -> Data:
    """Return what stands side by side in two documents."""
    return {
        "origin": compared.origin,
        "derived": compared.derived,
        "derivation": _derivation(compared.derivation) if compared.derivation else None,
        "utterances": compared.utterances,
        "passages": [
            {
                "kind": beside.kind,
                "moved": beside.moved or None,
                "origin": _side(beside.origin),
                "derived": _side(beside.derived),
                "edits": [_edit(edit) for edit in beside.edits],
            }
            for beside in compared
        ],
    }


def _side(side: Side | None) -> Data | None:
    return {**asdict(side), "receipt": str(side)} if side else None


def _edit(edit: Edit) -> Data:
    return {
        "from": edit.before,
        "to": edit.after,
        "span": edit.span,
        "reference_span": edit.reference_span,
    }


def utterance_data(utterance: Utterance, *, only_altered: bool) -> Data:
    """Return an utterance with its wordings, the reference first.

    only_altered: leave out wordings whose words were not changed inside quotation marks.
    """
    told = [w for w in utterance.wordings if w.is_reference or w.altered or not only_altered]
    return {
        "utterance": utterance.utterance,
        "speaker": utterance.speaker,
        "name": utterance.name,
        "documents": utterance.documents,
        "families": utterance.families,
        "wordings": [_wording(wording) for wording in told],
    }


def _wording(wording: Wording) -> Data:
    return {
        **asdict(wording.document),
        "statement": wording.statement,
        "speaker": wording.speaker,
        "receipt": wording.receipt,
        "content": [[start, start + len(words)] for start, words in wording.passages],
        "words": [words for _, words in wording.passages],
        "reference": wording.is_reference,
        "change": wording.change,
        "in_quotation_marks": wording.in_marks,
        "edits": [_edit(edit) for edit in wording.edits],
        "appeared": wording.appeared,
        "taken_from": wording.taken_from,
        "parents": wording.parents,
    }
