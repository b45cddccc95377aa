"""Who copied whom.

Candidates share rare pairs of words (`keys`, `pairs`, `partners`); their sentences are matched,
the matches weighed on narrative words alone, the passages aligned, and signs of direction voted
on (`compare`). `derivations` does all of it for a pile.
"""

from dragoman.collation.lineage.candidates import keys, pairs, partners
from dragoman.collation.lineage.compare import compare
from dragoman.collation.lineage.passages import passages
from dragoman.collation.lineage.pile import derivations, skeletons
from dragoman.collation.lineage.stock import stock
from dragoman.collation.lineage.text import Text

__all__ = [
    "Text",
    "compare",
    "derivations",
    "keys",
    "pairs",
    "partners",
    "passages",
    "skeletons",
    "stock",
]
