"""Plays a session: shows it, reads what is typed, makes events of it, carries the effects out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Protocol

from quizgen.quiz import events as on
from quizgen.quiz.commands import COMMANDS, command_of
from quizgen.quiz.events import Event
from quizgen.quiz.hints import letters_hint, removed_options
from quizgen.quiz.item import Item
from quizgen.quiz.keys import REDRAW, Input
from quizgen.quiz.lines import Line, Part, View, line
from quizgen.quiz.memory import Clock, Memory
from quizgen.quiz.safe import is_link
from quizgen.quiz.session import Phase, Session, step
from quizgen.quiz.ui import Ui
from quizgen.quiz.views import blanked_source, feedback_view, question_view, reveal_view

_EVENTS: dict[str, Event] = {
    "skip": on.Skipped(),
    "suspend": on.Suspended(),
    "quit": on.Stopped(),
    "undo": on.Undone(),
}


class Screen(Protocol):
    """Where views are shown. ``fancy`` screens can clear themselves and take single keys."""

    fancy: bool

    def show(self, view: View, fresh: bool = False) -> None: ...

    def say(self, shown: Line) -> None: ...

    def prompt(self, text: str) -> None: ...


def shown_options(item: Item, limit: int | None, rng: Random | None) -> tuple[str, ...]:
    """The options in the order to show: at most ``limit``, the answer always among them, shuffled by ``rng``."""
    options = list(item.options or ())
    if limit is not None and len(options) > limit:
        wrong = [option for option in options if option not in item.right_answers][: limit - 1]
        options = [option for option in options if option in wrong or option in item.right_answers][:limit]
    if rng is not None:
        rng.shuffle(options)
    return tuple(options)


@dataclass
class Player:
    """``options`` gives the options of an item in the order to show them."""

    ui: Ui
    screen: Screen
    keys: Input
    memory: Memory
    clock: Clock
    options: Callable[[Item], tuple[str, ...]]
    open_link: Callable[[str], object]
    due: datetime | None = None
    notes: list[Line] = field(default_factory=list)
    asked: datetime | None = None
    drawn: tuple[object, ...] = ()

    def play(self, session: Session) -> Session:
        """In: a session. Out: the same at its end; every answer is remembered before the next question shows."""
        while session.phase is not Phase.DONE:
            try:
                event = self._turn(session)
            except (EOFError, KeyboardInterrupt):
                self.screen.say(Line())
                event = on.Stopped()
            if event is not None:
                session = self._apply(session, event)
        return session

    def _turn(self, session: Session) -> Event | None:
        match session.phase:
            case Phase.ASK:
                return self._ask(session)
            case Phase.REVEAL:
                return self._grade(session)
            case _:
                return self._after(session)

    def _apply(self, session: Session, event: Event) -> Session:
        state, effects = step(session, event)
        for effect in effects:
            self.due = self.memory.apply(effect) or self.due
        if effects or isinstance(event, on.Skipped) or state.ended == "time":
            self.memory.left(_left(state) if state.ended != "time" else ())
        if (state.at, state.phase, len(state.outcomes)) != (session.at, session.phase, len(session.outcomes)):
            self._changed(session, state, event)
        # What these two settle was explained before: no second look at it.
        settled = isinstance(event, (on.Decided, on.SelfGraded)) and state.phase is Phase.SHOWN
        return self._apply(state, on.Continued()) if settled else state

    def _changed(self, session: Session, state: Session, event: Event) -> None:
        """Start the next moment afresh: no notes, a new clock for a new question, and what just happened."""
        self.drawn = ()
        if state.phase is Phase.ASK:
            self.notes, self.asked = [], None
        said = {on.Undone: "feedback.undone", on.Suspended: "feedback.suspended", on.Reported: "feedback.reported"}
        if name := said.get(type(event)):
            self._note(self.ui.say(name), state)

    def _note(self, text: str, session: Session) -> None:
        """Say something about the question: in the view where it is redrawn, else below."""
        self.notes.append(line(Part(text, "dim")))
        if session.phase is not Phase.ASK or not self.screen.fancy:
            self.screen.say(self.notes[-1])
        self.drawn = () if self.screen.fancy and session.phase is Phase.ASK else self.drawn

    # Asking

    def _seconds(self) -> float:
        return (self.clock() - self.asked).total_seconds() if self.asked else 0.0

    def _ask(self, session: Session) -> Event | None:
        item = session.item
        assert item is not None
        options = self.options(item)
        self.asked = self.asked or self.clock()
        self._draw(session, item, options)
        limit = session.rules.seconds
        left = None if limit is None else max(0.0, limit - session.spent - self._seconds()) + 0.05
        typed = self._read(options, left)
        if typed == REDRAW:
            self.drawn = ()
            return None
        seconds = self._seconds()
        if limit is not None and session.spent + seconds > limit:
            return on.Stopped("time")
        return self._answer(session, item, options, typed, seconds)

    def _draw(self, session: Session, item: Item, options: Sequence[str]) -> None:
        """Draw the question once; a fancy screen draws it again when a note was added."""
        removed = removed_options(item, options, session.hints)
        state = (item.id, session.at, len(session.outcomes), session.hints if self.screen.fancy else 0)
        if self.drawn == state:
            return
        self.drawn = state
        elapsed = session.spent + self._seconds()
        view = question_view(session, options, removed, self.notes if self.screen.fancy else (), self.ui, elapsed)
        self.screen.show(view, fresh=True)

    def _read(self, options: Sequence[str], left: float | None) -> str:
        """A key for a choice, waited for no longer than there is time left; a line for words."""
        if options and self.screen.fancy:
            return self.keys.key(left)
        return self.keys.line(self.ui.say("question.choice" if options else "question.answer"))

    def _answer(
        self, session: Session, item: Item, options: tuple[str, ...], typed: str, seconds: float
    ) -> Event | None:
        """What was typed, as an event; None where it only showed something."""
        if command := command_of(typed, item):
            return self._command(command, session, item, options)
        if not typed.strip() and self.keys.interactive:
            return None if options else on.Revealed(seconds)
        if options:
            return self._chosen(session, item, options, typed, seconds)
        from quizgen.quiz.grading import judge

        found = judge(typed, item)
        return on.Answered(typed, found.verdict, seconds, found.why)

    def _chosen(
        self, session: Session, item: Item, options: tuple[str, ...], typed: str, seconds: float
    ) -> Event | None:
        from quizgen.quiz.grading import choose

        at = choose(typed, options, item.language)
        if at in removed_options(item, options, session.hints):
            at = None
        if at is None and self.keys.interactive:
            self._note(self.ui.say("question.not_understood"), session)
            return None
        if at is None:
            return on.Answered(typed, "wrong", seconds)
        return on.Answered(options[at], "right" if options[at] in item.right_answers else "wrong", seconds)

    def _command(self, name: str, session: Session, item: Item, options: tuple[str, ...]) -> Event | None:
        match name:
            case "hint":
                return self._hint(session, item, options)
            case "source":
                self._show_source(item)
                return on.Peeked()
            case "link":
                self._link(item, session)
                return None
            case "report":
                return on.Reported(self.keys.line(self.ui.say("question.reason")).strip())
            case "undo":
                return self._undo(session)
            case "solution":
                return on.Revealed(self._seconds())
            case _:
                return _EVENTS[name]

    def _undo(self, session: Session) -> Event | None:
        if session.before is None:
            self._note(self.ui.say("feedback.nothing_to_undo"), session)
            return None
        return on.Undone()

    def _hint(self, session: Session, item: Item, options: tuple[str, ...]) -> Event | None:
        if options:
            more = removed_options(item, options, session.hints + 1) - removed_options(item, options, session.hints)
            text = self.ui.say("question.removed", number=min(more) + 1) if more else None
        else:
            text = letters_hint(item.answer, session.hints + 1)
        if text is None:
            self._note(self.ui.say("question.hint_none"), session)
            return None
        self._note(self.ui.say("question.hint", text=text), session)
        return on.Hinted()

    def _show_source(self, item: Item) -> None:
        """The source with the answer taken out."""
        lines = blanked_source(item, self.ui)
        self.notes += lines
        if self.screen.fancy:
            self.drawn = ()
        else:
            for shown in lines:
                self.screen.say(shown)

    def _link(self, item: Item, session: Session) -> None:
        if not is_link(item.url):
            self._note(self.ui.say("feedback.no_link"), session)
            return
        self.open_link(item.url or "")
        self._note(self.ui.say("feedback.opened"), session)

    # Afterwards

    def _grade(self, session: Session) -> Event | None:
        assert session.item is not None
        if self.drawn != ("reveal", session.at):
            self.drawn = ("reveal", session.at)
            self.screen.show(reveal_view(session, self.ui, self.screen.fancy), fresh=True)
        typed = self.keys.key() if self.screen.fancy else self.keys.line(self.ui.say("question.grade"))
        if typed == REDRAW:
            self.drawn = ()
        if typed.strip() in ("1", "2", "3", "4"):
            return on.SelfGraded(int(typed))
        command = COMMANDS.get(typed.strip().lower(), "")
        return _EVENTS[command] if command in ("quit", "suspend") else None

    def _after(self, session: Session) -> Event | None:
        """The explanation, then what to do: go on, decide, undo, mark, open, quit."""
        if self.drawn != ("after", session.at, session.phase):
            self.drawn = ("after", session.at, session.phase)
            view = feedback_view(session, self.due, self.clock(), self.ui, self.screen.fancy)
            self.screen.show(view, fresh=True)
        if not self.keys.interactive:
            return on.Decided(True) if session.phase is Phase.DECIDE else on.Continued()
        typed = self.keys.key() if self.screen.fancy else self.keys.line("> ")
        if typed == REDRAW:
            self.drawn = ()
            return None
        return self._decision(session, typed) if session.phase is Phase.DECIDE else self._next(session, typed)

    def _decision(self, session: Session, typed: str) -> Event | None:
        if typed.strip() == "" or self.ui.means("yes", typed):
            return on.Decided(True)
        if self.ui.means("no", typed):
            return on.Decided(False)
        command = COMMANDS.get(typed.strip().lower(), "")
        return _EVENTS[command] if command in ("undo", "quit") else None

    def _next(self, session: Session, typed: str) -> Event | None:
        assert session.item is not None
        command = COMMANDS.get(typed.strip().lower(), "")
        if command in ("undo", "suspend", "report", "link", "quit"):
            return self._command(command, session, session.item, ())
        return on.Continued() if not typed.strip() else None


def _left(session: Session) -> tuple[str, ...]:
    """The ids still to be asked."""
    at = session.at + (1 if session.phase in (Phase.SHOWN, Phase.DECIDE) else 0)
    return tuple(item.id for item in session.queue[at:] if item.id not in session.removed)
