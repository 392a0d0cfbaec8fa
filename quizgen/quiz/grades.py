"""From an answer to the four grades of FSRS."""

from __future__ import annotations

from quizgen.quiz.item import Item

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4


def expected_seconds(item: Item) -> float:
    """How long a question takes to read and to answer: 250 words a minute read, 3 letters a second typed."""
    words = len(item.stem.split()) + sum(len(option.split()) for option in item.options or ())
    letters = 0 if item.options else len(item.answer)
    return 4.0 + words * 60 / 250 + letters / 3


def grade_of(verdict: str, seconds: float, hints: int, item: Item) -> int:
    """Wrong: again. Almost, with hints, or three times as long as expected: hard. Typed at once: easy. Else good.

    A choice is never easy: it may have been guessed.
    """
    if verdict == "wrong":
        return AGAIN
    expected = expected_seconds(item)
    if verdict == "almost" or hints or seconds > 3 * expected:
        return HARD
    return EASY if not item.options and 0 < seconds < 0.5 * expected else GOOD
