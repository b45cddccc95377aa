"""What was said once in the world, and what became of its words on the way.

`group` gathers the statements that report one utterance and compares each wording with that of
the earliest carrier; `likeness` and `changed` compare two.
"""

from dragoman.collation.utterances.change import Changed, changed
from dragoman.collation.utterances.descent import parents
from dragoman.collation.utterances.group import Utterance, gathered, group, same_pairs
from dragoman.collation.utterances.likeness import Likeness, likeness
from dragoman.collation.utterances.saying import Saying

__all__ = [
    "Changed",
    "Likeness",
    "Saying",
    "Utterance",
    "changed",
    "gathered",
    "group",
    "likeness",
    "parents",
    "same_pairs",
]
