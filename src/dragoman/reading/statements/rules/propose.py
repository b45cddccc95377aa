"""All that the rules find in one paragraph, one candidate per cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.reading.statements.rules.nouns import read_nouns
from dragoman.reading.statements.rules.phrases import read_headline, read_phrases
from dragoman.reading.statements.rules.verbs import read_verbs

if TYPE_CHECKING:
    from dragoman.reading.statements.rules.candidate import Candidate
    from dragoman.reading.syntax import Syntax


def propose(syntax: Syntax, *, headline: bool) -> list[Candidate]:
    """Return the candidates of a paragraph in the order of their cues."""
    verbs = {candidate.anchor: candidate for candidate in read_verbs(syntax)}
    nouns = {candidate.anchor: candidate for candidate in read_nouns(syntax)}
    for candidate in tuple(verbs.values()):
        _unite(syntax, candidate, verbs, nouns)
    found = {**nouns, **verbs}
    for candidate in read_phrases(syntax):
        found[candidate.anchor] = candidate
    if headline:
        found.update({c.anchor: c for c in read_headline(syntax) if c.anchor not in found})
    return [found[anchor] for anchor in sorted(found)]


def _unite(
    syntax: Syntax,
    outer: Candidate,
    verbs: dict[int, Candidate],
    nouns: dict[int, Candidate],
) -> None:
    """Make one cue of a verb and its object: "expressed fear that", "issued a statement saying"."""
    noun = syntax.child(outer.anchor, "dobj")
    if outer.rule != "noun" or noun is None or noun < outer.anchor:
        return
    inner = nouns.get(noun)
    for kid in syntax.children[noun]:
        said = verbs.get(kid)
        if inner is None and syntax.deps[kid] == "acl" and syntax.tags[kid] == "VBG":
            inner = said if said is not None and said.rule == "clause" else None
    if inner is None:
        return
    inner.source = outer.source
    inner.cue = [(outer.cue[0][0], inner.cue[-1][1])]
    del verbs[outer.anchor]
