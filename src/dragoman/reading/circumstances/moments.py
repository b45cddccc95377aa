"""When it was said: the time expression that hangs on a cue."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.reading.circumstances.clause import Clause

ARTICLES = frozenset({"the", "a", "an"})
# Kinds of words that are a time without any other.
ALONE = frozenset({"weekday", "day", "month", "adverb"})
# Kinds that are one only with a word before or after them: "last week", "at dawn", "two days ago".
NEEDY = frozenset({"part", "unit", "number"})
LEADING = frozenset({"order", "edge", "preposition", "article", "number"})
# Labels of a time that only qualifies a noun: "Tuesday's hearing", "the Friday sermon".
QUALIFIES = frozenset({"compound", "poss", "nmod", "amod", "nummod"})
# What follows the date of a date line.
DATE_LINE_ENDS = frozenset({"-", "–", "—", "--", "(", "/"})
# Tokens that a time expression goes on to either side; what is longer is a list of numbers.
LONGEST_TIME = 10
FIRST_YEAR, LAST_YEAR = 1900, 2100

Tokens = tuple[int, int]


def moment_of(clause: Clause, times: Sequence[Tokens]) -> Tokens | None:
    """Return the first and last token of the time that hangs on the cue, the nearest if several.

    times: what `times_in` found.
    """
    found = [place for place in times if _told(clause, place)]
    return min(found, key=lambda place: _worth(clause, place), default=None)


def times_in(clause: Clause) -> Iterator[Tokens]:
    """Yield the time expressions among the free tokens, prepositions included."""
    free, done = sorted(clause.free), -1
    for token in free:
        if token <= done or not _kinds(clause, token) & (ALONE | NEEDY):
            continue
        start, end = _first(clause, token, done), _last(clause, token)
        if _is_time(clause, start, end):
            done = end
            yield start, end


def _first(clause: Clause, token: int, done: int) -> int:
    start, least = token, max(done, token - LONGEST_TIME)
    while start - 1 > least and start - 1 in clause.free and _kinds(clause, start - 1) & LEADING:
        start -= 1
    return start


def _last(clause: Clause, token: int) -> int:
    """Go on over what continues a time: "Monday evening", "2 May 2023", "before dawn on Friday"."""
    end = token
    while end + 1 in clause.free and end - token < LONGEST_TIME:
        kinds = _kinds(clause, end + 1)
        leads = bool(kinds & {"preposition", "comma"}) and end + 2 in clause.free
        if kinds & (ALONE | NEEDY | {"shift"}) and not _adverbial(clause, end + 1):
            end += 1
        elif leads and _kinds(clause, end + 2) & {"weekday", "month", "day", "number"}:
            end += 2
        else:
            break
    return end


def _adverbial(clause: Clause, token: int) -> bool:
    """Say whether a preposition-like word begins another phrase: "on Monday after the talks"."""
    syntax = clause.syntax
    return syntax.words[token] in {"before", "after"} and bool(syntax.children[token])


def _is_time(clause: Clause, start: int, end: int) -> bool:
    syntax = clause.syntax
    if end + 1 < len(syntax) and syntax.tags[end + 1] == "POS":
        return False
    qualifies = syntax.deps[end] in QUALIFIES and not start <= syntax.heads[end] <= end
    if (qualifies and end + 1 in clause.free) or _date_line(clause, start, end):
        return False
    if start and _kinds(clause, start - 1) & {"no"}:
        return False
    kinds = [_kinds(clause, token) for token in range(start, end + 1)]
    if any(kind & ALONE for kind in kinds):
        return True
    named = any(kind & {"part", "unit"} for kind in kinds)
    led = any(kind & {"order", "shift", "preposition"} for kind in kinds)
    year = bool(kinds[0] & {"preposition"}) and _year(clause.syntax.words[end])
    return (named and led) or year


def _date_line(clause: Clause, start: int, end: int) -> bool:
    """Say whether the time dates the report: "HELSINKI, Feb 11 - Investigators said"."""
    words = clause.syntax.words
    comma = start > 0 and words[start - 1] == ","
    return comma and end + 1 < len(words) and words[end + 1] in DATE_LINE_ENDS


def _year(word: str) -> bool:
    return word.isdecimal() and FIRST_YEAR <= int(word) <= LAST_YEAR


def _told(clause: Clause, place: Tokens) -> bool:
    own = {*clause.cue, *clause.source}
    beside = place[0] - 1 in own or place[1] + 1 in own
    return beside or clause.hangs(place[0]) or clause.hangs(place[1])


def _worth(clause: Clause, place: Tokens) -> tuple[bool, int, Tokens]:
    """Put days before vaguer times, then what stands nearer to the cue."""
    kinds = [_kinds(clause, token) for token in range(place[0], place[1] + 1)]
    away = min(min(abs(place[0] - cue), abs(place[1] - cue)) for cue in clause.cue)
    return not any(kind & ALONE for kind in kinds), away, place


def _kinds(clause: Clause, token: int) -> frozenset[str]:
    word = clause.syntax.words[token]
    if word in ARTICLES:
        return frozenset({"article"})
    if word == ",":
        return frozenset({"comma"})
    if word[:1].isdigit():
        return frozenset({"number"})
    known = time_words().get(word, frozenset())
    capital = clause.syntax.text[clause.syntax.starts[token]].isupper()
    return known if capital else known - {"month", "weekday"}


@cache
def time_words() -> dict[str, frozenset[str]]:
    """Return the kinds of each word that takes part in times, in lower case."""
    found: dict[str, set[str]] = {}
    for row in table("time_words"):
        found.setdefault(row["word"], set()).add(row["kind"])
    for row in table("months"):
        found.setdefault(row["name"].casefold(), set()).add("month")
    for row in table("numerals"):
        if row["kind"] == "unit" and row["value"].isdigit():
            found.setdefault(row["word"], set()).add("number")
    return {word: frozenset(kinds) for word, kinds in found.items()}
