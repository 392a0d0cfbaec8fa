"""What the end of a quiz shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quizgen.quiz.events import Outcome
from quizgen.quiz.lines import BLANK, Line, Part, View, line
from quizgen.quiz.session import Session
from quizgen.quiz.ui import Ui
from quizgen.quiz.views import clock_time

LISTED = 5
"""How many rows of each list fit on a screen beside the rest."""


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _score(session: Session, ui: Ui) -> list[Line]:
    graded = [outcome for outcome in session.firsts if outcome.grade is not None]
    if not graded:
        return [line(ui.say("summary.none_answered"))]
    right = sum(outcome.is_right for outcome in graded)
    percent = round(100 * right / len(graded))
    lines = [line(Part(ui.say("summary.score", right=right, total=len(graded), percent=percent), "strong"))]
    if session.rules.wrong:
        best = _number(session.rules.right * session.total)
        lines.append(line(Part(ui.say("summary.points", points=_number(session.points), best=best), "strong")))
    if passed := len(session.firsts) - len(graded):
        lines.append(line(ui.say("summary.passed", count=passed)))
    return [*lines, line(Part(ui.say("summary.time", time=clock_time(session.spent)), "dim"))]


def _table(title: str, outcomes: Sequence[Outcome], name: Callable[[Outcome], str], ui: Ui) -> list[Line]:
    """Right and total by group, the best group first; nothing where there is only one group."""
    groups: dict[str, list[bool]] = {}
    for outcome in outcomes:
        groups.setdefault(name(outcome), []).append(outcome.is_right)
    if len(groups) < 2:
        return []
    ranked = sorted(groups.items(), key=lambda pair: (-sum(pair[1]) / len(pair[1]), -len(pair[1]), pair[0]))
    rows = [line(ui.say("summary.row", name=key, right=sum(v), total=len(v)), indent=2) for key, v in ranked[:LISTED]]
    return [BLANK, line(Part(title, "strong")), *rows, *_more(len(ranked), ui)]


def _more(count: int, ui: Ui) -> list[Line]:
    return [line(Part(ui.say("summary.more", count=count - LISTED), "dim"), indent=2)] if count > LISTED else []


def _to_review(session: Session, ui: Ui) -> list[Line]:
    missed = session.wrong
    if not missed:
        return []
    texts = [ui.say("summary.review_row", stem=item.stem, answer=item.answer) for item in missed[:LISTED]]
    rows = [line(text, indent=2) for text in texts]
    return [BLANK, line(Part(ui.say("summary.review"), "strong")), *rows, *_more(len(missed), ui)]


_ENDED = {"quit": "summary.stopped", "time": "summary.time_up"}


def summary_view(session: Session, coming: tuple[int, int] | None, ui: Ui) -> View:
    """In: the session at its end, and how many reviews come within a day and a week, where that is known.

    The score stands last: where a long summary scrolls, it is what stays on the screen.
    """
    graded = [outcome for outcome in session.firsts if outcome.grade is not None]
    lines = _table(ui.say("summary.by_kind"), graded, lambda outcome: ui.kind(outcome.item.kind), ui)
    lines += _table(ui.say("summary.by_topic"), graded, lambda outcome: outcome.item.title or outcome.item.article, ui)
    lines += [*_to_review(session, ui), BLANK, line(Part(ui.say("summary.title"), "strong"))]
    if session.ended in _ENDED:
        lines.append(line(ui.say(_ENDED[session.ended])))
    lines += _score(session, ui)
    if coming is not None and graded:
        lines.append(line(Part(ui.say("summary.next", today=coming[0], week=coming[1]), "dim")))
    return View((*lines, BLANK))
