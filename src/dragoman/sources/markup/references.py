"""References in XML that a strict parser would stumble over.

Once libxml2 has recovered from one undefined reference (`&nbsp;`, a bare `&`), it silently drops
every `&amp;` after it. So all references but XML's own five become characters beforehand. It also
leaves no entity of the file's own making to expand.
"""

from __future__ import annotations

import re
from html import escape, unescape
from html.entities import html5

CDATA, CDATA_END = "<![CDATA[", "]]>"
OWN = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})
# Controls that XML 1.0 forbids (section 2.2), as characters or as references.
FORBIDDEN = dict.fromkeys({*range(32)} - {9, 10, 13} | {0xFFFE, 0xFFFF}, " ")

_REFERENCE = re.compile(r"&(#?[0-9A-Za-z]{1,32};)?")


def with_sound_references(words: str) -> str:
    """Return an XML text in which every reference is one that XML defines itself."""
    before, *sections = words.translate(FORBIDDEN).split(CDATA)
    pieces = [_REFERENCE.sub(_sound, before)]
    for section in sections:
        inside, end, after = section.partition(CDATA_END)
        pieces += [CDATA, inside, end, _REFERENCE.sub(_sound, after)]
    return "".join(pieces)


def _sound(found: re.Match[str]) -> str:
    name = found.group(1) or ""
    if name in OWN:
        return found.group()
    if name.startswith("#") or name in html5:
        return escape(unescape(found.group()).translate(FORBIDDEN), quote=False)
    return f"&amp;{name}"
