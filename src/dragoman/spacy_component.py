"""Statements in spaCy: the pipeline component `dragoman_statements`.

    nlp.add_pipe("dragoman_statements")
    nlp("...")._.statements

spaCy finds it by its entry point; nothing of Dragoman need be imported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.errors import UsageError
from dragoman.model.told import PARTS, ToldStatement, told_statements

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Span as Tokens

NAME = "dragoman_statements"
# What must have been set before, and what sets it.
NEEDED = {"DEP": "parser", "TAG": "tagger", "ENT_IOB": "ner"}


@Language.factory(
    NAME,
    assigns=["doc._.statements", "doc.spans"],
    requires=["token.dep", "token.tag", "doc.ents"],
)
class Statements:
    """Reads the statements of a parsed document; every line of it is a paragraph.

    `doc._.statements` holds them as `ToldStatement`s, with offsets into `doc.text`;
    `doc.spans["dragoman_statements"]` their parts as SOURCE, CUE and CONTENT, statement after
    statement, each span with its statement's number ("1", "2" ...) as `id_`. Both outlast
    `to_bytes`, as `doc.user_data` does.
    """

    def __init__(self, nlp: Language, name: str) -> None:  # noqa: ARG002 - spaCy passes both
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Add its statements to a document.

        Raises:
            UsageError: it was not parsed, tagged or searched for entities.
        """
        _require(doc)
        # spaCy imports this module whenever it loads any pipeline; who does not ask pays nothing.
        from dragoman.reading.parsed import read_parsed  # noqa: PLC0415

        told = told_statements(read_parsed(doc))
        # Plain values, since spaCy writes user data as MessagePack.
        doc.user_data[NAME] = [statement.to_dict() for statement in told]
        doc.spans[NAME] = list(_spans(doc, told))
        return doc


def statements_of(doc: Doc) -> tuple[ToldStatement, ...]:
    """Return the statements that the component found in a document."""
    return tuple(ToldStatement.from_dict(plain) for plain in doc.user_data.get(NAME, ()))


Doc.set_extension("statements", getter=statements_of)


def _require(doc: Doc) -> None:
    for attribute, component in NEEDED.items():
        if not doc.has_annotation(attribute):
            raise UsageError.not_annotated(component)


def _spans(doc: Doc, told: Sequence[ToldStatement]) -> Iterator[Tokens]:
    for number, statement in enumerate(told, 1):
        for part in PARTS:
            for words in getattr(statement, part):
                span = doc.char_span(
                    words.start, words.end, part.upper(), alignment_mode="expand",
                    span_id=str(number),
                )  # fmt: skip
                if span is not None:
                    yield span
