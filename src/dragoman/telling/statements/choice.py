"""Which statements are wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.model import StatementAct, StatementKind
    from dragoman.model.told import ToldStatement


@dataclass(frozen=True, slots=True)
class Choice:
    """What a statement must be; what is left alone asks for nothing.

    speaker: id of who speaks, or words of the name (of the source, where no name is known), in any
    case. denial, question, demand: whether it must be one. least: the least score.
    """

    speaker: str | None = None
    kind: StatementKind | None = None
    act: StatementAct | None = None
    denial: bool = False
    question: bool = False
    demand: bool = False
    least: float = 0.0

    def takes(self, told: ToldStatement) -> bool:
        """Say whether a statement is all that is asked for."""
        return (
            self.kind in (None, told.kind)
            and self.act in (None, told.act)
            and told.denial >= self.denial
            and told.question >= self.question
            and told.demand >= self.demand
            and told.score >= self.least
            and self._speaks(told)
        )

    def _speaks(self, told: ToldStatement) -> bool:
        if self.speaker is None or self.speaker == told.speaker:
            return True
        names = (told.who or "").casefold().split()
        asked = self.speaker.casefold().split()
        return bool(asked) and set(asked) <= set(names)
