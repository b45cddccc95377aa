"""Keys made of names."""

from __future__ import annotations

import unicodedata

# Letters that NFKD leaves whole.
WHOLE = str.maketrans(
    {"ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "ı": "i", "đ": "d", "ß": "ss", "+": " plus"}
)


def slug(name: str) -> str:
    """Return a name in lower case, without accents and apostrophes, joined by hyphens."""
    letters = unicodedata.normalize("NFKD", name.translate(WHOLE)).casefold()
    kept = "".join(c if c.isalnum() else " " for c in letters if not _dropped(c))
    return "-".join(kept.split())


def _dropped(character: str) -> bool:
    return character in "'’ʼ." or unicodedata.combining(character) > 0
