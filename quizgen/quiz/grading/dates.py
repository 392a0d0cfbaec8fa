"""Dates in a folded answer: *22/06/2022*, *22 juin 2022*, *2022-06-22*, *juin 2022*, *1er janvier*."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizgen.quiz.grading.lexicon import Lexicon
from quizgen.quiz.grading.verdict import Verdict


@dataclass(frozen=True)
class PartialDate:
    """Year, month and day; None where not stated."""

    year: int | None
    month: int
    day: int | None = None


_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})(?!\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?!\d)")


def _date(year: int | None, month: int, day: int | None) -> PartialDate | None:
    fits = 1 <= month <= 12 and (day is None or 1 <= day <= 31)
    return PartialDate(year, month, day) if fits else None


def _full_year(text: str | None) -> int | None:
    return None if not text else int(text) + (2000 if len(text) == 2 else 0)


def _written(lexicon: Lexicon) -> list[re.Pattern[str]]:
    marks = "|".join(map(re.escape, lexicon.ordinal_marks)) or "st"
    short, full = "|".join(lexicon.short_months), "|".join(lexicon.months)
    return [
        re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})\s?(?:{marks})?\s+(?P<month>{short})\b\.?(?:\s+(?P<year>\d{{4}})\b)?"),
        re.compile(rf"\b(?P<day>)(?P<month>{full})\b\.?(?:\s+(?P<year>\d{{4}})\b)?"),
    ]


def _numeric(folded: str) -> tuple[PartialDate, str] | None:
    if match := _ISO.search(folded):
        date = _date(int(match[1]), int(match[2]), int(match[3]) if match[3] else None)
    elif match := _NUMERIC.search(folded):
        date = _date(_full_year(match[3]), int(match[2]), int(match[1]))
    else:
        return None
    return (date, folded.replace(match.group(), " ")) if date else None


def _in_words(folded: str, lexicon: Lexicon) -> tuple[PartialDate, str] | None:
    for pattern in _written(lexicon) if lexicon.months else []:
        if match := pattern.search(folded):
            day = int(match["day"]) if match["day"] else None
            date = _date(_full_year(match["year"]), lexicon.short_months[match["month"]], day)
            return (date, folded.replace(match.group(), " ")) if date else None
    return None


def take_date(folded: str, lexicon: Lexicon) -> tuple[PartialDate | None, str]:
    """In: a folded answer. Out: the date in it, if any, and the answer without it and without weekdays."""
    found = _numeric(folded) or _in_words(folded, lexicon)
    if found is None:
        return None, folded
    rest = re.sub(rf"\b(?:{'|'.join(lexicon.weekdays) or '-'})\b", " ", found[1])
    return found[0], rest


def compare_dates(typed: PartialDate, right: PartialDate) -> Verdict:
    """Same parts: right. Parts missing on one side and none in conflict: almost. Else wrong."""
    pairs = [(typed.year, right.year), (typed.month, right.month), (typed.day, right.day)]
    if any(a is not None and b is not None and a != b for a, b in pairs):
        return Verdict.WRONG
    return Verdict.RIGHT if typed == right else Verdict.ALMOST
