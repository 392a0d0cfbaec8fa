"""Bars and columns of characters: plots that need no library and read well in a log."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from quizgen.library.rows import Card, Review
from quizgen.quiz.lines import BLANK, Line, Part, line
from quizgen.quiz.stats import forecast, retention_by_age, retention_by_kind, reviews_per_day
from quizgen.quiz.ui import Ui

EIGHTHS = " ▁▂▃▄▅▆▇█"
WIDTH = 30


def columns(values: Sequence[int], height: int = 4) -> list[str]:
    """A column for each value, as rows from top to bottom; a value over 0 is never invisible."""
    top = max(values, default=0)
    if not top:
        return []
    eighths = [max(1, round(value * height * 8 / top)) if value else 0 for value in values]
    floors = [8 * row for row in reversed(range(height))]
    return ["".join(EIGHTHS[min(8, max(0, level - floor))] * 2 for level in eighths) for floor in floors]


def bar(share: float, width: int = WIDTH) -> str:
    filled = round(share * width)
    return "█" * filled + "░" * (width - filled)


def _days(title: str, counts: Sequence[tuple[date, int]]) -> list[Line]:
    """Columns for days, with the highest value, the sum, and the first and last day."""
    values = [count for _, count in counts]
    rows = columns(values)
    if not rows:
        return []
    first, last = f"{counts[0][0]:%d/%m}", f"{counts[-1][0]:%d/%m}"
    axis = first + " " * (2 * len(values) - len(first) - len(last)) + last
    heads = [f"{max(values):>5} ", *["      "] * (len(rows) - 1)]
    drawn = [Line((Part(head, "dim"), Part(row, "key"))) for head, row in zip(heads, rows, strict=True)]
    return [BLANK, line(Part(title, "strong"), f"  ({sum(values)})"), *drawn, Line((Part("      " + axis, "dim"),))]


def _shares(title: str, rows: Sequence[tuple[str, tuple[int, int]]], ui: Ui) -> list[Line]:
    if not rows:
        return []
    width = max(len(name) for name, _ in rows)
    made = [
        Line(
            (
                Part(f"  {name:<{width}}  "),
                Part(bar(right / total), "key"),
                Part(f" {round(100 * right / total):>3} %  {ui.say('stats.row', right=right, total=total)}"),
            )
        )
        for name, (right, total) in rows
    ]
    return [BLANK, line(Part(title, "strong")), *made]


def stats_lines(reviews: Sequence[Review], cards: Sequence[Card], questions: int, now: datetime, ui: Ui) -> list[Line]:
    """The page of ``quizgen stats``."""
    kinds = [(ui.kind(kind), share) for kind, share in sorted(retention_by_kind(reviews).items())]
    names = ui.value("stats.ages")
    ages = [(names[age], share) for age, share in sorted(retention_by_age(reviews, now.tzinfo).items())]
    lines = [line(Part(ui.say("stats.title", questions=questions, reviews=len(reviews)), "strong"))]
    if not reviews:
        lines.append(line(ui.say("stats.none")))
    lines += _days(ui.say("stats.per_day"), reviews_per_day(reviews, now))
    lines += _shares(ui.say("stats.retention_kind"), kinds, ui)
    lines += _shares(ui.say("stats.retention_age"), ages, ui)
    return lines + _days(ui.say("stats.forecast"), forecast(cards, now))
