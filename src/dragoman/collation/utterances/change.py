"""What happened to an utterance's words between one wording and another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.collation.lineage.words import fold
from dragoman.collation.utterances.compared import Compared, compared
from dragoman.collation.utterances.ruins import ruined_marks
from dragoman.collation.utterances.saying import wording
from dragoman.collation.utterances.speakers import moved
from dragoman.collation.utterances.translated import translated
from dragoman.model import Change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.collation.lineage.words import Word
    from dragoman.collation.utterances.saying import Saying, Wording
    from dragoman.model import Edit

# Words reported before that make marks around them marks added; fewer are one quoted name more.
LEAST_ADDED = 4


@dataclass(frozen=True, slots=True)
class Changed:
    """How a wording differs from another: the gravest change, and all edits.

    altered: those of the edits that exchange, drop or add words where nothing shows it; of the
    words in marks if some of these were altered, else of those around them.
    in_marks: whether words that changed stand in quotation marks in either wording; of unchanged
    words, whether they do.
    """

    change: Change
    edits: tuple[Edit, ...]
    altered: tuple[Edit, ...]
    in_marks: bool


def changed(reference: Saying, saying: Saying) -> Changed:
    """Compare a statement with another wording of the same utterance.

    Where both quote, the quoted words are compared with each other, and what is told around them
    apart: a change inside the marks outweighs one outside.
    """
    spoken, told = _compared(reference, saying)
    change, in_marks = _judged(spoken, told)
    edits = sorted((*spoken.edits, *told.edits), key=lambda edit: (edit.span, edit.reference_span))
    altering = spoken.altering or told.altering
    return Changed(change, tuple(edits), tuple(each.edit for each in altering), in_marks)


def _compared(reference: Saying, saying: Saying) -> tuple[Compared, Compared]:
    """Return what was said, compared, and what is told around it, compared."""
    first, second = wording(reference), wording(saying)
    if _quote_alike(first, second):
        told = compared(reference, first.frame, saying, second.frame)
        return compared(reference, first.words, saying, second.words), told
    return compared(reference, first.content, saying, second.content), compared(
        reference, (), saying, ()
    )


def _quote_alike(first: Wording, second: Wording) -> bool:
    """Say whether both quote, and some of the same words."""
    quoted = ({word.stem for word in each.words} for each in (first, second))
    return first.in_marks and second.in_marks and bool(set.intersection(*quoted))


def _judged(spoken: Compared, told: Compared) -> tuple[Change, bool]:
    """Return the gravest change, and whether it happened inside quotation marks."""
    reference, saying = spoken.reference, spoken.saying
    marked, now_marked = _marked(reference), _marked(saying)
    if moved(reference, saying):
        return Change.ATTRIBUTION_CHANGED, marked or now_marked
    if marked != now_marked:
        return Change.MARKS_DROPPED if marked else Change.MARKS_ADDED, True
    if spoken.altering:
        both = translated(reference, saying)
        return Change.TRANSLATED if both else spoken.change, spoken.quoted
    if now_marked and _newly_marked(spoken, told):
        return Change.MARKS_ADDED, True
    if told.altering:
        return told.change, False
    return _unaltered(spoken), now_marked


def _marked(saying: Saying) -> bool:
    return wording(saying).in_marks or ruined_marks(saying)


def _newly_marked(spoken: Compared, told: Compared) -> bool:
    """Say whether words that were told before stand in marks now."""
    before = {word.stem for word in told.before}
    added = (exchange.come.words for exchange in spoken.showing if not exchange.gone.words)
    return any(
        len(words) >= LEAST_ADDED and all(word.stem in before for word in words) for words in added
    )


def _unaltered(spoken: Compared) -> Change:
    if spoken.showing:
        return Change.TRUNCATED
    pairs = ((spoken.reference, spoken.before), (spoken.saying, spoken.after))
    first, second = (_characters(saying, words) for saying, words in pairs)
    return Change.SAME if first == second else Change.PUNCTUATION


def _characters(saying: Saying, words: Sequence[Word]) -> str:
    """Return what stands from the first to the last word, typing apart."""
    if not words:
        return ""
    cut = saying.text[words[0].start : words[-1].end]
    return " ".join(fold(piece) for piece in cut.split())
