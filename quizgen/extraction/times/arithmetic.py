"""Arithmetic on dates, without words: shifts by calendar units, weekdays, nearest years, Easter."""

from __future__ import annotations

import calendar
import datetime

Date = datetime.date
_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200}
_DAYS = {"D": 1, "W": 7, "WE": 7}


def shift(day: Date, count: int, unit: str) -> Date | None:
    """``day`` moved by ``count`` calendar units (D, W, WE, M, Q, H, Y, DE, CE); None beyond the calendar."""
    try:
        if unit in _DAYS:
            return day + datetime.timedelta(days=count * _DAYS[unit])
        months = day.year * 12 + day.month - 1 + count * _MONTHS[unit]
        year, month = months // 12, months % 12 + 1
        return Date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    except (OverflowError, ValueError):
        return None


def granular(day: Date, unit: str) -> str:
    """The TIMEX3 value of the unit that ``day`` lies in: ``2022-W25`` for W, ``2022-Q2`` for Q, ``199`` for DE."""
    year, week, _ = day.isocalendar()
    values = {
        "D": day.isoformat(),
        "W": f"{year}-W{week:02}",
        "WE": f"{year}-W{week:02}-WE",
        "M": f"{day.year:04}-{day.month:02}",
        "Q": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "H": f"{day.year:04}-H{(day.month + 5) // 6}",
        "Y": f"{day.year:04}",
        "DE": f"{day.year:04}"[:3],
        "CE": f"{day.year:04}"[:2],
    }
    return values[unit]


def weekday(day: Date, number: int, direction: int, *, strict: bool = False) -> Date | None:
    """The ISO weekday ``number`` at or before (-1) or at or after (1) ``day``; ``strict`` leaves out ``day``."""
    delta = (number - day.isoweekday()) % 7 if direction > 0 else -((day.isoweekday() - number) % 7)
    if strict and delta == 0:
        delta = 7 * direction
    return shift(day, delta, "D")


def same_week(day: Date, number: int) -> Date | None:
    """The day with ISO weekday ``number`` in the week of ``day``."""
    return shift(day, number - day.isoweekday(), "D")


def made(year: int, month: int, day: int) -> Date | None:
    """A date; None where the calendar has none."""
    try:
        return Date(year, month, day)
    except ValueError:
        return None


def century_of_two_digits(year: int, published: Date | None) -> int:
    """*98* → 1998: the latest year with these digits that is not more than ten years after ``published``."""
    limit = (published.year if published else 2030) + 10
    full = limit - limit % 100 + year
    return full if full <= limit else full - 100


def easter(year: int) -> Date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of *Nature*, 1876)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    leap, odd = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - moon + 15) % 30
    fours, left = divmod(rest, 4)
    sunday = (32 + 2 * odd + 2 * fours - epact - left) % 7
    correction = (golden + 11 * epact + 22 * sunday) // 451
    month, day = divmod(epact + sunday - 7 * correction + 114, 31)
    return Date(year, month, day + 1)


_FLIP_DAYS = 75
_FLIP_MONTHS = 1


def nearest_year(published: Date, month: int, day: int | None, direction: int) -> int:
    """The year of a date written without one.

    The occurrence nearest to publication, unless the tense (``direction`` -1, 0, 1) contradicts it and it is
    more than ten weeks (a month: one month) away: tenses err more often than nearness.
    """
    years = [published.year + step for step in (0, -1, 1) if _occurs(published.year + step, month, day)]
    distance = {year: _distance(published, year, month, day) for year in years}
    best = min(years, key=lambda year: (abs(distance[year]), years.index(year)), default=published.year)
    limit = _FLIP_DAYS if day else _FLIP_MONTHS * 30
    gap = distance.get(best, 0)
    if direction and gap * direction < 0 and abs(gap) > limit:
        return best + direction
    return best


def _occurs(year: int, month: int, day: int | None) -> bool:
    return made(year, month, day or 1) is not None


def _distance(published: Date, year: int, month: int, day: int | None) -> int:
    if day is None:
        return ((year - published.year) * 12 + month - published.month) * 30
    return (Date(year, month, day) - published).days
