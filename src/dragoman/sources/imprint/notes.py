"""Notes at a page's end: about the author, credits of reporting, lists of references."""

from __future__ import annotations

import re
from functools import cache

from dragoman.knowledge import table
from dragoman.sources.imprint.people import names_at, surname, words_for
from dragoman.sources.imprint.presses import agencies, agency_named
from dragoman.sources.imprint.words import STRAIGHT, WINDOW, folded

LONGEST_NOTE = 900
LONGEST_CREDIT = 240
ROLE_WITHIN = 16
ROLE_AFTER_COMMA = 4
ACCESSED = ("http://", "https://", "www.", "accessed", "accession", "ibid", "doi:", "retrieved")
# An item of a reference list: "[1] ...", "(1) ...", "1. ...", "¹ ...".
BRACKET_ITEM = re.compile(r"\[\d{1,3}\]|\[[ivxlc]{1,6}\]|\^")
NUMBER_ITEM = re.compile(r"\(?\d{1,3}[.)]?\s|[¹²³⁴-⁹]")


@cache
def _phrases(kind: str) -> tuple[str, ...]:
    return tuple(row["phrase"] for row in table("imprint_notes") if row["kind"] == kind)


def is_reference(words: str) -> bool:
    """Say whether a block is an item of a list of references."""
    if BRACKET_ITEM.match(words):
        return True
    low = words[: 2 * LONGEST_NOTE].casefold()
    return NUMBER_ITEM.match(words) is not None and any(sign in low for sign in ACCESSED)


def reporting_credit(words: str) -> tuple[str, ...] | None:
    """Return the names of "(Reporting by A B in Seoul; Editing by C D)", None of other blocks."""
    line = words[:WINDOW].lstrip("( [*_")
    for phrase in _phrases("reporting"):
        if line[: len(phrase)].casefold() == phrase and len(words) <= LONGEST_NOTE:
            return names_at(line[len(phrase) :].split(";")[0].rstrip(".) ]").split()).names
    return None


def contributed(words: str) -> tuple[str, ...] | None:
    """Return the agencies of a line of credit: "With inputs from AFP", None of other lines.

    The line begins with such words, or says that someone contributed.
    """
    line = folded(words)
    if len(words) > LONGEST_CREDIT:
        return None
    for phrase in _phrases("inputs"):
        if line.startswith(phrase):
            return _agencies_within(words)
    if any(phrase in line for phrase in _phrases("contribution")):
        return _agencies_within(words)
    return None


def about_author(words: str) -> tuple[str, ...] | None:
    """Return the authors that a note is about (it may name none), None if it is no such note.

    "(The author is a researcher at ...)", "A B is professor of law at ...". The second form
    is one only together with its place at the end and a name that the article does not hold;
    the caller looks at these.
    """
    if len(words) > LONGEST_NOTE:
        return None
    line = words[:WINDOW].strip('()[]*_-–— "')
    if any(line.casefold().startswith(phrase) for phrase in _phrases("author")):
        return ()
    parts = line.split()
    found = names_at(parts)
    if not found.names or found.taken >= len(parts):
        return None
    rest = [part.casefold().strip(".,;()") for part in parts[found.taken :]]
    if parts[found.taken - 1].endswith(","):
        within = rest[:ROLE_AFTER_COMMA] if '"' not in words.translate(STRAIGHT) else []
    else:
        within = rest[1:ROLE_WITHIN] if rest[0] in words_for("note") else []
    # "co-editor", "subeditor"
    role = any(word.endswith(tuple(words_for("role"))) for word in within)
    return found.names if role else None


def unnamed_in(names: tuple[str, ...], words: str) -> bool:
    """Say whether none of the names' last words stands in `words`."""
    return not any(surname(name) in words for name in names)


def _agencies_within(words: str) -> tuple[str, ...]:
    """Return the agencies that a short line names, in order."""
    parts = words.strip("()[]. ").replace(",", " ").replace("/", " ").split()
    found: list[str] = []
    longest = max(len(form.split()) for form in agencies())
    place = 0
    while place < len(parts):
        for count in range(min(longest, len(parts) - place), 0, -1):
            name = agency_named(" ".join(parts[place : place + count]))
            if name and (parts[place][:1].isupper() or parts[place] in agencies()):
                found.append(name)
                place += count - 1
                break
        place += 1
    return tuple(dict.fromkeys(found))
