"""HTML pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from dragoman.sources.limits import bounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.model import Draft, Refusal
    from dragoman.settings import Settings

SIGNS = (b"<!doctype html", b"<html", b"<head", b"<body")


class Html:
    """Pages as saved or crawled. The text is the article's, offsets are into it."""

    name = "html"
    suffixes = (".html", ".htm", ".xhtml")
    container = False
    foreign = True

    def sniff(self, head: bytes) -> bool:
        """Say whether the bytes begin like a page."""
        start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
        return start.startswith(SIGNS) or (start.startswith(b"<?xml") and b"<html" in start)

    def read(self, data: BinaryIO, _name: str, settings: Settings) -> Iterator[Draft | Refusal]:
        """Yield the page's article."""
        from dragoman.sources.markup.article import article_of  # noqa: PLC0415 - worker only

        yield article_of(bounded(data, settings.max_input_bytes, "The file"))
