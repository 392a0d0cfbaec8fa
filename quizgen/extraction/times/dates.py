"""Readers of dates: days, months, years, feasts, seasons, quarters, decades and centuries."""

from __future__ import annotations

import datetime

from quizgen.extraction.times.arithmetic import century_of_two_digits, easter, made, same_week, shift, weekday
from quizgen.extraction.times.matching import Found
from quizgen.extraction.times.resolving import Reader, Reading, Resolver
from quizgen.extraction.times.years import any_of, explicit_year, shared, with_part, year_of


def read_date(resolver: Resolver, found: Found) -> Reading | None:
    """Any of weekday, day, month and year, with a direction (*last*, *next*) or a part of the day."""
    month = found.get("month") or shared(resolver, "month")
    if month is None:
        return _read_weekday(resolver, found) if found.get("weekday") else _read_year(resolver, found)
    day = int(resolver.lexicon.number(str(found.get("day"))) or 0) or None if found.get("day") else None
    if found.get("day") and (day is None or day > 31):
        return None
    explicit = explicit_year(resolver, found)
    year = explicit or year_of(resolver, found, month, day)
    if day is None:
        value = f"{year or 'XXXX'}-{month:02}" if year is None else f"{year:04}-{month:02}"
        return Reading(value, explicit is None, year=explicit)
    date = made(year or 2000, month, day)
    if date is None:
        return None
    value, kind = with_part(date.isoformat() if year else f"XXXX-{month:02}-{day:02}", found)
    return Reading(value, explicit is None, kind, date if year else None, explicit)


def _read_weekday(resolver: Resolver, found: Found) -> Reading | None:
    number = found.get("weekday")
    date = _weekday_date(resolver, found, number)
    value, kind = with_part(date.isoformat() if date else f"XXXX-WXX-{number}", found)
    return Reading(value, True, kind, date)


def _weekday_date(resolver: Resolver, found: Found, number: int) -> datetime.date | None:
    base = resolver.recent(found) if found.get("anchor") == "reference" else resolver.published
    if base is None:
        return None
    direction = found.get("rel")
    if found.get("same"):
        return base if base.isoweekday() == number else weekday(base, number, -1)
    if direction == 0:
        return same_week(base, number)
    if direction is not None:
        day = weekday(base, number, direction, strict=True)
        return shift(day, int(found.get("weeks", 0)), "W") if day else None
    if base.isoweekday() == number:
        return base
    towards = resolver.direction(found)
    # *Ce dimanche* on a Saturday is hardly that of six days before: the text may be later than its date.
    if found.get("this") and towards != 1 and base.isoweekday() % 7 + 1 == number:
        return None
    # The present may announce or tell: without another hint the day is not known.
    if towards == 0 and resolver.tense_at(found.start) == "present":
        return None
    return weekday(base, number, towards or -1)


def _read_year(resolver: Resolver, found: Found) -> Reading | None:
    year = explicit_year(resolver, found)
    return Reading(f"{year:04}") if year else None


def read_numeric(resolver: Resolver, found: Found) -> Reading | None:
    """A date in digits."""
    year = int(found.get("year"))
    full = year if year > 99 else century_of_two_digits(year, resolver.published)
    date = made(full, int(any_of(found, "m", "m2", "m3")), int(found.get("d")))
    return Reading(date.isoformat(), day=date, year=date.year) if date else None


def read_numbered_weekday(resolver: Resolver, found: Found) -> Reading | None:
    """*Thursday 12*: the day nearest to publication that has both."""
    number, day = found.get("weekday"), int(resolver.lexicon.number(str(found.get("day"))) or 0)
    if resolver.published is None:
        return Reading(f"XXXX-XX-{day:02}", True)
    near = [shift(resolver.published, step, "D") for step in sorted(range(-70, 71), key=abs)]
    date = next((d for d in near if d and d.day == day and d.isoweekday() == number), None)
    return Reading(date.isoformat(), True, day=date) if date else None


def read_night(resolver: Resolver, found: Found) -> Reading | None:
    """*the night from Monday to Tuesday*: of the first day."""
    month = any_of(found, "month", "month2")
    if month is None or found.get("day") is None:
        return _read_weekday(resolver, found) if found.get("weekday") else None
    whole = Found(found.rule, found.start, found.end, {**found.values, "month": month})
    return read_date(resolver, whole)


def read_holiday(resolver: Resolver, found: Found) -> Reading | None:
    """A feast: a fixed day, or so many days from Easter."""
    rule = str(found.get("holiday"))
    explicit = explicit_year(resolver, found)
    month = 4 if rule.startswith("easter") else int(rule[:2])
    day = 15 if rule.startswith("easter") else int(rule[3:])
    year = explicit or year_of(resolver, found, month, day)
    if year is None or not 1 <= year <= datetime.MAXYEAR:
        return Reading("XXXX-XX-XX" if rule.startswith("easter") else f"XXXX-{rule}", True)
    date = shift(easter(year), int(rule[6:]), "D") if rule.startswith("easter") else made(year, month, day)
    return Reading(date.isoformat(), explicit is None, day=date, year=explicit) if date else None


_SEASON_MONTH = {"SP": 6, "SU": 9, "FA": 12, "WI": 3}


def read_season(resolver: Resolver, found: Found) -> Reading | None:
    """A season of a year."""
    season = str(found.get("season"))
    explicit = explicit_year(resolver, found)
    month = _SEASON_MONTH[season]
    direction = found.get("rel")
    year = explicit
    if year is None and resolver.published is not None and not found.get("generic"):
        year = resolver.published.year if direction == 0 else year_of(resolver, found, month, None)
    return Reading(f"{year:04}-{season}" if year else f"XXXX-{season}", explicit is None, year=explicit)


def read_general_season(resolver: Resolver, found: Found) -> Reading | None:
    """A season of no year in particular."""
    return Reading(f"XXXX-{found.get('season')}", True)


def read_subyear(resolver: Resolver, found: Found) -> Reading | None:
    """The first quarter, the second half of a year."""
    explicit = explicit_year(resolver, found)
    direction = int(found.get("rel", 0))
    year = explicit or (resolver.published.year + direction if resolver.published else None)
    number = int(found.get("nth"))
    if not 1 <= number <= (4 if found.get("sub") == "Q" else 2):
        return None
    return Reading(f"{year or 'XXXX'}-{found.get('sub')}{number}", explicit is None, year=explicit)


def read_decade(resolver: Resolver, found: Found) -> Reading | None:
    """*the sixties*: 196."""
    number = int(resolver.lexicon.number(str(found.get("decade"))) or 0)
    if number == 0 and resolver.lexicon.number(str(found.get("decade"))) is None and str(found.get("decade")) != "00":
        return None
    if number < 100:
        number += 1900 if number >= 30 or number == 0 else 2000
    return Reading(f"{number:04}"[:3])


def read_century(resolver: Resolver, found: Found) -> Reading | None:
    """*the 19th century*: 18."""
    written = str(any_of(found, "century", "century2"))
    number = _roman(written) or int(resolver.lexicon.number(written) or 0)
    if not 1 <= number <= 30:
        return None
    return Reading(("BC" if found.get("era") else "") + f"{number - 1:02}")


def _roman(written: str) -> int:
    digits = [{"i": 1, "v": 5, "x": 10}.get(char, 0) for char in written]
    if not all(digits):
        return 0
    return sum(-d if d < after else d for d, after in zip(digits, [*digits[1:], 0], strict=True))


READERS: dict[str, Reader] = {
    "date": read_date,
    "numeric": read_numeric,
    "numbered_weekday": read_numbered_weekday,
    "night": read_night,
    "holiday": read_holiday,
    "season": read_season,
    "general_season": read_general_season,
    "subyear": read_subyear,
    "decade": read_decade,
    "century": read_century,
}
