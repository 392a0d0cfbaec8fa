"""Figures about what was learned: pure, from the library's reviews and cards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta, tzinfo
from typing import Any, TypeVar

from quizgen.library.rows import Card, Review

Key = TypeVar("Key")
AGES = (7, 30, 90)
"""Days: the bounds between ages of the news."""


def _local_day(text: str, zone: tzinfo | None) -> date:
    return datetime.fromisoformat(text).astimezone(zone).date()


def reviews_per_day(reviews: Iterable[Review], now: datetime, days: int = 30) -> list[tuple[date, int]]:
    """How many answers on each of the last days, today last."""
    counts: dict[date, int] = {}
    for review in reviews:
        day = _local_day(review.at, now.tzinfo)
        counts[day] = counts.get(day, 0) + 1
    return [(day, counts.get(day, 0)) for day in (now.date() - timedelta(days=days - 1 - i) for i in range(days))]


def _recalls(reviews: Iterable[Review]) -> list[Review]:
    """Answers that tell of memory: not the first one to a question, which asks what was never learned."""
    return [review for review in reviews if review.before]


def retention_by_kind(reviews: Iterable[Review]) -> dict[str, tuple[int, int]]:
    """For each kind, how many recalls were right and how many there were."""
    return _shares((review.kind, review.grade > 1) for review in _recalls(reviews))


def retention_by_age(reviews: Iterable[Review], zone: tzinfo | None) -> dict[int, tuple[int, int]]:
    """The same by the age of the article at the answer: 0 to 3 for the bounds in ``AGES``, 4 for no date."""
    return _shares((_age(review, zone), review.grade > 1) for review in _recalls(reviews))


def _age(review: Review, zone: tzinfo | None) -> int:
    if review.date is None:
        return len(AGES) + 1
    days = (_local_day(review.at, zone) - date.fromisoformat(review.date)).days
    return sum(days >= bound for bound in AGES)


def _shares(results: Iterable[tuple[Key, bool]]) -> dict[Key, tuple[int, int]]:
    shares: dict[Key, tuple[int, int]] = {}
    for key, right in results:
        good, total = shares.get(key, (0, 0))
        shares[key] = (good + right, total + 1)
    return shares


def forecast(cards: Iterable[Card], now: datetime, days: int = 30) -> list[tuple[date, int]]:
    """How many questions come due on each of the next days, today (with all that is late) first."""
    counts = [0] * days
    for card in cards:
        if card.due and not card.suspended and not card.bad:
            wait = (_local_day(card.due, now.tzinfo) - now.date()).days
            if wait < days:
                counts[max(0, wait)] += 1
    return [(now.date() + timedelta(days=i), count) for i, count in enumerate(counts)]


def stats(reviews: Sequence[Review], cards: Sequence[Card], questions: int, now: datetime) -> dict[str, Any]:
    """All figures as JSON data."""
    by_kind = sorted(retention_by_kind(reviews).items())
    by_age = sorted(retention_by_age(reviews, now.tzinfo).items())
    names = [f"under {bound} days" for bound in AGES] + [f"{AGES[-1]} days or more", "no date"]
    return {
        "questions": questions,
        "reviews": len(reviews),
        "per_day": [{"date": day.isoformat(), "reviews": count} for day, count in reviews_per_day(reviews, now)],
        "retention_by_kind": [{"kind": kind, "right": r, "total": n} for kind, (r, n) in by_kind],
        "retention_by_age": [{"age": names[age], "right": r, "total": n} for age, (r, n) in by_age],
        "forecast": [{"date": day.isoformat(), "due": count} for day, count in forecast(cards, now)],
    }
