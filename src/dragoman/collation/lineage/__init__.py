"""Who copied whom.

Candidates share rare pairs of words (`candidates`); their sentences are matched, the matches
weighed on narrative words alone, the passages aligned, and signs of direction voted on
(`compare`). `derivations` does all of it for a pile.
"""

from dragoman.collation.lineage.compare import compare
from dragoman.collation.lineage.fingerprint import Fingerprint, fingerprint
from dragoman.collation.lineage.passages import passages
from dragoman.collation.lineage.pile import Fingerprints, derivations
from dragoman.collation.lineage.text import Text

__all__ = [
    "Fingerprint",
    "Fingerprints",
    "Text",
    "compare",
    "derivations",
    "fingerprint",
    "passages",
]
