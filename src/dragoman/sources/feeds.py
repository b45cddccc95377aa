"""Feeds: RSS 2.0 and 1.0, Atom, JSON Feed."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from dragoman.sources.limits import bounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.model import Draft, Refusal
    from dragoman.settings import Settings

ROOTS = (b"<rss", b"<feed", b"<rdf:rdf")


class XmlFeed:
    """RSS and Atom feeds. One draft per entry."""

    name = "feed"
    suffixes = (".rss", ".atom", ".xml", ".rdf")
    container = True
    foreign = True

    def sniff(self, head: bytes) -> bool:
        """Say whether a feed's root element stands near the beginning."""
        start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
        return start.startswith(b"<") and any(root in start for root in ROOTS)

    def read(self, data: BinaryIO, _name: str, settings: Settings) -> Iterator[Draft | Refusal]:
        """Yield the entries; an entry's member is its link, or its place without one."""
        from dragoman.sources.markup.feed import entries_of_xml  # noqa: PLC0415 - worker only

        yield from entries_of_xml(bounded(data, settings.max_input_bytes, "The file"))


class JsonFeed:
    """JSON Feed 1 and 1.1 (https://jsonfeed.org). One draft per item."""

    name = "json feed"
    suffixes = (".json",)
    container = True
    foreign = True

    def sniff(self, head: bytes) -> bool:
        """Say whether the version that the format demands stands near the beginning."""
        return head.lstrip().startswith(b"{") and b"//jsonfeed.org/version" in head

    def read(self, data: BinaryIO, _name: str, settings: Settings) -> Iterator[Draft | Refusal]:
        """Yield the items; an item's member is its address or id."""
        from dragoman.sources.markup.json_feed import entries_of_json  # noqa: PLC0415

        yield from entries_of_json(bounded(data, settings.max_input_bytes, "The file"))
