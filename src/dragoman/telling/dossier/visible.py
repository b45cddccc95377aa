"""Text made visible: characters that turn, hide or reorder other text are spelt out."""

from __future__ import annotations

import re

from markupsafe import Markup

# Controls but tab, line feed and carriage return; soft hyphen and the joiners stay, since
# ordinary writing needs them. The rest are the format characters of Unicode (category Cf).
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e"
    "\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e0fff]"
)


def visible(value: object) -> object:
    """Return a template's value as it is shown; `None` is nothing.

    Used as Jinja's `finalize`: autoescape comes after it. Unseen characters become `[U+202E]`.
    """
    if value is None:
        return ""
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return UNSEEN.sub(_spelt, value)
    return value


def _spelt(found: re.Match[str]) -> str:
    return f"[U+{ord(found.group()):04X}]"
