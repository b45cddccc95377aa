"""Facts in short lines of a page's head and tail: "Author: A B", "Reuters | Jan 31, 2023"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.knowledge import table
from dragoman.model import Precision, Span
from dragoman.sources.imprint.dates import dates_in
from dragoman.sources.imprint.furniture import is_link, is_prompt, line_reach
from dragoman.sources.imprint.people import is_name, names_at, nobody, words_for
from dragoman.sources.imprint.presses import (
    agency_like,
    agency_named,
    outlet_like,
    outlet_named,
    page_sections,
)
from dragoman.sources.imprint.words import folded, has_full_stop, is_capitalised

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LONGEST = 200
LONGEST_NAME = 60
PLACE_WORDS = 3
OPENER_WORDS = 2
# Digits of what else a date line counts: minutes of reading, parts of a time.
MINUTES = 2
# Web pages set the facts of one line apart so; a line of a body hardly ever holds these.
SEPARATORS = re.compile(r"\s?[|丨｜•·¦]\s?|\t+|\s{2,8}")
TIME = re.compile(
    r"(?:T|\b)\d{1,2}(?:[:.h]\d{2}){1,2}(?:\.\d{1,6})?\s?(?:[ap]\.?m\b\.?)?(?:Z\b|\s?(?:GMT|UTC)?[+-]\d{1,2}:?\d{0,2})?"
    r"|\b\d{1,2}\s?[ap]\.?m\b\.?|\b\d{4}\s?(?:GMT|hrs)\b",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"https?://[^\s<>\"]{4,280}")
# Signs by which a date is set apart from what stands beside it.
PATH = re.compile(r"\s?[|/>›»·•]\s?")
EMAIL = re.compile(r"[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{2,60}")
JOINTS = re.compile(r",\s|/|;|\s(?:with|and|for|in)\s|^(?:for|in)\s")
SETTING = " ,:-–—()|"
TOKEN = re.compile(r"[^\W_]+(?:[-.'’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Fact:
    """What a line says of the article. `span`: where its value stands in the document.

    field: as the labels' table has it, or "address" for a web address alone on its line.
    """

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


def label_alone(words: str) -> str | None:
    """Return the field of a line that is a label and nothing else."""
    return labels().get(folded(words)) if len(words) <= LONGEST_NAME else None


def is_section(words: str) -> bool:
    """Say whether a line only names parts of a paper: "World", "Home > World > Asia"."""
    if len(words) > LONGEST_NAME:
        return False
    return all(folded(part) in page_sections() for part in PATH.split(words))


def labelled(field: str, words: str, start: int) -> tuple[Fact, ...]:
    """Return what a label's value says, () if it is no value for such a field."""
    if field in ("published", "updated"):
        return tuple(_dates(words, start, field))
    if len(words) > LONGEST or (has_full_stop(words) and field != "none"):
        return ()
    if field == "byline":
        return _authors(words, start)
    whole = Fact(field, words, Span(start, start + len(words)))
    address = ADDRESS.match(words)
    if field == "outlet" and address:
        return (replace(whole, field="none"),)
    if field == "outlet":
        whole = next((p for p in _presses(words, whole.span) if p.field == "outlet"), whole)
    fits = len(words) <= LONGEST_NAME if field in ("outlet", "agency") else True
    fits = address is not None if field == "url" else fits
    return (whole,) if fits else ()


def facts_in(words: str, start: int) -> tuple[Fact, ...]:
    """Return the facts of a line that consists of facts, () of any other line.

    `start`: where the line begins in the document.
    """
    if not words or len(words) > LONGEST:
        return ()
    facts: list[Fact] = []
    unknown: list[tuple[str, int]] = []
    for piece, offset in _pieces(words):
        found = _of_piece(piece, start + offset)
        facts.extend(found)
        if not found and not _says_nothing(piece):
            unknown.append((piece, start + offset))
    for piece, at in unknown if facts else ():
        found = _by_company(piece, at)
        if not found:
            return ()
        facts.extend(found)
    return tuple(facts)


def _says_nothing(piece: str) -> bool:
    return is_section(piece) or line_reach(piece) is not None or is_prompt(piece) or is_link(piece)


def _by_company(piece: str, start: int) -> tuple[Fact, ...]:
    """Return what a name beside other facts is: an outlet's, or the author's."""
    span = Span(start, start + len(piece))
    if outlet_like(piece):
        return (Fact("outlet", piece, span),)
    return (Fact("byline", piece, span),) if is_name(piece) else ()


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
    gaps = [piece[one.end : two.start] for one, two in pairwise(dates)]
    if any(map(_left_over, gaps)):
        return
    rest, after = piece[: dates[0].start], piece[dates[-1].end :]
    exact = field == "published" and dates[0].precision is Precision.DAY
    before = _beside(rest, start, place=exact)
    behind = _beside(after, start + dates[-1].end, place=exact and after.lstrip()[:1] != after[:1])
    if before is None or behind is None:
        return
    yield from before + behind
    place = 0
    for one in dates:
        told = folded(piece[place : one.start])
        own = "updated" if any(map(_updates, told.split())) else field
        yield Fact(own, one.value, Span(start + one.start, start + one.end))
        place = one.end


def _beside(words: str, start: int, *, place: bool) -> tuple[Fact, ...] | None:
    """Return what stands beside a date: nothing, author, outlet; None if it is no date line.

    `place`: a place's name is welcome too, as in "Brussels, 3 March 2023".
    """
    if not _left_over(words):
        return ()
    timeless = TIME.sub(lambda time: " " * len(time[0]), words)
    lead = _unfilled(timeless)
    if not lead:
        return ()
    at = timeless.index(lead)
    start, lead = start + at, words[at : at + len(lead)]
    said = _press(lead, start) or _opened(lead, start)
    if not said and outlet_like(lead):
        said = (Fact("outlet", lead, Span(start, start + len(lead))),)
    return said or (() if place and _place(lead) else None)


def _unfilled(words: str) -> str:
    """Return words without the fillers at either end: "Published on Tuesday by" and the like."""
    lead = words.strip(SETTING)
    while lead and folded(lead.rsplit(maxsplit=1)[-1]) in fillers():
        lead = lead.rstrip()[: -len(lead.rsplit(maxsplit=1)[-1])].rstrip(SETTING)
    while lead and folded(lead.split(maxsplit=1)[0]) in fillers():
        lead = lead.lstrip()[len(lead.split(maxsplit=1)[0]) :].lstrip(SETTING)
    return lead


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
    parts = piece.split(" ", OPENER_WORDS)
    for count in range(min(OPENER_WORDS, len(parts) - 1), 0, -1):
        opener = " ".join(parts[:count])
        rest = piece[len(opener) :].strip()
        if opener.casefold() in words_for("opener") and not has_full_stop(rest):
            return _authors(rest, start + piece.index(rest, len(opener)))
    return ()


def _authors(words: str, start: int) -> tuple[Fact, ...]:
    """Return authors or the agency of what stands where authors stand, () if neither does."""
    parts = words.split()
    found = names_at(parts)
    span = Span(start, start + len(words))
    if found.names and _ends_names(parts, found.taken):
        press = _presses(" ".join(parts[found.taken :]), span)
        return (Fact("byline", ", ".join(found.names), span), *press)
    press = _presses(words, span)
    if press:
        return press
    lead = words.split(",", 1)[0]
    if agency_like(lead):
        return (Fact("agency", lead, span),)
    return (Fact("none", words, span),) if outlet_like(words) or nobody(words) else ()


def _presses(words: str, span: Span) -> tuple[Fact, ...]:
    """Return the agencies and outlets of which a byline consists: "AFP/Reuters", "CNN Staff"."""
    found: list[Fact] = []
    for part in JOINTS.split(words):
        name = part.strip(" ()[]-–—")
        while " " in name and name.rsplit(maxsplit=1)[-1].casefold() in words_for("nobody"):
            name = name.rsplit(maxsplit=1)[0]
        agency, outlet = agency_named(name), outlet_named(name)
        if name and not agency and not outlet:
            break
        if name:
            found.append(Fact("agency" if agency else "outlet", agency or outlet or name, span))
    return tuple(found)


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
    words = piece.strip()
    span = Span(start, start + len(piece.rstrip())) if words else None
    if span is not None and ADDRESS.fullmatch(words):
        return (Fact("address", words, span),)
    return (Fact("none", words, span),) if span and EMAIL.fullmatch(words) else ()


def unknown_press(words: str, start: int) -> tuple[Fact, ...]:
    """Return the outlet of a line that looks like an outlet's name."""
    if len(words) > LONGEST_NAME or not outlet_like(words):
        return ()
    span = Span(start, start + len(words))
    outlet = Fact("outlet", words, span)
    return (outlet, Fact("agency", words, span)) if agency_like(words) else (outlet,)
