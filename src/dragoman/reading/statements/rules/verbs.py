"""Verb cues: the complements that the verb takes are the content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.reading.statements.lexicon import cues
from dragoman.reading.statements.rules.candidate import Candidate
from dragoman.reading.statements.rules.sources import agent_of, phrase, subject_of
from dragoman.reading.syntax import PASSIVE_SUBJECTS, SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.reading.statements.lexicon import Cue
    from dragoman.reading.statements.ranges import Range
    from dragoman.reading.syntax import Syntax

AUXILIARIES = frozenset({"aux", "auxpass", "neg"})
OBJECTS = frozenset({"dobj", "oprd", "attr", "dative"})
# After an object, these prepositions go on with what is said; others tell when and where it was.
OBJECT_PREPOSITIONS = frozenset(
    {"as", "of", "for", "about", "against", "with", "from", "to", "over"}
)
# Tokens from an auxiliary to its verb: "has since repeatedly and publicly said".
LONGEST_GROUP = 5

# Only these attribute without a source (right in 6 to 9 % of the others on PolNeAR's train).
SOURCELESS = frozenset({"passive"})

Tokens = tuple[int, int]


def cue_of(syntax: Syntax, token: int) -> Cue | None:
    """Return the cue that a verb token is, its particle or adverb considered."""
    if not syntax.verbal(token) or syntax.deps[token] in AUXILIARIES:
        return None
    known, word = cues("verb"), syntax.words[token]
    for kid in syntax.children[token]:
        phrasal = known.get(f"{word} {syntax.words[kid]}") if kid > token else None
        if phrasal is not None:
            return phrasal
    return known.get(word)


def read_verbs(syntax: Syntax) -> Iterator[Candidate]:
    """Yield what the verbs of a paragraph attribute."""
    for token in range(len(syntax)):
        cue = cue_of(syntax, token)
        if cue is None:
            continue
        rule, content, marker = _content(syntax, token, cue)
        source = source_ranges(syntax, token)
        if content and (source or rule in SOURCELESS):
            yield Candidate(
                anchor=token,
                word=cue,
                rule=rule,
                source=source,
                cue=cue_ranges(syntax, token, marker),
                content=[(syntax.starts[a], syntax.ends[b]) for a, b in content if a <= b],
            )


def source_ranges(syntax: Syntax, verb: int) -> list[Range]:
    """Return where the source of a verb stands, if anywhere."""
    head = agent_of(syntax, verb) if passive(syntax, verb) else subject_of(syntax, verb)
    if head is None:
        return []
    if head < verb and syntax.words[head] == "it" and syntax.child(verb, *PASSIVE_SUBJECTS):
        return []
    found = phrase(syntax, head, verb)
    return [found] if found else []


def passive(syntax: Syntax, verb: int) -> bool:
    """Say whether the verb is a passive, or a participle that qualifies a noun like one."""
    if syntax.tags[verb] != "VBN":
        return False
    kids = {syntax.deps[kid] for kid in syntax.children[verb]}
    if kids & {"auxpass", "agent", "nsubjpass"}:
        return True
    return syntax.deps[verb] in {"acl", "advcl"} and not kids & {"aux", "nsubj"}


def cue_ranges(syntax: Syntax, verb: int, marker: int | None) -> list[Range]:
    """Return the verb with its auxiliaries and particle, and the preposition of its content."""
    start = end = verb
    for kid in syntax.children[verb]:
        between = kid < verb and not _subject_between(syntax, kid, verb)
        if syntax.deps[kid] in AUXILIARIES and between and verb - kid <= LONGEST_GROUP:
            start = min(start, kid)
        if syntax.deps[kid] == "prt" and kid == end + 1:
            end = kid
    places = [(syntax.starts[start], syntax.ends[end])]
    if marker is not None:
        if marker == end + 1:
            return [(places[0][0], syntax.ends[marker])]
        places.append((syntax.starts[marker], syntax.ends[marker]))
    return places


def _subject_between(syntax: Syntax, start: int, end: int) -> bool:
    subjects = SUBJECTS | PASSIVE_SUBJECTS
    kids = syntax.children[end]
    return any(start < kid < end and syntax.deps[kid] in subjects for kid in kids)


def _content(syntax: Syntax, verb: int, cue: Cue) -> tuple[str, list[Tokens], int | None]:
    if passive(syntax, verb):
        rule, content = _passive(syntax, verb, cue)
        return rule, content, None
    if "clause" in cue.takes and (found := _clause(syntax, verb)):
        return "clause", found, None
    for rule, reader in (("infinitive", _infinitive), ("gerund", _gerund)):
        if rule in cue.takes and (found := reader(syntax, verb)):
            return rule, found, None
    purpose = syntax.deps[verb] in {"acl", "relcl"} and syntax.infinitive(verb)
    if "noun" in cue.takes and not purpose and (found := _object(syntax, verb)):
        return "noun", found, None
    return _prepositional(syntax, verb, cue)


def _clause(syntax: Syntax, verb: int) -> list[Tokens]:
    if syntax.deps[verb] == "parataxis":
        return _around(syntax, verb, syntax.heads[verb])
    kids = [kid for kid in syntax.children[verb] if syntax.deps[kid] == "ccomp"]
    after = [kid for kid in kids if kid > verb]
    before = [kid for kid in kids if kid < verb]
    found = []
    if before:
        start = syntax.left[before[0]]
        found.append((start, clause_start(syntax, verb) - 1))
    if after:
        found.append((syntax.left[after[0]], syntax.right[after[-1]]))
    return found


def clause_start(syntax: Syntax, verb: int) -> int:
    """Return the first token of a cue clause that follows its content: "..., Smith later said"."""
    start = verb
    for kid in reversed([kid for kid in syntax.children[verb] if kid < verb]):
        if syntax.deps[kid] in {"ccomp", "punct"} or syntax.right[kid] != start - 1:
            break
        start = syntax.left[kid]
    return start


def clause_end(syntax: Syntax, verb: int) -> int:
    """Return the last token of a cue clause in the middle of its content."""
    end = verb
    for kid in [kid for kid in syntax.children[verb] if kid > verb]:
        if syntax.deps[kid] in {"ccomp", "punct"}:
            break
        end = max(end, syntax.right[kid])
    return end


def _around(syntax: Syntax, verb: int, head: int) -> list[Tokens]:
    """Content that stands on both sides of its cue clause."""
    start, end = clause_start(syntax, verb), clause_end(syntax, verb)
    return [(syntax.left[head], start - 1), (end + 1, syntax.right[head])]


def _infinitive(syntax: Syntax, verb: int) -> list[Tokens]:
    for kid in syntax.children[verb]:
        clause = syntax.deps[kid] in {"xcomp", "ccomp", "advcl"} and kid > verb
        if clause and syntax.infinitive(kid):
            receiver = syntax.child(verb, "dobj", "dative")
            start = syntax.left[kid]
            if receiver is not None and verb < receiver < start:
                start = syntax.left[receiver]
            return [(start, syntax.right[kid])]
    return []


def _gerund(syntax: Syntax, verb: int) -> list[Tokens]:
    for kid in syntax.children[verb]:
        if syntax.deps[kid] in {"xcomp", "pcomp"} and kid > verb and syntax.tags[kid] == "VBG":
            return [(syntax.left[kid], syntax.right[kid])]
    return []


def _object(syntax: Syntax, verb: int) -> list[Tokens]:
    kids = syntax.children[verb]
    objects = [
        kid for kid in kids if syntax.deps[kid] in OBJECTS or _small_clause(syntax, kid, verb)
    ]
    after = [kid for kid in objects if kid > verb]
    gap = _relative(syntax, verb, objects)
    if gap:
        return [gap, *((syntax.left[kid], syntax.right[kid]) for kid in after[:1])]
    if not after:
        return []
    end = max(syntax.right[kid] for kid in after)
    for kid in kids:
        goes_on = syntax.words[kid] in OBJECT_PREPOSITIONS and syntax.deps[kid] == "prep"
        if kid > after[0] and (goes_on or syntax.deps[kid] in {"xcomp", "ccomp"}):
            end = max(end, syntax.right[kid])
    return [(syntax.left[after[0]], end)]


def _small_clause(syntax: Syntax, kid: int, verb: int) -> bool:
    """Say whether a clause is the object of calling: "called the plan a mistake"."""
    return syntax.deps[kid] in {"ccomp", "xcomp"} and kid > verb


def _relative(syntax: Syntax, verb: int, objects: list[int]) -> Tokens | None:
    """Return the noun that a relative clause takes as the verb's object: "the plan he proposed"."""
    head = syntax.heads[verb]
    if syntax.deps[verb] != "relcl" or head > verb or syntax.child(verb, *SUBJECTS) is None:
        return None
    fronted = [kid for kid in objects if kid < verb]
    if not fronted and any(syntax.deps[kid] == "dobj" for kid in objects):
        return None
    return syntax.left[head], min(syntax.left[verb] - 1, verb - 1)


def _prepositional(syntax: Syntax, verb: int, cue: Cue) -> tuple[str, list[Tokens], int | None]:
    for kid in syntax.children[verb]:
        hangs = syntax.deps[kid] in {"prep", "dative"} and syntax.right[kid] > kid
        if kid > verb and hangs and syntax.words[kid] in cue.takes:
            end = max(syntax.right[other] for other in _prepositions(syntax, verb, kid))
            return "preposition", [(kid + 1, end)], kid
    return "", [], None


def _prepositions(syntax: Syntax, verb: int, first: int) -> list[int]:
    """Return a preposition and those after it that go on with the content."""
    kids = [kid for kid in syntax.children[verb] if kid >= first]
    return [kid for kid in kids if kid == first or syntax.words[kid] in OBJECT_PREPOSITIONS]


def _passive(syntax: Syntax, verb: int, cue: Cue) -> tuple[str, list[Tokens]]:
    complements = [
        kid for kid in syntax.children[verb] if kid > verb and _passive_complement(syntax, kid)
    ]
    tail = []
    if complements:
        start = min(syntax.left[kid] for kid in complements)
        tail.append((start, max(syntax.right[kid] for kid in complements)))
    subject = syntax.child(verb, *PASSIVE_SUBJECTS)
    if subject is not None and syntax.words[subject] == "it" and "clause" in cue.takes:
        return "passive", tail
    if not cue.takes & {"noun", "infinitive"}:
        return "passive", tail if "clause" in cue.takes else []
    told = bool(tail) or agent_of(syntax, verb) is not None
    if subject is not None:
        content = [(syntax.left[subject], syntax.right[subject]), *tail]
        return "passive", content if told else []
    # A participle that qualifies a noun ("the treaty signed by nine states") tells of no words: on
    # PolNeAR such statements were right two times in ten.
    qualifies = syntax.deps[verb] == "acl" and syntax.heads[verb] < verb
    return "passive", [] if qualifies else tail


def _passive_complement(syntax: Syntax, kid: int) -> bool:
    if syntax.deps[kid] in {"ccomp", "xcomp", "oprd"}:
        return True
    return syntax.deps[kid] == "prep" and syntax.words[kid] in {"as", "for", "of"}
