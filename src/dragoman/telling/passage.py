"""A receipt in its context, for a terminal."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.archive.archive import Archive

KEPT_CONTROLS = "\n\t"


def passage(archive: Archive, receipt: str) -> str:
    """Return the words of a receipt between their context, with what is known of the document.

    The words stand between `>>>` and `<<<`. Control and direction characters of the text are
    shown by their code points, so that a terminal obeys none of them.

    Raises:
        ReceiptError: it is malformed, names no document, or lies outside its text.
    """
    cut = archive.receipt(receipt)
    row = archive.connection.execute(
        "select title, outlet, published, byline from documents where doc = ?", (cut.doc,)
    ).fetchone()
    known = ", ".join(str(value) for value in row if value)
    before = ("… " if cut.span.start > len(cut.before) else "") + cut.before
    head = f"{cut}" + (f"\n{known}" if known else "")
    return harmless(f"{head}\n\n{before}>>>{cut.words}<<<{cut.after}")


def harmless(text: str) -> str:
    """Return the text with control and format characters spelt out as `U+XXXX`."""
    return "".join(
        f"[U+{ord(c):04X}]"
        if unicodedata.category(c) in ("Cc", "Cf") and c not in KEPT_CONTROLS
        else c
        for c in text.replace("\r\n", "\n")
    )
