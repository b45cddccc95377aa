"""Readable, unique names of documents."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.model import Draft

LONGEST = 80
HASH_CHARS = 8
KEPT_MARKS = "._-"


def proposed_slug(draft: Draft, path: str) -> str:
    """Return the slug a document asks for: its own `doc`, else its file's stem.

    A record of a container without a name of its own gets the stem and its place there.
    """
    stated = draft.stated.get("doc", "")
    if stated:
        return slug(stated)
    stem = PurePosixPath(path).name.split(".")[0] if path.startswith(".") else _stem(path)
    return slug(f"{stem}-{draft.member}" if draft.member else stem)


def _stem(path: str) -> str:
    name = PurePosixPath(path).name
    return name.rpartition(".")[0] or name


def slug(name: str) -> str:
    """Return `name` as a slug: letters, digits and `. _ -` stay, all else becomes `-`."""
    kept = "".join(c if _stays(c) else "-" for c in unicodedata.normalize("NFC", name))
    while "--" in kept:
        kept = kept.replace("--", "-")
    return kept.strip("-.")[:LONGEST].rstrip("-.") or "document"


def _stays(character: str) -> bool:
    return character in KEPT_MARKS or unicodedata.category(character)[0] in "LN"


def free_slug(wanted: str, sha256: str, taken: Callable[[str], bool]) -> str:
    """Return `wanted`, or where it is taken, `wanted` with a piece of the text's hash."""
    if not taken(wanted):
        return wanted
    named = f"{wanted}-{sha256[:HASH_CHARS]}"
    number = 2
    while taken(named):
        named = f"{wanted}-{sha256[:HASH_CHARS]}-{number}"
        number += 1
    return named
