"""Figures about what was learned."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from quizgen.library.rows import Card, Review
from quizgen.quiz.plots import bar, columns, stats_lines
from quizgen.quiz.stats import forecast, retention_by_age, retention_by_kind, reviews_per_day, stats
from quizgen.quiz.ui import load_ui

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)


def review(
    days: float, grade: int = 3, kind: str = "quote", news: str | None = "2026-03-01", first: bool = False
) -> Review:
    at = (NOW - timedelta(days=days)).isoformat()
    return Review("q", at, 1.0, "", "right", grade, 0, "" if first else "{}", "{}", at, 0, kind, news)


def card(days: float, **values: object) -> Card:
    due = (NOW + timedelta(days=days)).isoformat()
    return Card("q", "{}", due, 1, 0, 3, 0, None, None)._replace(**values)  # type: ignore[arg-type]


def test_answers_are_counted_by_the_day_of_the_clock_where_one_is() -> None:
    days = dict(reviews_per_day([review(0), review(0), review(1), review(40)], NOW))
    assert (days[date(2026, 3, 10)], days[date(2026, 3, 9)], sum(days.values()), len(days)) == (2, 1, 3, 30)
    tokyo = NOW.astimezone(timezone(timedelta(hours=9)))
    late = Review("q", "2026-03-09T23:30:00+00:00", 1, "", "right", 3, 0, "", "{}", "", 0, "quote", None)
    assert dict(reviews_per_day([late], tokyo))[date(2026, 3, 10)] == 1


def test_retention_leaves_first_answers_out() -> None:
    reviews = [review(3, first=True, grade=1), review(2), review(1, grade=1), review(1, kind="role")]
    assert retention_by_kind(reviews) == {"quote": (1, 2), "role": (1, 1)}


def test_retention_by_the_age_of_the_news_at_the_answer() -> None:
    ages = [review(0, news=f"{day}") for day in ("2026-03-08", "2026-03-03", "2026-02-01", "2025-01-01")]
    assert retention_by_age([*ages, review(0, news=None)], UTC) == dict.fromkeys(range(5), (1, 1))


def test_the_forecast_puts_what_is_late_on_today_and_leaves_out_what_was_set_aside() -> None:
    cards = [card(-9), card(0), card(1), card(29), card(30), card(2, suspended=1), card(2, bad="why")]
    counts = [count for _, count in forecast(cards, NOW)]
    assert (counts[0], counts[1], counts[2], counts[29], sum(counts)) == (2, 1, 0, 1, 4)


def test_all_figures_as_data() -> None:
    figures = stats([review(1)], [card(3)], 7, NOW)
    assert figures["questions"] == 7
    assert figures["retention_by_age"] == [{"age": "under 30 days", "right": 1, "total": 1}]
    assert figures["forecast"][3] == {"date": "2026-03-13", "due": 1}


def test_columns_and_bars() -> None:
    assert columns([0, 1, 8], height=1) == ["  ▁▁██"]
    assert columns([0, 0]) == []
    assert columns([1, 1000], height=2) == ["  ██", "▁▁██"]
    assert (bar(0.5, 4), bar(0, 2), bar(1, 2)) == ("██░░", "░░", "██")


def test_nothing_answered_is_said() -> None:
    lines = stats_lines([], [], 3, NOW, load_ui("en"))
    assert [part.text for one in lines for part in one.parts] == ["Library: 3 questions, 0 answers", "No answer yet."]
