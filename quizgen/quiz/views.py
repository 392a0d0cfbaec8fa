"""What each moment of a quiz shows, as lines: pure, from the session and the table of texts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from quizgen.quiz.item import Item
from quizgen.quiz.lines import BLANK, Header, Line, Part, View, line
from quizgen.quiz.safe import clean, clean_parts
from quizgen.quiz.session import Session
from quizgen.quiz.ui import Ui

BLANKED = "____"


def clock_time(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02d}"


def header(session: Session, ui: Ui, elapsed: float) -> Header:
    """The place, the streak, and the time spent or left."""
    notes = [ui.say("question.streak", count=session.streak)] if session.streak >= 2 else []
    limit = session.rules.seconds
    notes.append(clock_time(elapsed) if limit is None else _time_left(ui, limit - elapsed))
    place = ui.say("question.place", number=session.number, total=session.total)
    return Header(place, (session.number - 1) / max(1, session.total), tuple(notes))


def _time_left(ui: Ui, seconds: float) -> str:
    return ui.say("question.left", time=clock_time(max(0.0, seconds)))


def option_lines(options: Sequence[str], removed: frozenset[int]) -> list[Line]:
    kept = ((n, option) for n, option in enumerate(options) if n not in removed)
    return [line(Part(f"{n + 1}", "key"), f"  {option}", indent=2) for n, option in kept]


def context_of(item: Item, ui: Ui) -> str:
    """Title, outlet and date; the question's own context line where the article states none of them."""
    parts = [item.title, item.outlet, ui.day(item.date)]
    return " · ".join(part for part in parts if part) or item.context


def stem_lines(item: Item) -> list[Line]:
    return [*([line(Part(item.context, "dim"))] if item.context else []), line(Part(item.stem, "strong"))]


def question_view(
    session: Session, options: Sequence[str], removed: frozenset[int], notes: Sequence[Line], ui: Ui, elapsed: float
) -> View:
    """The question, its options, and what was asked for so far (hints, the source)."""
    item = session.item
    assert item is not None
    lines = [*stem_lines(item), BLANK, *option_lines(options, removed), *([BLANK] if options else [])]
    if notes:
        lines += [*notes, BLANK]
    keys = ui.say("keys.choice", count=len(options)) if options else ui.say("keys.typed")
    return View(tuple(lines), header(session, ui, elapsed), keys)


def marked_sentence(item: Item) -> Line:
    before, answer, after = clean_parts(item.sentence, item.mark)
    parts = (Part(before), Part(answer, "mark"), Part(after))
    return Line(tuple(part for part in parts if part.text), 2)


def blanked_source(item: Item, ui: Ui) -> list[Line]:
    """The source before the answer is given: the sentence with the answer taken out of it."""
    before, _, after = clean_parts(item.sentence, item.mark)
    shown = [line(ui.say("question.source", text=context_of(item, ui)), indent=0)]
    if item.mark is None:
        return shown
    return [*shown, line(before, Part(BLANKED, "mark"), after, indent=2)]


_ROLES = {"right": "right", "wrong": "wrong", "almost": "almost"}


def verdict_line(verdict: str, typed: str, why: str, ui: Ui) -> Line:
    said = ui.say("feedback.typed", text=clean(typed)) if typed.strip() and verdict != "right" else ""
    reason = ui.say(f"why.{why}") if why and verdict == "almost" else ""
    rest = " · ".join(part for part in (said, reason) if part)
    return line(Part(ui.say(f"feedback.{verdict}"), _ROLES.get(verdict, "plain")), f"  {rest}" if rest else "")


def source_lines(item: Item, ui: Ui) -> list[Line]:
    """The sentence with the answer marked, who claims it, and where it was read."""
    lines = [marked_sentence(item)] if item.sentence else []
    if item.attribution:
        lines.append(line(Part(ui.say("feedback.said_by", speaker=item.attribution), "dim"), indent=2))
    if article := context_of(item, ui):
        lines.append(line(Part(ui.say("feedback.read", article=article), "dim"), indent=2))
    if item.url:
        lines.append(line(Part(ui.say("feedback.link", url=item.url), "dim"), indent=2))
    return lines


def answer_lines(item: Item, ui: Ui) -> list[Line]:
    lines = [line(ui.say("feedback.answer", answer=""), Part(item.answer, "strong"))]
    others = [text for text in item.accepted if text != item.answer and not item.options][:3]
    if others:
        lines.append(line(Part(ui.say("feedback.also", answers=", ".join(others)), "dim"), indent=2))
    return lines


def feedback_view(session: Session, due: datetime | None, now: datetime, ui: Ui, alone: bool) -> View:
    """After an answer: the verdict, the answer, its source, and when the question comes back.

    ``alone``: on a screen of its own, so the question stands above it once more.
    """
    outcome = session.last
    assert outcome is not None
    lines = stem_lines(outcome.item) if alone else []
    lines += [BLANK, verdict_line(outcome.verdict, outcome.typed, session.why, ui), *answer_lines(outcome.item, ui)]
    lines += [BLANK, *source_lines(outcome.item, ui)]
    if due is not None:
        lines.append(line(Part(ui.say("feedback.due", when=when_words(due, now, ui)), "dim"), indent=2))
    deciding = session.phase == "decide"
    head = header(session, ui, session.spent) if alone else None
    return View((*lines, BLANK), head, ui.say("keys.decide" if deciding else "keys.shown"))


def reveal_view(session: Session, ui: Ui, alone: bool) -> View:
    """The answer and its source, to be graded by the person who thought of it."""
    item = session.item
    assert item is not None
    lines = [*(stem_lines(item) if alone else []), BLANK, *answer_lines(item, ui), BLANK, *source_lines(item, ui)]
    return View((*lines, BLANK), header(session, ui, session.spent) if alone else None, ui.say("keys.reveal"))


def when_words(due: datetime, now: datetime, ui: Ui) -> str:
    """*dans 10 min*, *demain*, *dans 8 jours*, *le 3 mars 2026*."""
    wait = due - now
    if wait < timedelta(hours=1):
        return ui.say("when.minutes", count=max(1, round(wait.total_seconds() / 60)))
    if wait < timedelta(hours=20):
        return ui.say("when.hours", count=round(wait.total_seconds() / 3600))
    days = round(wait.total_seconds() / 86400)
    if days <= 1:
        return ui.say("when.day")
    if days <= 60:
        return ui.say("when.days", count=days)
    return ui.say("when.date", date=ui.day(due.astimezone(now.tzinfo).date().isoformat()))
