"""What soon passes: hours of the clock, states that the day supersedes, the course of a match."""

from __future__ import annotations

import re

from quizgen.asking.candidate import Candidate
from quizgen.asking.comparing import words_of
from quizgen.extraction.context import Context
from quizgen.languages.lexicon import lexicon, words

# So many times of the clock make an article a log, told hour by hour, which is asked so many questions at most.
_LOG = 5
MOST_OF_A_LOG = 4
# What is worth asking of a competition whenever it is told.
_KEPT = ("role", "quote", "acronym", "definition", "alias", "naming")
# So many words of sport make an article the story of one.
_COMPETITION = 6


def is_log(text: str, language: str) -> bool:
    """Whether an article tells a day hour by hour."""
    return sum(1 for _ in _clock(language).finditer(text)) >= _LOG


def _clock(language: str) -> re.Pattern[str]:
    return re.compile(lexicon(language, "worth")["clock"])


def is_competition(context: Context) -> bool:
    """Whether an article is the story of a match or a race."""

    def told() -> bool:
        sport = words(context.language, "worth", "sport")
        return sum(word.lower() in sport for word in words_of(context.parsed.article.text)) >= _COMPETITION

    return context.once("competition", told)


def passing_signs(candidate: Candidate, context: Context, *, late: bool) -> dict[str, bool]:
    """What a question tells that soon passes; ``late``: its statement stands late in the article."""
    language, kind, asked = candidate.question.language, candidate.question.kind, candidate.asked
    match = is_competition(context)
    return {
        "clock": _clock(language).search(asked) is not None or _tells_hour(asked, language),
        "superseded": _has_phrase(candidate, "superseded"),
        "hollow": _has_phrase(candidate, "hollow_phrases"),
        "course": late and match and kind not in _KEPT,
        "day_of_a_match": kind == "date" and match,
        "fleeting": candidate.has_word_of("fleeting"),
        "local": candidate.has_word_of("local"),
        "empty": candidate.has_word_of("empty"),
    }


def _has_phrase(candidate: Candidate, name: str) -> bool:
    asked = candidate.asked.lower()
    return any(phrase in asked for phrase in lexicon(candidate.question.language, "worth")[name])


def _tells_hour(asked: str, language: str) -> bool:
    """*Vers 19 heures*: an hour written out, without the day."""
    found = [word.lower() for word in words_of(asked)]
    table = lexicon(language, "worth")
    return any(
        one in table["at"] and two.isdigit() and three in table["hours"]
        for one, two, three in zip(found, found[1:], found[2:], strict=False)
    )
