"""What can happen in a quiz (events), what must be written down then (effects), and how a question ended."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.quiz.grades import AGAIN
from quizgen.quiz.item import Item


@dataclass(frozen=True)
class Rules:
    """What the preset says of points, repeats and time."""

    right: float = 1.0
    wrong: float = 0.0
    until_right: bool = False
    skipped_return: bool = True
    seconds: float | None = None


@dataclass(frozen=True)
class Outcome:
    """What became of one question. ``grade`` is FSRS's 1 to 4, or None for a question passed over."""

    item: Item
    verdict: str
    typed: str = ""
    seconds: float = 0.0
    hints: int = 0
    grade: int | None = None
    repeat: bool = False

    @property
    def is_right(self) -> bool:
        return self.grade is not None and self.grade > AGAIN


# Events
@dataclass(frozen=True)
class Answered:
    text: str
    verdict: str
    seconds: float = 0.0
    why: str = ""


@dataclass(frozen=True)
class Decided:
    accept: bool


@dataclass(frozen=True)
class Revealed:
    seconds: float = 0.0


@dataclass(frozen=True)
class SelfGraded:
    grade: int


@dataclass(frozen=True)
class Hinted:
    pass


@dataclass(frozen=True)
class Peeked:
    """The source was looked at before the answer: help, as a hint is."""


@dataclass(frozen=True)
class Skipped:
    pass


@dataclass(frozen=True)
class Continued:
    pass


@dataclass(frozen=True)
class Undone:
    pass


@dataclass(frozen=True)
class Suspended:
    pass


@dataclass(frozen=True)
class Reported:
    reason: str


@dataclass(frozen=True)
class Stopped:
    why: str = "quit"


Event = (
    Answered
    | Decided
    | Revealed
    | SelfGraded
    | Hinted
    | Peeked
    | Skipped
    | Continued
    | Undone
    | Suspended
    | Reported
    | Stopped
)


# Effects
@dataclass(frozen=True)
class Record:
    """Write an answer down and schedule the question."""

    outcome: Outcome


@dataclass(frozen=True)
class Unrecord:
    """Take the last answer to this question back."""

    item: Item


@dataclass(frozen=True)
class Suspend:
    item: Item


@dataclass(frozen=True)
class Report:
    """Never ask this question again, and remember why."""

    item: Item
    reason: str


Effect = Record | Unrecord | Suspend | Report
