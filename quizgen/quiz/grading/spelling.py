"""Slips of the keyboard: how many letters may differ before it is another word."""

from __future__ import annotations

from functools import lru_cache

from quizgen.quiz.grading.lexicon import Lexicon, Words
from quizgen.quiz.grading.text import fold, singular, tokens


def budget(length: int) -> int:
    """How many slips a word of so many letters may have."""
    return 0 if length < 4 else 1 if length < 8 else 2 if length < 15 else 3


def _distance(one: str, other: str) -> int:
    from rapidfuzz.distance import OSA

    return int(OSA.distance(one, other))


def _different(one: str, other: str, lexicon: Lexicon) -> bool:
    return any(one in group and other in group for group in lexicon.different)


def slip(typed: str, right: str, lexicon: Lexicon) -> bool:
    """Whether one word is a misspelling of the other: near enough, and no known word of its own."""
    if typed == right:
        return True
    if typed[0] == "#" or typed.isdigit() or right.isdigit() or _different(typed, right, lexicon):
        return False
    allowed = budget(max(len(typed), len(right)))
    if typed[0] != right[0]:
        # The first letter is seldom mistaken: Oran is not Iran, and importer is not exporter.
        allowed = 1 if len(right) > 5 else 0
    return 0 < _distance(typed, right) <= allowed


def closeness(typed: str, right: str) -> int:
    """How many letters apart two answers are, folded."""
    return _distance("".join(tokens(fold(typed))), "".join(tokens(fold(right))))


def slips(typed: Words, right: Words, lexicon: Lexicon) -> bool:
    """Whether the words are the same but for slips, word by word, or with spaces misplaced."""
    if len(typed) == len(right):
        if sum(a != b for a, b in zip(typed, right, strict=True)) > max(1, len(right) // 2):
            return False
        return all(slip(a, b, lexicon) for a, b in zip(typed, right, strict=True))
    one, other = "".join(typed), "".join(right)
    return abs(len(typed) - len(right)) == 1 and len(other) >= 8 and slip(one, other, lexicon)


@lru_cache(maxsize=4)
def _places(language: str) -> frozenset[Words]:
    """Names of countries in a language, from Unicode's CLDR by Babel; empty where Babel has none."""
    try:
        from babel import Locale

        names = Locale.parse(language).territories.values()
    except (ImportError, ValueError, LookupError):
        return frozenset()
    return frozenset(tuple(singular(word) for word in tokens(fold(name))) for name in names)


def is_another_place(typed: Words, language: str) -> bool:
    """Whether the words typed are themselves the name of a country: then they are no slip of another."""
    return typed in _places(language)
