"""Facts in short lines of a page's head and tail: "Author: A B", "Reuters | Jan 31, 2023"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.knowledge import table
from dragoman.model import Span
from dragoman.sources.imprint.dates import dates_in
from dragoman.sources.imprint.furniture import line_reach
from dragoman.sources.imprint.people import is_name, names_at, nobody, words_for
from dragoman.sources.imprint.presses import (
    agency_like,
    agency_named,
    outlet_like,
    outlet_named,
)
from dragoman.sources.imprint.words import folded, has_full_stop, is_capitalised

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LONGEST = 200
LONGEST_NAME = 60
PLACE_WORDS = 3
# Digits of what else a date line counts: minutes of reading, parts of a time.
MINUTES = 2
# Web pages set the facts of one line apart so; a line of a body hardly ever holds these.
SEPARATORS = re.compile(r"\s?[|丨｜•·¦]\s?|\t+|\s{2,8}")
TIME = re.compile(
    r"T?\b\d{1,2}(?:[:.]\d{2}){1,2}(?:\.\d{1,6})?\s?(?:[ap]\.?m\b\.?)?(?:Z\b|\s?(?:GMT|UTC)?[+-]\d{1,2}:?\d{0,2})?"
    r"|\b\d{1,2}\s?[ap]\.?m\b\.?|\b\d{4}\s?(?:GMT|hrs)\b",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"https?://[^\s<>\"]{4,280}")
TOKEN = re.compile(r"[^\W_]+(?:[-.'’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Fact:
    """What a line says of the article. `span`: where its value stands in the document."""

    field: str
    value: str
    span: Span


@cache
def labels() -> Mapping[str, str]:
    """Return the field that each label names."""
    return {row["label"]: row["field"] for row in table("imprint_labels")}


@cache
def fillers() -> frozenset[str]:
    """Return the words that a date line may hold beside the date."""
    return frozenset(row["word"] for row in table("date_lines") if row["kind"] != "month")


@cache
def sections() -> frozenset[str]:
    """Return names of a paper's parts."""
    return frozenset(row["section"] for row in table("page_sections"))


def label_alone(words: str) -> str | None:
    """Return the field of a line that is a label and nothing else."""
    return labels().get(folded(words)) if len(words) <= LONGEST_NAME else None


def is_section(words: str) -> bool:
    """Say whether a line only names a paper's part."""
    return len(words) <= LONGEST_NAME and folded(words) in sections()


def labelled(field: str, words: str, start: int) -> tuple[Fact, ...]:
    """Return what a label's value says, () if it is no value for such a field."""
    whole = Fact(field, words, Span(start, start + len(words)))
    if field in ("published", "updated"):
        return tuple(_dates(words, start, field))
    if len(words) > LONGEST or (has_full_stop(words) and field != "none"):
        return ()
    if field == "byline":
        return _authors(words, start)
    if field == "url":
        match = ADDRESS.match(words)
        return (replace(whole, value=match[0]),) if match else ()
    if field in ("outlet", "agency"):
        return (whole,) if len(words) <= LONGEST_NAME else ()
    return (whole,)


def facts_in(words: str, start: int) -> tuple[Fact, ...]:
    """Return the facts of a line that consists of facts, () of any other line.

    `start`: where the line begins in the document.
    """
    if not words or len(words) > LONGEST:
        return ()
    facts: list[Fact] = []
    for piece, offset in _pieces(words):
        found = _of_piece(piece, start + offset)
        if not found and not (is_section(piece) or line_reach(piece)):
            return ()
        facts.extend(found)
    return tuple(facts)


def _pieces(words: str) -> Iterator[tuple[str, int]]:
    place = 0
    for match in SEPARATORS.finditer(words):
        if match.start() > place:
            yield words[place : match.start()], place
        place = match.end()
    if place < len(words):
        yield words[place:], place


def _of_piece(piece: str, start: int) -> tuple[Fact, ...]:
    return (
        _after_label(piece, start)
        or tuple(_dates(piece, start, "published"))
        or _opened(piece, start)
        or _press(piece, start)
        or _address(piece, start)
    )


def _after_label(piece: str, start: int) -> tuple[Fact, ...]:
    for colon in (":", "："):
        label, found, value = piece.partition(colon)
        field = labels().get(folded(label)) if found else None
        if field and value.strip():
            at = start + piece.index(value.strip(), len(label) + 1)
            return labelled(field, value.strip(), at)
    return ()


def _dates(piece: str, start: int, field: str) -> Iterator[Fact]:
    """Yield the dates of a line that says little beside them, and the outlet before them."""
    dates = dates_in(piece)
    if not dates or len(piece) > LONGEST:
        return
    rest, after = piece[: dates[0].start], piece[dates[-1].end :]
    if _left_over(after) or any(
        _left_over(piece[one.end : two.start]) for one, two in pairwise(dates)
    ):
        return
    before = _left_over(rest)
    if before:
        lead = rest.rstrip(" ,:-–—(")
        while lead and folded(lead.rsplit(maxsplit=1)[-1]) in fillers():
            lead = lead.rsplit(maxsplit=1)[0].rstrip(" ,") if " " in lead else ""
        said = _press(lead, start) or _opened(lead, start)
        if not said and not (field == "published" and _place(lead)):
            return
        yield from said
    place = 0
    for one in dates:
        told = folded(piece[place : one.start])
        own = "updated" if any(_updates(word) for word in told.split()) else field
        yield Fact(own, one.value, Span(start + one.start, start + one.end))
        place = one.end


def _updates(word: str) -> bool:
    return labels().get(word.strip(":,.")) == "updated"


def _left_over(words: str) -> list[str]:
    """Return the words of a date line that are neither time nor filler."""
    bare = TIME.sub(" ", words)
    left = [word.casefold() for word in TOKEN.findall(bare)]
    return [w for w in left if w not in fillers() and not (w.isdecimal() and len(w) <= MINUTES)]


def _place(words: str) -> bool:
    parts = words.replace(",", " ").split()
    return 0 < len(parts) <= PLACE_WORDS and all(is_capitalised(part) for part in parts)


def _opened(piece: str, start: int) -> tuple[Fact, ...]:
    """Return the authors of "By A B, Diplomatic Correspondent"."""
    opener, _, rest = piece.partition(" ")
    if opener.casefold().rstrip(":") not in words_for("opener") or has_full_stop(rest):
        return ()
    return _authors(rest.strip(), start + piece.index(rest.strip(), len(opener)))


def _authors(words: str, start: int) -> tuple[Fact, ...]:
    """Return authors or the agency of what stands where authors stand, () if neither does."""
    parts = words.split()
    found = names_at(parts)
    span = Span(start, start + len(words)) if words else None
    if span is None:
        return ()
    if found.names and _ends_names(parts, found.taken):
        return (Fact("byline", ", ".join(found.names), span),)
    head = words.split(",", 1)[0]
    agency = agency_named(head) or (head if agency_like(head) else None)
    if agency:
        return (Fact("agency", agency, span),)
    if outlet_named(words) or outlet_like(words) or nobody(words):
        return (Fact("none", words, span),)
    return ()


def _ends_names(parts: list[str], taken: int) -> bool:
    """Say whether names end where a byline's may: at the end, a comma, a bracket, "in Seoul"."""
    if taken == len(parts) or parts[taken - 1].endswith((",", ";")):
        return True
    after = parts[taken]
    return after[:1] in "(|/–—-@" or after.casefold() in words_for("after") | words_for("joiner")


def _press(piece: str, start: int) -> tuple[Fact, ...]:
    """Return the agency or outlet whose name a line is."""
    words = piece.strip()
    if not words or len(words) > LONGEST_NAME:
        return ()
    span = Span(start + piece.index(words), start + piece.index(words) + len(words))
    bare = words.strip(" ()[]/-–—.,")
    agency = agency_named(bare)
    if agency:
        return (Fact("agency", agency, span),)
    outlet = outlet_named(words.strip(" ,-–—"))
    return (Fact("outlet", outlet, span),) if outlet else ()


def _address(piece: str, start: int) -> tuple[Fact, ...]:
    match = ADDRESS.fullmatch(piece.strip())
    if match is None:
        return ()
    return (Fact("url", match[0], Span(start, start + len(piece.rstrip()))),)


def unknown_press(words: str, start: int) -> tuple[Fact, ...]:
    """Return the outlet of a line that looks like an outlet's name, with or without a date."""
    if len(words) > LONGEST or (is_name(words) and not outlet_like(words)):
        return ()
    dates = dates_in(words)
    lead = words[: dates[0].start] if dates else words
    lead = lead.rstrip(" ,:|-–—(")
    while dates and " " in lead and folded(lead.rsplit(maxsplit=1)[-1]) in fillers():
        lead = lead.rsplit(maxsplit=1)[0].rstrip(" ,:|-–—(")
    if not outlet_like(lead) or (dates and _left_over(words[dates[-1].end :])):
        return ()
    outlet = Fact("outlet", lead, Span(start, start + len(lead)))
    told = [Fact("published", one.value, Span(start + one.start, start + one.end)) for one in dates]
    return (outlet, *told)
