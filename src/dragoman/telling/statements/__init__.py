"""Who said what, statement by statement, as the archive holds it."""

from dragoman.telling.statements.choice import Choice
from dragoman.telling.statements.listed import Listed, listed, of_reading

__all__ = ["Choice", "Listed", "listed", "of_reading"]
