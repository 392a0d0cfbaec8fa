"""Hints: letters of a typed answer, one after the other; options taken away."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.quiz.item import Item


def letters_hint(answer: str, level: int) -> str | None:
    """Level 1: the first letter. Level 2: the first letter of each word and its length. Then none."""
    if level == 1:
        first = next((char for char in answer if char.isalnum()), "")
        return f"{first}…" if first else None
    return "".join(_masked(answer)) if level == 2 else None


def _masked(answer: str) -> list[str]:
    return [
        char if not char.isalnum() or at == 0 or not answer[at - 1].isalnum() else "_" for at, char in enumerate(answer)
    ]


def removed_options(item: Item, options: Sequence[str], level: int) -> frozenset[int]:
    """Wrong options taken away, one a level, the last ones first; two options always stay."""
    wrong = [at for at, option in enumerate(options) if option not in item.right_answers]
    count = min(level, max(0, len(options) - 2))
    return frozenset(wrong[len(wrong) - count :]) if count else frozenset()
