"""Which year a date without one is of, and other help for those who read matches."""

from __future__ import annotations

import datetime
from typing import Any

from quizgen.extraction.times.arithmetic import century_of_two_digits, made, nearest_year
from quizgen.extraction.times.lexicon import TimeType
from quizgen.extraction.times.matching import Found
from quizgen.extraction.times.resolving import Resolver


def any_of(found: Found, *names: str) -> Any:
    """The first of some groups that took part: alternatives in a pattern have names of their own."""
    return next((value for name in names if (value := found.get(name)) is not None), None)


def with_part(day: str, found: Found) -> tuple[str, TimeType]:
    part = found.get("part")
    return (f"{day}T{part}", "TIME") if part else (day, "DATE")


def explicit_year(resolver: Resolver, found: Found) -> int | None:
    other = resolver.shared.get(resolver.index)
    written = found.get("year") or (other.get("year") if other else None)
    if written is None:
        return None
    number = int(written.strip("'"))
    return century_of_two_digits(number, resolver.published) if number < 100 else number


def year_of(resolver: Resolver, found: Found, month: int, day: int | None) -> int | None:
    published = resolver.published
    near = resolver.sentence_year(found)
    other = resolver.shared.get(resolver.index)
    direction = found.get("rel") or (other.get("rel") if other else None)
    if near is not None and direction is None:
        return near
    if published is None:
        return None
    if direction is not None:
        return _year_towards(published, month, day, direction)
    number = found.get("weekday")
    if number and day:
        years = sorted(range(published.year - 6, published.year + 6), key=lambda y: abs(y - published.year))
        fits = [y for y in years if (d := made(y, month, day)) and d.isoweekday() == number]
        return fits[0] if fits and abs(fits[0] - published.year) <= 1 else nearest_year(published, month, day, 0)
    return nearest_year(published, month, day, resolver.direction(found))


def _year_towards(published: datetime.date, month: int, day: int | None, direction: int) -> int:
    here = (month, day or published.day)
    now = (published.month, published.day)
    if direction < 0:
        return published.year if here < now else published.year - 1
    return published.year if here > now or direction == 0 else published.year + 1


def shared(resolver: Resolver, name: str) -> int | None:
    other = resolver.shared.get(resolver.index)
    return other.get(name) if other else None
