"""All signs of a pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.collation.lineage.signs.credits import (
    by_credit,
    by_name,
    by_own_house,
    by_shared_agency,
)
from dragoman.collation.lineage.signs.cuts import by_cut
from dragoman.collation.lineage.signs.dates import by_date
from dragoman.collation.lineage.signs.fit import by_fit
from dragoman.collation.lineage.signs.hearsay import by_hearsay
from dragoman.collation.lineage.signs.readings import by_readings

if TYPE_CHECKING:
    from dragoman.collation.lineage.signs.pair import Pair
    from dragoman.collation.lineage.signs.sign import Sign

KINDS = (
    by_date, by_name, by_credit, by_own_house, by_shared_agency, by_hearsay, by_readings, by_cut,
    by_fit,
)  # fmt: skip


def signs(pair: Pair) -> tuple[Sign, ...]:
    """Return every sign that two matched documents give."""
    return tuple(sign for kind in KINDS for sign in kind(pair))
