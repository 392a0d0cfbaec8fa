"""One quiz as a pure state machine: a state and an event give the next state and what must be written down.

No clock, no terminal, no database: seconds and verdicts come with the events, and what must be
remembered goes out as effects, in order.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from quizgen.quiz.events import (
    Answered,
    Continued,
    Decided,
    Effect,
    Event,
    Hinted,
    Outcome,
    Peeked,
    Record,
    Report,
    Reported,
    Revealed,
    Rules,
    SelfGraded,
    Skipped,
    Stopped,
    Suspend,
    Suspended,
    Undone,
    Unrecord,
)
from quizgen.quiz.grades import AGAIN, grade_of
from quizgen.quiz.item import Item


class Phase(StrEnum):
    """ask: waiting for an answer; decide: it was almost right; reveal: to be graded by oneself; shown; done."""

    ASK = "ask"
    DECIDE = "decide"
    REVEAL = "reveal"
    SHOWN = "shown"
    DONE = "done"


@dataclass(frozen=True)
class Session:
    """The state of a quiz. ``queue`` holds what was and will be asked; ``at`` is the place in it."""

    queue: tuple[Item, ...]
    rules: Rules = Rules()
    at: int = 0
    phase: Phase = Phase.ASK
    hints: int = 0
    peeked: bool = False
    outcomes: tuple[Outcome, ...] = ()
    last: Outcome | None = None
    why: str = ""
    waited: float = 0.0
    removed: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    ended: str = ""
    before: Session | None = field(default=None, repr=False, compare=False)

    @property
    def item(self) -> Item | None:
        return self.queue[self.at] if self.at < len(self.queue) and self.phase is not Phase.DONE else None

    @property
    def total(self) -> int:
        return len({item.id for item in self.queue} - self.removed)

    @property
    def number(self) -> int:
        """Which question this is, from 1: how many different ones came up to here."""
        return len({item.id for item in self.queue[: self.at + 1]} - self.removed)

    @property
    def streak(self) -> int:
        count = 0
        for outcome in reversed(self.outcomes):
            if not outcome.is_right:
                break
            count += 1
        return count

    @property
    def firsts(self) -> tuple[Outcome, ...]:
        """The first outcome of each question: what the score is made of."""
        return tuple(outcome for outcome in self.outcomes if not outcome.repeat)

    @property
    def wrong(self) -> tuple[Item, ...]:
        """Questions answered wrong at first, in order."""
        return tuple(o.item for o in self.firsts if o.grade == AGAIN and o.item.id not in self.removed)

    @property
    def points(self) -> float:
        rules = self.rules
        return sum(rules.right if o.is_right else rules.wrong for o in self.firsts if o.grade is not None)

    @property
    def spent(self) -> float:
        return sum(outcome.seconds for outcome in self.outcomes)


Step = tuple[Session, tuple[Effect, ...]]


def start(items: tuple[Item, ...], rules: Rules = Rules()) -> Session:  # noqa: B008 - frozen
    """A session at its first question; done at once where there is none."""
    return Session(items, rules, phase=Phase.ASK if items else Phase.DONE, ended="" if items else "end")


def again(session: Session) -> Session:
    """A new session of the questions answered wrong."""
    return start(session.wrong, replace(session.rules, seconds=None))


def _closed(session: Session, outcome: Outcome) -> Step:
    """The answer is final as far as the program is concerned: it goes out before anything else happens."""
    repeat = any(past.item.id == outcome.item.id for past in session.outcomes)
    outcome = replace(outcome, repeat=repeat)
    queue = session.queue
    if outcome.grade == AGAIN and session.rules.until_right:
        queue = _insert_again(session, outcome.item)
    state = replace(
        session, queue=queue, phase=Phase.SHOWN, outcomes=(*session.outcomes, outcome), last=outcome, before=session
    )
    return state, (Record(outcome),)


def _insert_again(session: Session, item: Item) -> tuple[Item, ...]:
    """Back in the queue, a few questions later."""
    place = min(session.at + 5, len(session.queue))
    return (*session.queue[:place], item, *session.queue[place:])


def _outcome(session: Session, verdict: str, text: str, seconds: float, grade: int | None) -> Outcome:
    assert session.item is not None
    return Outcome(session.item, verdict, text, seconds, session.hints + session.peeked, grade)


def _answered(session: Session, event: Answered) -> Step:
    assert session.item is not None
    grade = grade_of(event.verdict, event.seconds, session.hints + session.peeked, session.item)
    outcome = _outcome(session, event.verdict, event.text, event.seconds, grade)
    state, effects = _closed(session, outcome)
    phase = Phase.DECIDE if event.verdict == "almost" else Phase.SHOWN
    return replace(state, phase=phase, why=event.why), effects


def _decided(session: Session, event: Decided) -> Step:
    """An *almost* was written down as right at once; a person who says no takes that back."""
    assert session.last is not None and session.before is not None
    if event.accept:
        return replace(session, phase=Phase.SHOWN), ()
    refused = replace(session.last, verdict="wrong", grade=AGAIN)
    state, effects = _closed(session.before, refused)
    return replace(state, why=session.why), (Unrecord(refused.item), *effects)


def _revealed(session: Session, event: Revealed) -> Step:
    return replace(session, phase=Phase.REVEAL, waited=event.seconds), ()


def _self_graded(session: Session, event: SelfGraded) -> Step:
    verdict = "wrong" if event.grade == AGAIN else "right"
    return _closed(session, _outcome(session, verdict, "", session.waited, event.grade))


def _hinted(session: Session, event: Hinted) -> Step:
    return replace(session, hints=session.hints + 1), ()


def _peeked(session: Session, event: Peeked) -> Step:
    return replace(session, peeked=True), ()


def _skipped(session: Session, event: Skipped) -> Step:
    item = session.item
    assert item is not None
    if session.rules.skipped_return and item.id not in session.skipped and session.at + 1 < len(session.queue):
        queue = (*session.queue[: session.at], *session.queue[session.at + 1 :], item)
        return replace(session, queue=queue, skipped=session.skipped | {item.id}, hints=0, peeked=False), ()
    outcome = _outcome(session, "skipped", "", 0.0, None)
    return _next(replace(session, outcomes=(*session.outcomes, outcome))), ()


def _next(session: Session) -> Session:
    at = session.at + 1
    while at < len(session.queue) and session.queue[at].id in session.removed:
        at += 1
    over = at >= len(session.queue)
    return replace(
        session,
        at=at,
        phase=Phase.DONE if over else Phase.ASK,
        hints=0,
        last=None,
        why="",
        peeked=False,
        ended="end" if over else "",
    )


def _continued(session: Session, event: Continued) -> Step:
    return _next(session), ()


def _undone(session: Session, event: Undone) -> Step:
    """Back to the question last answered, as it was before."""
    past = session.before
    if past is None or past.item is None:
        return session, ()
    return replace(past, removed=session.removed, hints=0, peeked=False), (Unrecord(past.item),)


def _suspended(session: Session, event: Suspended) -> Step:
    assert session.item is not None
    return _without(session), (Suspend(session.item),)


def _reported(session: Session, event: Reported) -> Step:
    assert session.item is not None
    return _without(session), (Report(session.item, event.reason),)


def _without(session: Session) -> Session:
    """The question leaves the session; one not answered yet is passed at once."""
    assert session.item is not None
    state = replace(session, removed=session.removed | {session.item.id})
    return _next(state) if session.phase in (Phase.ASK, Phase.REVEAL) else state


def _stopped(session: Session, event: Stopped) -> Step:
    return replace(session, phase=Phase.DONE, ended=event.why), ()


_ALLOWED: dict[type[Event], frozenset[Phase]] = {
    Answered: frozenset({Phase.ASK}),
    Decided: frozenset({Phase.DECIDE}),
    Revealed: frozenset({Phase.ASK}),
    SelfGraded: frozenset({Phase.REVEAL}),
    Hinted: frozenset({Phase.ASK}),
    Peeked: frozenset({Phase.ASK}),
    Skipped: frozenset({Phase.ASK}),
    Continued: frozenset({Phase.SHOWN}),
    Undone: frozenset({Phase.ASK, Phase.SHOWN, Phase.DECIDE}),
    Suspended: frozenset({Phase.ASK, Phase.SHOWN, Phase.REVEAL}),
    Reported: frozenset({Phase.ASK, Phase.SHOWN, Phase.REVEAL}),
    Stopped: frozenset({Phase.ASK, Phase.SHOWN, Phase.DECIDE, Phase.REVEAL}),
}


def step(session: Session, event: Event) -> Step:
    """In: a state and an event. Out: the next state and the effects. An event out of its phase changes nothing."""
    if session.phase not in _ALLOWED[type(event)]:
        return session, ()
    match event:
        case Answered():
            return _answered(session, event)
        case Decided():
            return _decided(session, event)
        case Revealed():
            return _revealed(session, event)
        case SelfGraded():
            return _self_graded(session, event)
        case Hinted():
            return _hinted(session, event)
        case Peeked():
            return _peeked(session, event)
        case Skipped():
            return _skipped(session, event)
        case Continued():
            return _continued(session, event)
        case Undone():
            return _undone(session, event)
        case Suspended():
            return _suspended(session, event)
        case Reported():
            return _reported(session, event)
        case Stopped():
            return _stopped(session, event)
