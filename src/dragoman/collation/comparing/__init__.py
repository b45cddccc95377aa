"""Which documents of an archive go back to which, kept up to date as documents come."""

from dragoman.collation.comparing.newcomers import compare_new
from dragoman.collation.comparing.whole import compare_all

__all__ = ["compare_all", "compare_new"]
