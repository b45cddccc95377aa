"""An invented family of reports: a merge, a chain of which one link is open, a hidden source."""

import json

from dragoman.archive.writer import writing
from dragoman.model import Precision, StatementKind
from strait import document, ended, reading, said, span

TEXTS = {
    "alpha": "Quay closed\n\nThe quay was closed. “We will not pay,” Holm said. Rain fell all day.",
    "beta": "Quay shut\n\nRain fell all day. The quay was closed. “We will pay,” Holm said.",
    "delta": "Ferries wait\n\nFerries waited outside. “We will not pay,” Holm said.",
    "gamma": "Quay and ferries\n\nThe quay was closed. Ferries waited outside. "
    "“We will pay,” said Holm.",
    "mill": "Mill burns\n\nA mill burned at night. No one was hurt.",
    "moor": "Fire at a mill\n\nA mill burned at night. Two engines came.",
    "note": "Harbour note\n\nA visitor wrote this. “We will not pay,” Holm said.",
}
DAYS = {"alpha": "2024-05-01", "beta": "2024-05-02", "delta": "2024-05-01", "gamma": "2024-05-03",
        "mill": "2024-05-04"}  # fmt: skip
QUOTED = {"alpha": "“We will not pay,”", "beta": "“We will pay,”", "delta": "“We will not pay,”",
          "gamma": "“We will pay,”", "note": "“We will not pay,”"}  # fmt: skip
FAMILIES = {
    "alpha": ("alpha", "Tide Group", "Sea Wire"), "beta": ("alpha", "Tide Group", None),
    "delta": ("alpha", "Gull", "Sea Wire"), "gamma": ("alpha", None, None),
    "mill": ("mill", "Tide Group", None), "moor": ("mill", "Gull", "Hill Wire"),
    "note": ("note", None, None),
}  # fmt: skip
# Derived, origin, sureness of the direction, whether it is an edge of the tree.
EDGES = (
    ("beta", "alpha", 0.9, 1), ("gamma", "beta", 0.6, 1), ("gamma", "delta", 0.9, 1),
    ("gamma", "alpha", 0.9, 0), ("delta", "alpha", 0.5, 0), ("moor", "mill", 0.5, 0),
)  # fmt: skip
SHARED = (
    "The quay was closed.", "Rain fell all day.", "Ferries waited outside.",
    "A mill burned at night.",
)  # fmt: skip


def _readings():
    for doc, text in TEXTS.items():
        day = DAYS.get(doc)
        known = {"published": day, "published_precision": Precision.DAY} if day else {}
        told = ()
        if doc in QUOTED:
            told = (said(text, "Holm", "said", QUOTED[doc], StatementKind.DIRECT),)
        outlet = f"The {doc.title()}"
        yield reading(
            document(doc, text, text.split("\n")[0], outlet=outlet, **known), statements=told
        )


def _store(connection):
    connection.executemany(
        "insert or replace into families (doc, family, publisher, wire) values (?, ?, ?, ?)",
        [(doc, *of) for doc, of in FAMILIES.items()],
    )
    connection.execute(
        "insert into hidden_sources (hidden_source, source_note, before, agency, documents)"
        " values ('lost:mill', 'both have what the other lacks', '2024-05-04', 'Hill Wire', 2)"
    )
    mill = span(TEXTS["mill"], "A mill burned at night.")
    connection.execute(
        'insert into hidden_passages (hidden_source, number, doc, start, "end")'
        " values ('lost:mill', 1, 'mill', ?, ?)",
        (mill.start, mill.end),
    )
    edges = [(d, o, None, sure, parent) for d, o, sure, parent in EDGES]
    edges += [(doc, None, "lost:mill", 0.5, 1) for doc in ("mill", "moor")]
    for derived, origin, hidden, sure, parent in edges:
        kind = "shared-source" if hidden or derived == "moor" else "edited"
        connection.execute(
            "insert into lineage (derived, origin, hidden_source, source_note, kind, coverage,"
            " direction_score, score, origin_coverage, parent)"
            " values (?, ?, ?, 'dates', ?, 0.6, ?, 0.9, 0.5, ?)",
            (derived, origin, hidden, kind, sure, parent),
        )
        for words in SHARED:
            if origin and words in TEXTS[derived] and words in TEXTS[origin]:
                here, there = span(TEXTS[derived], words), span(TEXTS[origin], words)
                connection.execute(
                    "insert into alignments values (?, ?, ?, ?, ?, ?, 'verbatim')",
                    (derived, here.start, here.end, origin, there.start, there.end),
                )


def _store_quotations(connection):
    connection.execute(
        "insert into utterances (utterance, speaker, documents, families, first_doc)"
        " values ('alpha:s1', null, 5, 2, 'alpha')"
    )
    connection.execute("update statements set utterance = 'alpha:s1'")
    not_ = span(TEXTS["alpha"], "not")
    for doc, words in QUOTED.items():
        changed = "not" not in words
        at = TEXTS[doc].index("pay")
        edit = {"from": "not", "to": "", "span": [at, at],
                "reference_span": [not_.start, not_.end]}  # fmt: skip
        parent = {"beta": "alpha:s1", "gamma": "beta:s1"}.get(doc)
        connection.execute(
            "insert into variants (utterance, statement, reference_statement, change, edits,"
            " in_quotation_marks, score, parent_statement, appeared)"
            " values ('alpha:s1', ?, 'alpha:s1', ?, ?, ?, 1, ?, ?)",
            (
                f"{doc}:s1",
                "meaning-changed" if changed else "same",
                json.dumps([edit] if changed else []),
                int(changed),
                parent,
                int(doc == "beta"),
            ),
        )


def quay(path):
    """Write the archive of the seven documents."""
    with writing(path) as writer:
        writer.begin_run({"pipeline": "none"}, {"none": "0"})
        listed = list(_readings())
        writer.append(listed, [ended(r.document.path, r.document.doc) for r in listed])
        with writer.transaction() as connection:
            _store(connection)
            _store_quotations(connection)
        writer.end_run({"accepted": len(listed)})
    return path
