"""The family tree of documents that go back to one text.

`stemma` settles, for one family, who had it from whom, what is missing between them, and which
of all derivations are the tree.
"""

from dragoman.collation.stemma.stemma import Stemma, stemma

__all__ = ["Stemma", "stemma"]
