"""What was said once in the world, kept up to date as statements come and documents move."""

from dragoman.collation.gathering.renewed import gather
from dragoman.collation.gathering.whole import gather_all

__all__ = ["gather", "gather_all"]
