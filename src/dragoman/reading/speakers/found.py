"""A speaker found, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from dragoman.knowledge import table


class Evidence(StrEnum):
    """What tells who speaks; a row each in the table of scores."""

    NAME = "name"
    APPOSITION = "apposition"
    INSIDE = "inside"
    FAMILY = "family"
    NOMINAL = "nominal"
    THROUGH = "through"
    OFFICE = "office"
    REPEATED = "repeated"
    BODY = "body"
    ISSUER = "issuer"
    AFTER_SPEAKER = "after_speaker"
    AFTER_SUBJECT = "after_subject"
    AFTER_NAME = "after_name"
    BODY_PRONOUN = "body_pronoun"
    FIRST_PERSON = "first_person"
    RELATIVE = "relative"
    GOES_ON = "goes_on"


@dataclass(frozen=True, slots=True)
class Found:
    """A figure's local key, and what tells that it speaks."""

    local: str
    evidence: Evidence

    @property
    def score(self) -> float:
        """How often such evidence was right where we counted, 0 to 1."""
        return _scores()[self.evidence]


@cache
def _scores() -> dict[str, float]:
    return {row["evidence"]: float(row["score"]) for row in table("speaker_scores")}
