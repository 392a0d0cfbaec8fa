"""Where answers go: the library, or nowhere."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, Protocol

from quizgen.library import Library
from quizgen.library.rows import Taken
from quizgen.library.store import stamp
from quizgen.quiz.events import Effect, Outcome, Record, Report, Suspend, Unrecord
from quizgen.quiz.item import Item

Clock = Callable[[], datetime]


class Memory(Protocol):
    """Carries the effects of a session out. ``apply`` returns only when they are on disk."""

    def apply(self, effect: Effect) -> datetime | None: ...

    def left(self, ids: tuple[str, ...]) -> None: ...

    def coming(self) -> tuple[int, int] | None: ...


class NoMemory:
    """Forgets everything: for a quiz that is not to be kept."""

    def apply(self, effect: Effect) -> datetime | None:
        return None

    def left(self, ids: tuple[str, ...]) -> None:
        return None

    def coming(self) -> tuple[int, int] | None:
        return None


class LibraryMemory:
    """Writes to a library. ``data`` holds questions that the library may not have yet."""

    def __init__(
        self,
        library: Library,
        clock: Clock,
        *,
        data: Mapping[str, Mapping[str, Any]] | None = None,
        retention: float = 0.9,
        run: int | None = None,
    ) -> None:
        self._library = library
        self._clock = clock
        self._data = data or {}
        self._retention = retention
        self._run = run
        self._schedule: Any = None

    def _question(self, item: Item) -> Mapping[str, Any] | str:
        return self._data.get(item.id, item.id)

    def apply(self, effect: Effect) -> datetime | None:
        """Out: when the question is due, for an answer."""
        match effect:
            case Record(outcome):
                return self._record(outcome)
            case Unrecord(item):
                self._library.undo(item.id)
            case Suspend(item):
                self._library.suspend(self._question(item), now=self._clock())
            case Report(item, reason):
                self._library.report_bad(self._question(item), reason, now=self._clock())
        return None

    def _record(self, outcome: Outcome) -> datetime:
        if self._schedule is None:
            # Imported at the first answer: the first question must not wait for it.
            from quizgen.quiz.schedule import scheduler

            own = self._library.setting("fsrs_parameters")
            self._schedule = scheduler(self._retention, json.loads(own) if own else None)
        assert outcome.grade is not None
        taken = Taken(outcome.typed, outcome.verdict, outcome.grade, round(outcome.seconds, 3), outcome.hints)
        return self._library.record(self._question(outcome.item), taken, self._schedule, now=self._clock())

    def left(self, ids: tuple[str, ...]) -> None:
        """Remember what is still to be asked, so that a quiz can be taken up again."""
        if self._run is not None:
            self._library.save_run(self._run, ids, now=self._clock())

    def coming(self) -> tuple[int, int] | None:
        """How many reviews come within a day and within a week."""
        now = self._clock()
        dues = [card.due for card in self._library.cards() if card.due and not card.suspended and not card.bad]
        day, week = stamp(now + timedelta(days=1)), stamp(now + timedelta(days=7))
        return sum(due <= day for due in dues), sum(due <= week for due in dues)
