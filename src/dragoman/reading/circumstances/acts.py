"""What a cue says its content is: said, written, thought, or wanted."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.model import StatementAct, StatementKind
from dragoman.reading.circumstances.asking import asking_words
from dragoman.reading.circumstances.lexicon import noun_kinds
from dragoman.reading.circumstances.words import entries, shapes
from dragoman.reading.statements.lexicon import cues

if TYPE_CHECKING:
    from dragoman.reading.circumstances.clause import Clause


def act_of(clause: Clause, kind: StatementKind, content: str) -> StatementAct:
    """Return the act of the last word of the cue that cues.tsv knows.

    What a document says or finds is written. A cue that is not known speaks where words are
    quoted, wants where an infinitive follows, and else speaks.
    """
    acts = list(entries(clause, _acts()))
    if acts:
        act = StatementAct(acts[-1])
    elif kind is StatementKind.INDIRECT and _aims(clause, content):
        act = StatementAct.INTENT
    else:
        act = StatementAct.SPEECH
    written = act is not StatementAct.INTENT and _document(clause)
    return StatementAct.WRITING if written else act


def _aims(clause: Clause, content: str) -> bool:
    """Say whether an infinitive follows that nobody else is asked for."""
    asked = asking_words().keys() & {clause.syntax.words[token] for token in clause.cue}
    return not asked and "infinitive" in shapes(clause, content)


def _document(clause: Clause) -> bool:
    """Say whether the source is a document: "the report", "a notice pasted on the gate"."""
    syntax = clause.syntax
    heads = [token for token in clause.source if syntax.heads[token] not in clause.source]
    return any(noun_kinds().get(syntax.words[head]) == "document" for head in heads)


@cache
def _acts() -> dict[str, str]:
    found: dict[str, str] = {}
    for part in ("adjective", "noun", "verb"):
        found |= {form: cue.act for form, cue in cues(part).items()}
    return found
