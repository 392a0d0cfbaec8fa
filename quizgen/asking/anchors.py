"""What ties a stem to one event: a name, a people, a day with its year."""

from __future__ import annotations

import re
from itertools import pairwise

from quizgen.asking.comparing import words_of
from quizgen.knowledge import load as load_knowledge
from quizgen.languages.lexicon import lexicon

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAY_OF_MONTH = re.compile(r"\d{1,2}(?!\d)\w{0,2}")
_HINT = re.compile(r"\[.*?\]")
_FIRST_WORD = re.compile(r"^\W*[\w'’]+")
_CAPITAL_WITHIN_SENTENCE = re.compile(r"(?<![.?!«][\s\u00a0\u202f])\b[A-ZÀ-ÖØ-Þ]\w+")


def says_year(text: str) -> bool:
    return _YEAR.search(text) is not None


def says_day(stem: str, language: str) -> bool:
    """Whether a stem has a day with its month and a year: *le 1er janvier 2011*, *du 13 au 14 juin 2017*."""
    said = [word.lower() for word in words_of(stem)]
    months = lexicon(language, "asides")["days"]["months"]
    dated = any(month in months and _DAY_OF_MONTH.fullmatch(day) for day, month in pairwise(said))
    return dated and says_year(stem)


def anchored(stem: str, language: str) -> bool:
    """Whether a name or a people (*les électeurs suisses*) stands in a stem, its first word and the hint apart.

    A date alone tells no event.
    """
    inner = _HINT.sub(" ", stem)
    if any(load_knowledge(language).country_of_adjective(word) for word in words_of(inner)[1:]):
        return True
    return _CAPITAL_WITHIN_SENTENCE.search(_FIRST_WORD.sub(" ", inner)) is not None
