"""What grading knows of a language: ``languages/<xx>/lexicon/grading.toml``, folded once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from quizgen.quiz.grading.text import fold, singular, tokens

_LANGUAGES = Path(__file__).resolve().parents[2] / "languages"

Words = tuple[str, ...]


@dataclass(frozen=True)
class Unit:
    """``factor`` turns a value into the first unit of its ``dimension``."""

    dimension: str
    factor: Decimal


@dataclass(frozen=True)
class Lexicon:
    """Word lists of one language, all folded; empty for a language that has none."""

    leading: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()
    fillers: tuple[Words, ...] = ()
    range_words: frozenset[str] = frozenset()
    conjunctions: tuple[Words, ...] = ()
    alternatives: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    who: tuple[str, ...] = ()
    person_kinds: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    titles: tuple[Words, ...] = ()
    family_first: frozenset[str] = frozenset()
    hedges: tuple[tuple[Words, str], ...] = ()
    number_words: dict[str, int] = field(default_factory=dict)
    multipliers: dict[str, tuple[int, frozenset[int]]] = field(default_factory=dict)
    scales: dict[str, int] = field(default_factory=dict)
    collectives: dict[str, int] = field(default_factory=dict)
    ordinals: dict[str, int] = field(default_factory=dict)
    joiners: frozenset[str] = frozenset()
    ordinal_marks: Words = ()
    fractions: dict[Words, Decimal] = field(default_factory=dict)
    units: tuple[tuple[Words, Unit], ...] = ()
    months: dict[str, int] = field(default_factory=dict)
    short_months: dict[str, int] = field(default_factory=dict)
    weekdays: frozenset[str] = frozenset()
    same: tuple[frozenset[Words], ...] = ()
    different: tuple[frozenset[str], ...] = ()


def words_of(text: str) -> Words:
    return tuple(tokens(fold(text)))


def _phrases(texts: list[str]) -> tuple[Words, ...]:
    """Longest first, so that the longest match wins."""
    return tuple(sorted((words_of(text) for text in texts), key=len, reverse=True))


def _set(texts: list[str]) -> frozenset[str]:
    return frozenset(fold(text) for text in texts)


def _table(data: dict[str, int]) -> dict[str, int]:
    return {fold(word): value for word, value in data.items()}


def _units(data: list[dict[str, Any]]) -> tuple[tuple[Words, Unit], ...]:
    found = [
        (words_of(form), Unit(unit["dimension"], Decimal(unit["factor"]))) for unit in data for form in unit["forms"]
    ]
    return tuple(sorted(found, key=lambda pair: len(pair[0]), reverse=True))


def _hedges(data: dict[str, list[str]]) -> tuple[tuple[Words, str], ...]:
    found = [(words_of(text), direction) for direction, texts in data.items() for text in texts]
    return tuple(sorted(found, key=lambda pair: len(pair[0]), reverse=True))


def key_of(words: Words, small: frozenset[str]) -> Words:
    """The words by which two answers are the same: without small ones, without plural marks."""
    content = tuple(singular(word) for word in words if word not in small)
    return content or words


def build(data: dict[str, Any]) -> Lexicon:
    """In: the content of a ``grading.toml``. Out: the same, folded for comparison."""
    numbers, dates = data["numbers"], data["dates"]
    small = _set(data["small_words"])
    return Lexicon(
        leading=_set(data["leading"]),
        small=small,
        unread=_set(data["unread"]),
        fillers=_phrases(data["fillers"]),
        range_words=_set(data["range_words"]),
        conjunctions=_phrases(data["conjunctions"]),
        alternatives=_set(data["alternatives"]),
        negations=_set(data["negations"]),
        who=tuple(fold(text) for text in data["who"]),
        person_kinds=frozenset(data["person_kinds"]),
        particles=_set(data["particles"]),
        titles=_phrases(data["titles"]),
        family_first=_set(data["family_first"]),
        hedges=_hedges(data["hedges"]),
        number_words=_table(numbers["words"]),
        multipliers={fold(w): (m["value"], frozenset(m["times"])) for w, m in numbers["multipliers"].items()},
        scales=_table(numbers["scales"]),
        collectives=_table(numbers["collectives"]),
        ordinals=_table(numbers["ordinals"]),
        joiners=_set(numbers["syntax"]["joiners"]),
        ordinal_marks=tuple(fold(mark) for mark in numbers["syntax"]["ordinal_marks"]),
        fractions={words_of(text): Decimal(share) for text, share in numbers["fractions"].items()},
        units=_units(data["units"]),
        months={fold(names[0]): number for number, names in enumerate(dates["months"], 1)},
        short_months={fold(name): number for number, names in enumerate(dates["months"], 1) for name in names},
        weekdays=_set(dates["weekdays"]),
        same=tuple(frozenset(key_of(words_of(name), small) for name in names) for names in data["same"]["names"]),
        different=tuple(frozenset(singular(fold(word)) for word in words) for words in data["different"]["words"]),
    )


@lru_cache(maxsize=8)
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language; an empty one where the language has no ``grading.toml``."""
    path = _LANGUAGES / language / "lexicon" / "grading.toml"
    return build(tomllib.loads(path.read_text(encoding="utf-8"))) if path.is_file() else Lexicon()
