"""Addresses that articles state, fit to be linked: http and https, the host in full."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

SCHEMES = ("http", "https")
PUNYCODE = "xn--"


@dataclass(frozen=True, slots=True)
class Link:
    """A link: its address, and its host as it is asked for and, if that differs, as it is read."""

    address: str
    host: str
    read_as: str


def link(address: str | None) -> Link | None:
    """Return the address as a link; None for any other scheme, user data or stray characters."""
    if not address or any(c <= " " or c in {"\\", "\x7f"} for c in address):
        return None
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        asked = host.encode("idna").decode("ascii")
        read_as = asked.encode("ascii").decode("idna") if PUNYCODE in asked else asked
    except (ValueError, UnicodeError):
        return None
    if parts.scheme not in SCHEMES or not asked or "@" in parts.netloc:
        return None
    return Link(address, asked, "" if read_as == asked else read_as)
