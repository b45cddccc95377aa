"""Whether a content is denied."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import table
from dragoman.reading.circumstances.words import bare, entries, rows_by_form
from dragoman.reading.statements.lexicon import cues

if TYPE_CHECKING:
    from dragoman.reading.circumstances.clause import Clause

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})


def denies(clause: Clause) -> bool:
    """Say whether the cue denies the content.

    A cue that is negated denies nothing ("did not deny"), and one that only rejects denies a claim
    ("rejected the report that ships had sailed"), but no plan ("rejected the plan").
    """
    syntax = clause.syntax
    if any(syntax.words[token] in NEGATIONS for token in clause.cue):
        return False
    kinds = set(entries(clause, _denying()))
    return "always" in kinds or ("claims" in kinds and _claim(clause))


def _claim(clause: Clause) -> bool:
    """Say whether the content is a clause, or a claim by its noun, there or at the cue's end."""
    syntax, words = clause.syntax, bare(clause)
    if words and syntax.words[words[0]] == "that" and syntax.deps[words[0]] == "mark":
        return True
    if any(syntax.words[token] in _claims() for token in clause.cue):
        return True
    own = set(words)
    heads = [t for t in words if syntax.heads[t] not in own and syntax.tags[t].startswith("NN")]
    return any(syntax.words[head] in _claims() for head in heads) or any(
        syntax.words[t] in _claims() for t in words[:3]
    )


@cache
def _claims() -> frozenset[str]:
    nouns = [row["noun"] for row in table("claim_nouns")]
    return frozenset([*nouns, *(f"{noun}s" for noun in nouns)])


@cache
def _denying() -> dict[str, str]:
    rows = rows_by_form("denying_words", "noun") | rows_by_form("denying_words", "verb")
    known = {form: cue.denies for part in ("noun", "verb") for form, cue in cues(part).items()}
    return {form: kind for form, kind in known.items() if kind} | {
        form: row["denial"] for form, row in rows.items()
    }
