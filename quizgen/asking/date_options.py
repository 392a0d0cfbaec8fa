"""Wrong dates beside a right one: of the same precision, near it, and none later than the article."""

from __future__ import annotations

import calendar
import datetime
import random
import re
from collections.abc import Sequence

from quizgen.extraction.times.finding import readable

# How far a wrong year and a wrong month lie from the right one, and how near a wrong day may. Who knows the century
# of what is long past knows as much as who knows the year of last month's news.
_PER_STEP = 40
_YEARS, _MONTHS, _NEAREST_DAY = (1, 2, 3, 4, 5), (1, 2, 3, 4), 2
_VALUE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")


def variations(
    text: str, value: str, published: datetime.date, language: str, rng: random.Random
) -> tuple[list[str], list[str]]:
    """Up to two dates before a right one and two behind it, in order of time, each written as ``text`` is.

    ``value``: TIMEX3 of a year, a month or a day (*2012*, *2012-12*, *2012-12-11*); for any other, and where ``text``
    writes it in another way, there are none. A year or month to come is no option, and a day stays in its month.
    """
    found, right = _VALUE.fullmatch(value), readable(value, language)
    if found is None or right is None or text.count(right) != 1:
        return [], []
    year, month, day = (int(found[name]) if found[name] else 0 for name in ("year", "month", "day"))
    if day:
        others = _days(year, month, day, rng)
    elif month:
        others = _months(year, month, published, rng)
    else:
        far = max(1, (published.year - year) // _PER_STEP)
        later, earlier = [year + far * n for n in _YEARS], [year - far * n for n in _YEARS]
        others = [f"{other:04}" for other in _picked(later, earlier, rng)]
        others = [other for other in others if int(other) <= published.year]
    lower = sorted(other for other in others if other < value)
    higher = sorted(other for other in others if other > value)
    written = {other: text.replace(right, readable(other, language) or right) for other in others}
    return [written[other] for other in lower], [written[other] for other in higher]


def _picked(later: Sequence[int], earlier: Sequence[int], rng: random.Random) -> list[int]:
    return [*rng.sample(list(later), 2), *rng.sample(list(earlier), 2)]


def _months(year: int, month: int, published: datetime.date, rng: random.Random) -> list[str]:
    at = year * 12 + month - 1
    found = _picked([at + n for n in _MONTHS], [at - n for n in _MONTHS], rng)
    latest = published.year * 12 + published.month - 1
    return [f"{other // 12:04}-{other % 12 + 1:02}" for other in found if other <= latest]


def _days(year: int, month: int, day: int, rng: random.Random) -> list[str]:
    last = calendar.monthrange(year, month)[1]
    near = [other for other in range(1, last + 1) if abs(other - day) >= _NEAREST_DAY]
    lower = [other for other in near if other < day]
    higher = [other for other in near if other > day]
    found = [*rng.sample(lower, min(2, len(lower))), *rng.sample(higher, min(2, len(higher)))]
    return [f"{year:04}-{month:02}-{other:02}" for other in found]
