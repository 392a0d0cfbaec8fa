"""The shapes that come out of the library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Row(NamedTuple):
    """A question as selection sees it. ``date`` is the article's, ISO or None; ``due`` is None for a new one."""

    id: str
    article: str
    kind: str
    style: str
    tags: str
    rank: int
    options: int
    date: str | None
    due: str | None = None
    reviews: int = 0
    last_grade: int | None = None
    suspended: int = 0
    bad: int = 0
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """An answer as it is written down."""

    typed: str
    verdict: str
    grade: int
    seconds: float = 0.0
    hints: int = 0


class Review(NamedTuple):
    """An answer as it was written down, with the card before and after."""

    question: str
    at: str
    seconds: float
    typed: str
    verdict: str
    grade: int
    hints: int
    before: str
    after: str
    due: str
    undone: int
    kind: str
    date: str | None


class Card(NamedTuple):
    """Where a question stands in its schedule."""

    question: str
    state: str
    due: str | None
    reviews: int
    lapses: int
    last_grade: int | None
    suspended: int
    bad: str | None
    bad_at: str | None
