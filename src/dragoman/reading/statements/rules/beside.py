"""The cue beside a quotation that no rule has claimed."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from dragoman.reading.quotations import ENDS, SENTENCE_ENDS
from dragoman.reading.statements.rules.candidate import Candidate
from dragoman.reading.statements.rules.sources import phrase, trimmed
from dragoman.reading.statements.rules.verbs import cue_of, cue_ranges, source_ranges
from dragoman.reading.syntax import SUBJECTS

if TYPE_CHECKING:
    from dragoman.reading.quotations import Quotation
    from dragoman.reading.statements.ranges import Range
    from dragoman.reading.statements.rules.quoted import Quoted
    from dragoman.reading.syntax import Syntax

NOUNS = frozenset({"NN", "PR"})
# Tokens between a quotation and its cue: "..., Jane Roe, the spokeswoman of the ministry, said".
REACH = 22
# Tokens a tag's subject and verb stand in: "Prime Minister Jane Roe lectured".
TAG_REACH = 6
FINITE = frozenset({"VBD", "VBZ", "VBP"})
NAMING = frozenset({"PRP", "NNP", "NNPS"})
# A shorter quotation without punctuation of its own is a term or a title.
SHORTEST_SPEECH = 30
# Characters looked at beside a mark.
BESIDE = 3
MARKS_AND_SPACE = " \t\n\u00a0\"'“”‘’«»„‚‹›"


def speech(syntax: Syntax, quotation: Quotation) -> bool:
    """Say whether a quotation reads as someone's words rather than as a term or a title."""
    text, span = syntax.text, quotation.span
    inner = span.cut(text).strip(MARKS_AND_SPACE)
    before = text[max(0, span.start - BESIDE) : span.start].rstrip()[-1:]
    if not inner:
        return False
    return (
        len(inner) >= SHORTEST_SPEECH
        or inner[-1] in ENDS
        or quotation.continues
        or not quotation.closed
        or before in {":", ","}
    )


def adjacent_cue(quotes: Quoted, quotation: Quotation) -> int | None:
    """Return the cue verb in the clause right after a quotation, or right before it."""
    for look in (_cue_after, _cue_before, _tag_after):
        verb = look(quotes, quotation)
        if verb is not None:
            return verb
    return None


def _cue_after(quotes: Quoted, quotation: Quotation) -> int | None:
    syntax = quotes.syntax
    token = bisect_left(syntax.starts, quotation.span.end)
    if quotation.span.cut(syntax.text).rstrip(MARKS_AND_SPACE)[-1:] == ".":
        return None
    for place in range(token, min(token + REACH, len(syntax))):
        word = syntax.words[place]
        if word in SENTENCE_ENDS or quotes.around(syntax.starts[place]):
            return None
        cue = cue_of(syntax, place)
        if cue is not None and cue.spoken:
            return place
        if syntax.tags[place] in {"VBD", "VBZ", "VBP"} and place > token + 1:
            return None
    return None


def _cue_before(quotes: Quoted, quotation: Quotation) -> int | None:
    syntax = quotes.syntax
    token = bisect_left(syntax.starts, quotation.span.start) - 1
    for place in range(token, max(token - REACH, -1), -1):
        if syntax.words[place] in SENTENCE_ENDS or quotes.around(syntax.starts[place]):
            return None
        cue = cue_of(syntax, place)
        if cue is not None and cue.spoken:
            return place
    return None


def _tag_after(quotes: Quoted, quotation: Quotation) -> int | None:
    """Return the verb of a tag that no table lists: “...,” she lectured the reporters.

    A whole clause in marks that ends in a comma, with "she" or a name and a finite verb right
    behind it, is speech whatever the verb is.
    """
    syntax = quotes.syntax
    inner = quotation.span.cut(syntax.text).rstrip(MARKS_AND_SPACE)
    if not (inner.endswith(",") and len(inner) >= SHORTEST_SPEECH and opens(syntax, quotation)):
        return None
    first = bisect_left(syntax.starts, quotation.span.end)
    for place in range(first, min(first + TAG_REACH, len(syntax))):
        subject = syntax.child(place, *SUBJECTS)
        if subject is None or not first <= subject < first + TAG_REACH:
            continue
        if syntax.tags[place] in FINITE and syntax.tags[subject] in NAMING:
            return place
    return None


def direct(quotes: Quoted, verb: int, quotation: Quotation | None) -> Candidate:
    """Return the statement of a cue verb whose content, a quotation, is still to be given.

    Where the parse has no source, or one inside the quotation, the order of words gives it.
    """
    syntax = quotes.syntax
    source = [place for place in source_ranges(syntax, verb) if not quotes.around(place[0])]
    if not source and quotation is not None:
        found = _beside(quotes, verb, quotation)
        source = [found] if found else []
    return Candidate(
        verb, cue_of(syntax, verb), "quotation", source, cue_ranges(syntax, verb, None), []
    )


def _beside(quotes: Quoted, verb: int, quotation: Quotation) -> Range | None:
    """Return the source by position: “...,” X said; “...,” said X; X, asked why, had said “...”."""
    syntax = quotes.syntax
    after = bisect_left(syntax.starts, quotation.span.end)
    words = [token for token in range(after, verb) if syntax.words[token] not in ENDS]
    if words:
        return trimmed(syntax.text, (syntax.starts[words[0]], syntax.ends[words[-1]]))
    if verb < after:
        before = range(verb - 1, max(syntax.first[verb], verb - REACH) - 1, -1)
        subject = next((token for token in before if syntax.deps[token] in SUBJECTS), None)
        return phrase(syntax, subject, verb) if subject is not None else None
    head = verb + 1
    if head >= len(syntax) or quotes.around(syntax.starts[head]):
        return None
    for _ in range(REACH):
        if not syntax.heads[head] > head:
            break
        head = syntax.heads[head]
    return phrase(syntax, head, verb) if syntax.tags[head][:2] in NOUNS else None


def opens(syntax: Syntax, quotation: Quotation) -> bool:
    """Say whether a quotation opens its paragraph."""
    return quotation.span.start <= syntax.starts[0]


def alone(syntax: Syntax, quotation: Quotation) -> bool:
    """Say whether a quotation is a sentence by itself, without a cue in its sentence."""
    text, span = syntax.text, quotation.span
    before = text[max(0, span.start - BESIDE) : span.start].rstrip(MARKS_AND_SPACE)
    begins = opens(syntax, quotation) or before[-1:] in SENTENCE_ENDS | {":"}
    inner = span.cut(text).rstrip(MARKS_AND_SPACE)
    rest = text[span.end : span.end + BESIDE].strip()
    ends = not rest or rest[0] in SENTENCE_ENDS or inner[-1:] in SENTENCE_ENDS
    return begins and ends
