"""What is known of a document: read from its text where markup does not say."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from dragoman.model import Document
from dragoman.sources.imprint.addresses import address_of
from dragoman.sources.imprint.agencies import agency_of
from dragoman.sources.imprint.blocks import blocks_of
from dragoman.sources.imprint.bylines import byline_of
from dragoman.sources.imprint.languages import language_of
from dragoman.sources.imprint.normal import normal
from dragoman.sources.imprint.outlets import outlet_of
from dragoman.sources.imprint.passages import passages_of
from dragoman.sources.imprint.published import published_at, published_on
from dragoman.sources.imprint.published_by import first_publisher
from dragoman.sources.imprint.sorting import page_of
from dragoman.sources.imprint.titles import title_of

if TYPE_CHECKING:
    from dragoman.model import Draft, Passage
    from dragoman.sources.imprint.page import Found

__all__ = ["imprint"]


def imprint(draft: Draft, doc: str, path: str) -> tuple[Document, tuple[Passage, ...]]:
    """Make the document of a draft: its text in NFC and what text and markup say of it.

    The passages partition all of the text that is no white space; none begins or ends with
    white space. Fields of which neither markup nor text says anything are None.

    Raises:
        SpanError: a passage that the format marked does not fit the text.
    """
    text, marked = normal(draft)
    page = page_of(text, blocks_of(text, marked), draft.stated)
    outlet = _value(outlet_of(page))
    published, precision = published_on(page)
    document = Document(
        doc=doc,
        path=path,
        url=_value(address_of(page)),
        title=_value(title_of(page)),
        outlet=outlet,
        agency=_value(agency_of(page)),
        republished_from=_value(first_publisher(page, outlet)),
        byline=_value(byline_of(page)),
        published=_value(published),
        published_precision=precision,
        language=_value(language_of(page)),
        sha256=sha256(text.encode()).hexdigest(),
        text=text,
        chars=len(text),
        extra=draft.extra,
        published_at=published_at(page),
    )
    return document, passages_of(page)


def _value(found: Found | None) -> str | None:
    return None if found is None else found.value
