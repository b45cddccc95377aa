"""Values as the archive stores them in a cell."""

from __future__ import annotations

import json


def compact_json(value: object) -> str:
    """Return a value as JSON without blanks, letters of all scripts as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
